namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>The errors of the service that a new token, a new identity or a later attempt can resolve.</summary>
public sealed class RecoverableErrorTests
{
    private const string Id = "us-east-1:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    [Theory]
    [InlineData("Invalid login token. Token expired: 2 >= 1", true)]
    [InlineData("Invalid login token. Not a valid OpenId Connect identity token.", true)]
    [InlineData("Invalid login token. Couldn't verify signed token.", true)]
    [InlineData("Invalid login token. Issuer doesn't match providerName", true)]
    [InlineData("Invalid login token. Incorrect token audience.", true)]
    [InlineData("Invalid login token. Missing a required claim: aud", true)]
    [InlineData("Invalid login token. Can't pass in a Cognito token.", true)]
    [InlineData("Invalid login token. A text that is new", true)]
    [InlineData("Logins don't match. Please include at least one valid login for this identity or identity pool.", false)]
    [InlineData("Access to Identity '" + Id + "' is forbidden.", false)]
    [InlineData("Unauthenticated access is not supported for this identity pool.", false)]
    [InlineData("Token is not from a supported provider of this identity pool.", false)]
    public void Token_that_is_refused_is_identified_by_the_reason(string message, bool isRefused)
    {
        Assert.Equal(isRefused, RecoverableErrors.IsLoginTokenRefused(new NotAuthorizedException(message)));
        Assert.False(RecoverableErrors.IsLoginTokenRefused(new InvalidParameterException(message)));
    }

    [Theory]
    [InlineData("Identity '" + Id + "' not found.", true, true)]
    [InlineData("A text that is new", true, true)]
    [InlineData("IdentityPool '" + Id + "' not found.", false, false)]
    public void Identity_that_is_not_found_is_gone_unless_its_pool_is(string message, bool ofGuest, bool ofUser)
    {
        var error = new ResourceNotFoundException(message);

        Assert.Equal(ofGuest, RecoverableErrors.IsIdentityGone(error, isGuest: true));
        Assert.Equal(ofUser, RecoverableErrors.IsIdentityGone(error, isGuest: false));
    }

    [Theory]
    [InlineData("Access to Identity '" + Id + "' is forbidden.", true, true)]
    [InlineData("Logins don't match. Please include at least one valid login for this identity or identity pool.", false, true)]
    [InlineData("Unauthenticated access is not supported for this identity pool.", false, false)]
    [InlineData("Access to Role 'arn:aws:iam::123456789012:role/new' is forbidden.", false, false)]
    public void Identity_that_is_refused_is_gone_for_certain_errors(string message, bool ofGuest, bool ofUser)
    {
        var error = new NotAuthorizedException(message);

        Assert.Equal(ofGuest, RecoverableErrors.IsIdentityGone(error, isGuest: true));
        Assert.Equal(ofUser, RecoverableErrors.IsIdentityGone(error, isGuest: false));
        Assert.Equal(message.StartsWith("Access to Role", StringComparison.Ordinal), RecoverableErrors.IsRoleForbidden(error));
    }
}
