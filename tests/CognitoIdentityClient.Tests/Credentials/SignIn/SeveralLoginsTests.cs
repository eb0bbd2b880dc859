using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>Users with several logins, of which one is missing or refused.</summary>
public sealed class SeveralLoginsTests : SeveralLoginsTest
{
    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task Token_that_is_missing_is_an_error_that_names_the_provider(string? token)
    {
        var credentials = Pool.Credentials(User(_ => Task.FromResult(token!)));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => credentials.GetSessionAsync());

        Assert.Contains(TestPool.Facebook, error.Message);
        Assert.DoesNotContain(TestPool.Google, error.Message);
        Assert.Empty(Pool.Emulator.Requests);
    }

    [Fact]
    public async Task Callback_that_fails_is_an_error_that_names_the_provider_and_not_the_token()
    {
        var credentials = Pool.Credentials(User(_ => throw new FormatException("SECRET")));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => credentials.GetSessionAsync());

        Assert.Contains(TestPool.Facebook, error.Message);
        Assert.DoesNotContain("SECRET", error.Message);
        Assert.IsType<FormatException>(error.InnerException);
    }

    [Fact]
    public async Task Token_that_is_missing_is_left_out_where_the_options_say_so()
    {
        var log = new FakeLogger<CognitoIdentityCredentials>();
        var options = Pool.Options(User(_ => Task.FromResult("")));
        options.AllowFewerLogins = true;
        var credentials = new CognitoIdentityCredentials(options, Pool.Client, log);

        Assert.False((await credentials.GetSessionAsync()).IsGuest);

        Assert.Equal([(LogLevel.Information, "LoginLeftOut")], log.Events());
        Assert.Contains(TestPool.Facebook, log.Collector.Text());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Login_that_is_left_out_is_logged_once_until_it_is_accepted_again(bool isMissing)
    {
        var log = new FakeLogger<CognitoIdentityCredentials>();
        var isBad = true;
        var user = CognitoIdentityUser.SignedIn(new Dictionary<string, Func<CancellationToken, Task<string>>>
        {
            [TestPool.Facebook] = _ => Task.FromResult("alice's Facebook token"),
            [TestPool.Google] = _ => Task.FromResult(isBad && isMissing ? "" : Pool.GoogleToken("alice", isBad ? Expired : null)),
        });
        var options = Pool.Options(user);
        options.AllowFewerLogins = true;
        var credentials = new CognitoIdentityCredentials(options, Pool.Client, log);

        for (var refresh = 0; refresh < 3; refresh++)
        {
            await credentials.RefreshAsync();
        }

        Assert.Equal([(LogLevel.Information, "LoginLeftOut")], log.Events());
        isBad = false;
        await credentials.RefreshAsync();
        isBad = true;
        await credentials.RefreshAsync();
        Assert.Equal(Enumerable.Repeat((LogLevel.Information, (string?)"LoginLeftOut"), 2), log.Events());
    }

    [Fact]
    public async Task Tokens_that_are_all_missing_are_an_error_and_never_make_a_guest()
    {
        var nothing = CognitoIdentityUser.SignedIn(new Dictionary<string, Func<CancellationToken, Task<string>>>
        {
            [TestPool.Google] = _ => Task.FromResult(""),
            [TestPool.Facebook] = _ => Task.FromResult(""),
        });
        var credentials = Pool.Credentials(nothing, options => options.AllowFewerLogins = true);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => credentials.GetSessionAsync());

        Assert.Contains(TestPool.Google, error.Message);
        Assert.Contains(TestPool.Facebook, error.Message);
        Assert.Empty(Pool.Emulator.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Token_that_is_refused_is_an_error_that_names_the_provider(bool isKnownUser)
    {
        var isExpired = false;
        var credentials = Pool.Credentials(TwoJsonWebTokens(() => isExpired));
        if (isKnownUser)
        {
            await credentials.GetSessionAsync();
        }

        isExpired = true;
        var error = await Assert.ThrowsAsync<NotAuthorizedException>(() => credentials.RefreshAsync());

        Assert.StartsWith($"The login token of {TestPool.Google} was refused: Invalid login token. Token expired", error.Message);
        Assert.Equal(ErrorReason.TokenExpired, error.Reason);
        Assert.Equal(2, error.Message.Split("Hint:").Length);
        Assert.Equal(((NotAuthorizedException)error.InnerException!).RequestId, error.RequestId);
        Assert.DoesNotContain(Pool.GoogleToken("alice", Expired), error.ToString());
    }

    [Fact]
    public async Task Token_that_is_refused_is_left_out_where_the_options_say_so()
    {
        var isExpired = false;
        var credentials = Pool.Credentials(TwoJsonWebTokens(() => isExpired), options => options.AllowFewerLogins = true);
        var first = await credentials.GetSessionAsync();
        isExpired = true;

        var second = await credentials.RefreshAsync();

        Assert.Equal((first.IdentityId, false), (second.IdentityId, second.IsGuest));
        Assert.NotEqual(first.Credentials, second.Credentials);
    }
}
