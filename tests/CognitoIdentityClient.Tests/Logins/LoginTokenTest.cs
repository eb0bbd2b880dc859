using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserLogins;

/// <summary>The base of the tests of login tokens.</summary>
public abstract class LoginTokenTest
{
    private protected const string Issuer = "https://login.example.com";

    private protected static string Expiring(string expiration) =>
        Jwt.Unsigned($$"""{"iss":"{{Issuer}}","aud":"a","exp":{{expiration}}}""");

    private protected static LoginTokenException AssertRefused(ErrorReason reason, string token)
    {
        var exception = Assert.Throws<LoginTokenException>(() => Logins.FromJwt(token, TestToken.Clock));

        Assert.Equal(reason, exception.Reason);
        Assert.NotNull(exception.Hint);
        if (token.Length > 5)
        {
            Assert.DoesNotContain(token, exception.ToString(), StringComparison.Ordinal);
            Assert.All(token.Split('.').Where(part => part.Length > 5),
                part => Assert.DoesNotContain(part, exception.ToString(), StringComparison.Ordinal));
        }

        return exception;
    }
}
