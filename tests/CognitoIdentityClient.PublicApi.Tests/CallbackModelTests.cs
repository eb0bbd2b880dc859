namespace CognitoIdentity.PublicApi.Tests;

/// <summary>A test of an application creates what its callbacks get, with the public constructors.</summary>
public sealed class CallbackModelTests
{
    private const string PoolId = "us-east-1:177a950c-2c08-43f0-9983-28727e9a3b11";

    [Fact]
    public void Refresh_failure_has_what_it_was_created_with()
    {
        var error = new InvalidOperationException();
        var until = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        var failure = new CredentialsRefreshFailure(error, PoolId, "alice", until);

        Assert.Same(error, failure.Exception);
        Assert.Equal((PoolId, "alice", until), (failure.IdentityPoolId, failure.UserKey, failure.ServedUntil));
    }

    [Fact]
    public void Refresh_failure_has_neither_key_nor_time_when_none_is_given()
    {
        var failure = new CredentialsRefreshFailure(new InvalidOperationException(), PoolId);

        Assert.Null(failure.UserKey);
        Assert.Null(failure.ServedUntil);
        Assert.Throws<ArgumentNullException>("exception", () => new CredentialsRefreshFailure(null!, PoolId));
        Assert.Throws<ArgumentNullException>("identityPoolId", () => new CredentialsRefreshFailure(new InvalidOperationException(), null!));
    }

    [Fact]
    public void Web_identity_has_what_it_was_created_with_and_prints_no_token()
    {
        var identity = new WebIdentity("us-east-1:1", "eyJ.a.token", isGuest: true, customRoleArn: "arn:aws:iam::123456789012:role/r");

        Assert.Equal(
            ("us-east-1:1", "eyJ.a.token", true, "arn:aws:iam::123456789012:role/r"),
            (identity.IdentityId, identity.Token, identity.IsGuest, identity.CustomRoleArn));
        Assert.Contains("us-east-1:1", identity.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", identity.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Web_identity_is_a_users_without_a_role_when_nothing_else_is_given()
    {
        var identity = new WebIdentity("us-east-1:1", "eyJ.a.token");

        Assert.False(identity.IsGuest);
        Assert.Null(identity.CustomRoleArn);
        Assert.Throws<ArgumentException>("identityId", () => new WebIdentity("", "token"));
        Assert.Throws<ArgumentException>("token", () => new WebIdentity("us-east-1:1", ""));
    }

    [Fact]
    public void Identity_change_has_what_it_was_created_with()
    {
        var change = new IdentityChange(PoolId, "alice", "us-east-1:1", "us-east-1:2", IdentityChangeReason.Recovered);

        Assert.Equal((PoolId, "alice"), (change.IdentityPoolId, change.UserKey));
        Assert.Equal(
            ("us-east-1:1", "us-east-1:2", IdentityChangeReason.Recovered),
            (change.OldIdentityId, change.NewIdentityId, change.Reason));
        Assert.Equal(
            "IdentityChange { OldIdentityId = us-east-1:1, NewIdentityId = us-east-1:2, Reason = Recovered }", change.ToString());
    }
}
