using CognitoIdentity.Testing;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>Against the emulator: failures for which no identity is forgotten, and identities that are gone for good.</summary>
public sealed class RecoveryLimitTests : PoolTest
{
    private static readonly TimeSpan Expired = TimeSpan.FromMinutes(61);

    // The longest.
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    public static TheoryData<string> PassingFaults { get; } = new(Faults.Keys);

    private static Dictionary<string, Fault> Faults => new()
    {
        ["lost before"] = Fault.ConnectionLostBeforeWork(),
        ["lost after"] = Fault.ConnectionLostAfterWork(),
        ["throttled"] = Fault.Throttling(),
        ["failing"] = Fault.Error("InternalErrorException", "Internal error", 500),
        ["unavailable"] = Fault.Status(503),
        ["garbage"] = Fault.GarbageBody(),
        ["truncated"] = Fault.TruncatedBody(),
    };

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task Passing_failure_never_forgets_a_guests_identity(string fault)
    {
        var credentials = Pool.Credentials();
        var first = await credentials.GetSessionAsync();
        Pool.Clock.Advance(Expired);
        Pool.Emulator.Faults.Add(Faults[fault] with { Operation = "GetCredentialsForIdentity", Count = 3 });

        await Assert.ThrowsAnyAsync<CognitoIdentityException>(() => credentials.GetSessionAsync());
        while (Pool.Emulator.Faults.Count > 0)
        {
            Pool.Clock.Advance(PauseAfterFailure);
            await Assert.ThrowsAnyAsync<CognitoIdentityException>(() => credentials.GetSessionAsync());
        }

        Pool.Clock.Advance(PauseAfterFailure);
        Assert.Equal(first.IdentityId, (await credentials.GetSessionAsync()).IdentityId);
        Assert.Equal(1, Pool.CallsOf("GetId"));
    }

    // For a guest, who could not be found again, they do not say for certain that the identity is gone.
    [Theory]
    [InlineData(
        "NotAuthorizedException", "Logins don't match. Please include at least one valid login for this identity or identity pool.")]
    [InlineData("NotAuthorizedException", "Unauthenticated access is not supported for this identity pool.")]
    [InlineData("ResourceConflictException", "A login is already linked.")]
    public async Task Refusal_that_may_pass_never_forgets_a_guests_identity(string code, string message)
    {
        var credentials = Pool.Credentials();
        var first = await credentials.GetSessionAsync();
        Pool.Clock.Advance(Expired);
        Pool.Emulator.Faults.Add(Fault.Error(code, message) with { Operation = "GetCredentialsForIdentity", Count = 1 });

        await Assert.ThrowsAnyAsync<CognitoIdentityException>(() => credentials.GetSessionAsync());

        Pool.Clock.Advance(PauseAfterFailure);
        Assert.Equal(first.IdentityId, (await credentials.GetSessionAsync()).IdentityId);
        Assert.Equal(1, Pool.CallsOf("GetId"));
    }

    [Fact]
    public async Task Identity_that_is_gone_again_and_again_is_replaced_once_and_then_an_error()
    {
        Pool.Emulator.Faults.Add(Fault.Error(
            "ResourceNotFoundException", "Identity 'x' not found.") with
        { Operation = "GetCredentialsForIdentity", Count = 9 });

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Pool.Credentials().GetSessionAsync());

        Assert.Equal(2, Pool.CallsOf("GetId"));
        Assert.Equal(2, Pool.CallsOf("GetCredentialsForIdentity"));
    }

    [Fact]
    public async Task Pool_that_is_gone_is_an_error_at_once()
    {
        var credentials = Pool.Credentials();
        await Pool.Client.DeleteIdentityPoolAsync(new() { IdentityPoolId = Pool.PoolId });

        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(() => credentials.GetSessionAsync());

        Assert.StartsWith("IdentityPool", error.Message);
        Assert.Equal(1, Pool.CallsOf("GetId"));
    }
}
