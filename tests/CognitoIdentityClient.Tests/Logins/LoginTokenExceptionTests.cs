namespace CognitoIdentity.Tests.UserLogins;

/// <summary>The exception of a token that cannot be a login explains itself like the service's errors.</summary>
public sealed class LoginTokenExceptionTests
{
    [Fact]
    public void Exception_has_the_hint_in_its_message_the_reason_in_its_text_and_a_link()
    {
        var error = new LoginTokenException("The token expired") { Reason = ErrorReason.TokenExpired };

        Assert.NotNull(error.Hint);
        Assert.Equal($"The token expired. Hint: {error.Hint}", error.Message);
        Assert.Contains($"Reason: TokenExpired, HelpLink: {error.HelpLink}.", error.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("https://docs.aws.amazon.com/", error.HelpLink, StringComparison.Ordinal);
    }

    [Fact]
    public void Exception_without_a_reason_has_its_message_alone()
    {
        var error = new LoginTokenException("Not a token");

        Assert.Equal(("Not a token", (string?)null, (string?)null), (error.Message, error.Hint, error.HelpLink));
        Assert.DoesNotContain("Reason", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Link_that_was_set_stays()
    {
        var error = new LoginTokenException("Not a token") { Reason = ErrorReason.TokenExpired, HelpLink = "https://help.example/" };

        Assert.Equal("https://help.example/", error.HelpLink);
    }

    [Fact]
    public void Token_that_is_refused_is_explained()
    {
        var error = Assert.Throws<LoginTokenException>(() => Logins.FromJwt("Bearer x"));

        Assert.Contains("begins with \"Bearer \"", error.Message, StringComparison.Ordinal);
        Assert.Contains($" Hint: {error.Hint}", error.Message, StringComparison.Ordinal);
    }
}
