using Amazon.Runtime;
using CognitoIdentity.Tests.Retry;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Signing;

/// <summary>The wait for AWS credentials, which sends nothing to the service.</summary>
public sealed class CredentialsWaitTests
{
    private readonly VirtualTime _clock = new();

    [Theory]
    [InlineData("AttemptTimeout", 10, false)]
    [InlineData("AttemptTimeout", 10, true)]
    [InlineData("TotalTimeout", 60, false)]
    [InlineData("TotalTimeout", 60, true)]
    public async Task Credentials_that_do_not_come_in_time_are_a_timeout_of_their_own_and_no_attempt(
        string name, int seconds, bool comeLate)
    {
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        using var client = TestClient.Create(handler, options =>
        {
            options.TimeProvider = _clock;
            options.AttemptTimeout = name == "AttemptTimeout" ? options.AttemptTimeout : Timeout.InfiniteTimeSpan;
            options.Credentials = new TestCredentials(() =>
            {
                // Credentials that block their thread come late, as a task that is already complete.
                _clock.Advance(TimeSpan.FromSeconds(seconds));
                return comeLate
                    ? Task.FromResult(new ImmutableCredentials("AKID", "secret", null))
                    : new TaskCompletionSource<ImmutableCredentials>().Task;
            });
        });

        var error = await TestClient.FailureAsync<CognitoIdentityTimeoutException>(Calls.ByName["CreateIdentityPool"](client, default));

        Assert.Contains($"credentials did not come within {name}", error.Message);
        Assert.Equal((0, false), (error.RetryAttempts, error.MayHaveBeenCarriedOut));
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task Retry_whose_credentials_do_not_come_gives_its_cost_back_and_keeps_the_open_outcome()
    {
        var asked = 0;
        using var harness = new RetryHarness([CannedResponse.Lost], options =>
        {
            var clock = (VirtualTime)options.TimeProvider;
            options.Credentials = new TestCredentials(() =>
            {
                if (++asked == 1)
                {
                    return Task.FromResult(new ImmutableCredentials("AKID", "secret", null));
                }

                clock.Advance(TimeSpan.FromSeconds(10));
                return new TaskCompletionSource<ImmutableCredentials>().Task;
            });
        });

        var error = await TestClient.FailureAsync<CognitoIdentityTimeoutException>(
            harness.Client.DeleteIdentityPoolAsync(new() { IdentityPoolId = TestClient.PoolId }));

        Assert.Equal((0, true), (error.RetryAttempts, error.MayHaveBeenCarriedOut));
        Assert.Equal(500, harness.Quota.Tokens);
    }

    [Fact]
    public async Task Attempts_are_numbered_by_what_was_sent()
    {
        using var handler = new ScriptedHandler(CannedResponse.Error("InternalErrorException", 500), CannedResponse.Ok);
        using var client = TestClient.Create(handler);

        await client.ListIdentityPoolsAsync(TestClient.ListRequest);

        Assert.Equal(["attempt=1; max=3", "attempt=2; max=3"], handler.Requests.Select(request => request["amz-sdk-request"]));
    }

    [Fact]
    public Task Credentials_that_fail_after_their_wait_ended_raise_no_unobserved_exception() =>
        UnobservedFailures.AssertNoneAsync(FailLateAsync);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Search_for_default_credentials_does_not_see_the_async_local_values_of_the_first_caller(bool isFlowSuppressed)
    {
        var local = new AsyncLocal<string?> { Value = "first caller" };
        var seen = "not searched";
        var source = new CredentialSource(() =>
        {
            seen = local.Value;
            return Task.FromResult<AWSCredentials>(new TestCredentials());
        });
        Task<ImmutableCredentials> keys;
        if (isFlowSuppressed)
        {
            using (ExecutionContext.SuppressFlow())
            {
                keys = source.GetAsync(default).AsTask();
            }
        }
        else
        {
            keys = source.GetAsync(default).AsTask();
        }

        await keys;
        Assert.Null(seen);
        Assert.Equal("first caller", local.Value);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> FailLateAsync(string marker)
    {
        using var cancellation = new CancellationTokenSource();
        var keys = new TaskCompletionSource<ImmutableCredentials>();
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        using var client = TestClient.Create(handler, options => options.Credentials = new TestCredentials(() => keys.Task));
        var call = client.ListIdentityPoolsAsync(TestClient.ListRequest, cancellation.Token);
        await cancellation.CancelAsync();
        await TestClient.FailureAsync<OperationCanceledException>(call);
        keys.SetException(new InvalidOperationException(marker));
        return new(keys.Task);
    }
}
