using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Conventions;
using CognitoIdentity.Tests.Retry;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Http;

/// <summary>Removals whose first response was lost: the second attempt no longer finds what the first one removed.</summary>
public sealed class RepeatedRemovalTests
{
    private static readonly string[] Removals = OfEffect(OperationEffect.RepeatableRemoval);

    public static TheoryData<string, string> OpenOutcomes
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var operation in Removals)
            {
                foreach (var failure in (string[])["lost", "500", "502", "504"])
                {
                    data.Add(operation, failure);
                }
            }

            return data;
        }
    }

    public static TheoryData<string> Others => [.. Calls.ByName.Keys.Except(Removals).Except(OfEffect(OperationEffect.NonRepeatableWrite))];

    [Theory]
    [MemberData(nameof(OpenOutcomes))]
    public async Task Removal_that_is_not_found_after_an_unknown_outcome_has_succeeded(string operation, string failure)
    {
        using var handler = new ScriptedHandler(PassingFailures.ByName[failure], CannedResponse.Error("ResourceNotFoundException"));
        using var client = TestClient.Create(handler);

        await Calls.ByName[operation](client, default);

        Assert.Equal(2, handler.Requests.Count);
    }

    [Theory]
    [InlineData("not connected")]
    [InlineData("503")]
    [InlineData("throttling")]
    public async Task Removal_that_is_not_found_after_a_failure_without_effect_is_not_found(string failure)
    {
        using var handler = new ScriptedHandler(PassingFailures.ByName[failure], CannedResponse.Error("ResourceNotFoundException"));
        using var client = TestClient.Create(handler);

        var error = await TestClient.FailureAsync<ResourceNotFoundException>(Calls.ByName["DeleteIdentityPool"](client, default));

        Assert.Equal((1, false), (error.RetryAttempts, error.MayHaveBeenCarriedOut));
    }

    // The first attempt may have removed the login that the second one is authorized by, so the service does not say that it is gone.
    [Theory]
    [InlineData("lost")]
    [InlineData("500")]
    public async Task UnlinkIdentity_of_the_last_login_that_is_refused_after_an_unknown_outcome_may_have_been_carried_out(string failure)
    {
        using var handler = new ScriptedHandler(PassingFailures.ByName[failure], CannedResponse.Error("NotAuthorizedException"));
        using var client = TestClient.Create(handler);

        var error = await TestClient.FailureAsync<NotAuthorizedException>(Calls.ByName["UnlinkIdentity"](client, default));

        Assert.Equal((1, true), (error.RetryAttempts, error.MayHaveBeenCarriedOut));
    }

    [Fact]
    public async Task UnlinkIdentity_that_is_refused_at_once_was_not_carried_out()
    {
        using var handler = new ScriptedHandler(CannedResponse.Error("NotAuthorizedException"));
        using var client = TestClient.Create(handler);

        var error = await TestClient.FailureAsync<NotAuthorizedException>(Calls.ByName["UnlinkIdentity"](client, default));

        Assert.False(error.MayHaveBeenCarriedOut);
    }

    [Fact]
    public async Task Removal_that_is_not_found_at_once_is_not_found()
    {
        using var handler = new ScriptedHandler(CannedResponse.Error("ResourceNotFoundException"));
        using var client = TestClient.Create(handler);

        await TestClient.FailureAsync<ResourceNotFoundException>(Calls.ByName["DeleteIdentityPool"](client, default));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Other_operation_that_is_not_found_after_an_unknown_outcome_is_not_found(string operation)
    {
        using var handler = new ScriptedHandler(CannedResponse.Lost, CannedResponse.Error("ResourceNotFoundException"));
        using var client = TestClient.Create(handler);

        var error = await TestClient.FailureAsync<ResourceNotFoundException>(Calls.ByName[operation](client, default));

        Assert.True(error.MayHaveBeenCarriedOut);
    }

    [Fact]
    public async Task Deletion_of_a_pool_whose_response_was_lost_succeeds_with_the_metadata_of_the_last_response()
    {
        await using var harness = await EmulatorHarness.StartAsync();
        var pool = await harness.CreatePoolAsync();
        harness.Add(Fault.ConnectionLostAfterWork() with { Count = 1 });

        var response = await harness.Client.DeleteIdentityPoolAsync(new() { IdentityPoolId = pool.IdentityPoolId });

        Assert.Equal(1, response.ResponseMetadata.RetryAttempts);
        Assert.NotNull(response.ResponseMetadata.RequestId);
        Assert.Equal(0, await harness.CountPoolsAsync());
    }

    private static string[] OfEffect(OperationEffect effect) =>
        [.. Contract.Instance.Operations.Keys.Where(operation => Shape.Descriptor(operation).Effect == effect)];
}
