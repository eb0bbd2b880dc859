namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>The base of the tests of users with several logins.</summary>
public abstract class SeveralLoginsTest : PoolTest
{
    private protected static TimeSpan Expired { get; } = TimeSpan.FromHours(-1);

    private protected CognitoIdentityUser User(Func<CancellationToken, Task<string>> getFacebookToken) =>
        CognitoIdentityUser.SignedIn(new Dictionary<string, Func<CancellationToken, Task<string>>>
        {
            [TestPool.Google] = _ => Task.FromResult(Pool.GoogleToken("alice")),
            [TestPool.Facebook] = getFacebookToken,
        });

    // Google's can expire.
    private protected CognitoIdentityUser TwoJsonWebTokens(Func<bool> isExpired) =>
        CognitoIdentityUser.SignedIn(new Dictionary<string, Func<CancellationToken, Task<string>>>
        {
            [TestPool.Facebook] = _ => Task.FromResult("alice's Facebook token"),
            [TestPool.Google] = _ => Task.FromResult(Pool.GoogleToken("alice", isExpired() ? Expired : null)),
        });
}
