using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>A role that was just made cannot be taken yet.</summary>
public sealed class NewRoleTests : PoolTest
{
    [Fact]
    public async Task Role_that_was_just_made_is_tried_again_for_the_time_of_the_options()
    {
        Pool.Emulator.Faults.Add(
            Fault.Error("NotAuthorizedException",
                $"Access to Role '{TestPool.UserRole}' is forbidden.") with
            { Operation = "GetCredentialsForIdentity", Count = 2 });
        var credentials = Pool.Credentials(Pool.GoogleUser("alice"), options => options.NewRoleRetryTime = TimeSpan.FromSeconds(30));

        var waiting = credentials.GetSessionAsync();
        await Pool.Clock.UntilWaitAsync(TimeSpan.FromSeconds(2)); // The one of a second passes by itself.
        Pool.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.False((await waiting).IsGuest);
        Assert.Equal(3, Pool.CallsOf("GetCredentialsForIdentity"));
    }

    // Waits of 1, 2 and 4 seconds; the next one, of 8, would end after the time of the options.
    [Theory]
    [InlineData(0.999, 1)]
    [InlineData(1, 2)]
    [InlineData(14.999, 4)]
    [InlineData(15, 5)]
    [InlineData(31, 7)]
    public async Task Role_that_stays_forbidden_is_tried_again_only_within_the_time_of_the_options(double seconds, int calls)
    {
        var clock = new VirtualTime { LongestWait = TimeSpan.FromSeconds(8) };
        var (client, fake) = FakeClient.Create();
        fake.IssueAsync = (_, _) => throw new NotAuthorizedException($"Access to Role '{TestPool.UserRole}' is forbidden.");
        var credentials = new CognitoIdentityCredentials(
            new() { IdentityPoolId = TestClient.PoolId, TimeProvider = clock, NewRoleRetryTime = TimeSpan.FromSeconds(seconds) }, client);

        await Assert.ThrowsAsync<NotAuthorizedException>(() => credentials.GetSessionAsync().WithinSafetyLimit());

        Assert.Equal(calls, fake.CallsOf("GetCredentialsForIdentity"));
    }

    [Fact]
    public async Task Role_that_is_forbidden_is_an_error_at_once_by_default()
    {
        Pool.Emulator.Faults.Add(
            Fault.Error("NotAuthorizedException",
                $"Access to Role '{TestPool.UserRole}' is forbidden.") with
            { Operation = "GetCredentialsForIdentity", Count = 2 });

        await Assert.ThrowsAsync<NotAuthorizedException>(() => Pool.Credentials(Pool.GoogleUser("alice")).GetSessionAsync());

        Assert.Equal(1, Pool.CallsOf("GetCredentialsForIdentity"));
    }
}
