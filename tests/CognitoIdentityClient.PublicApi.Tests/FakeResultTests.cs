using CognitoIdentity.Testing;

namespace CognitoIdentity.PublicApi.Tests;

/// <summary>A fake of an application returns sessions and accounts of bulk work, and throws their exceptions.</summary>
public sealed class FakeResultTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    // Types that only a factory method, the emulator or the container creates.
    private static readonly Type[] Created =
    [
        typeof(CognitoIdentityEmulator),
        typeof(CognitoIdentityUser),
        typeof(Fault),
        typeof(FaultPlan),
        typeof(Logins),
        typeof(Paginator<,>),
        typeof(RecordedRequest),
        typeof(RecordedRequestCollection),
    ];

    public static TheoryData<string> Classes => [.. new[] { typeof(ICognitoIdentityClient), typeof(CognitoIdentityEmulator) }
        .SelectMany(type => type.Assembly.GetExportedTypes())
        .Where(type => type is { IsClass: true, IsAbstract: false } && !Created.Contains(type))
        .Select(type => type.AssemblyQualifiedName!)];

    [Theory]
    [MemberData(nameof(Classes))]
    public void Class_has_a_public_constructor(string name) => Assert.NotEmpty(Type.GetType(name)!.GetConstructors());

    [Fact]
    public void Session_has_what_it_was_created_with_and_prints_no_secret()
    {
        var credentials =
            new Credentials { AccessKeyId = "ASIAKEY", SecretKey = "very secret", SessionToken = "session", Expiration = Noon };

        var session = new CognitoIdentitySession("us-east-1:1", credentials, isGuest: true, CognitoIdentitySessionSource.Recovery);

        Assert.Same(credentials, session.Credentials);
        Assert.Equal(
            ("us-east-1:1", Noon, true, CognitoIdentitySessionSource.Recovery),
            (session.IdentityId, session.Expiration, session.IsGuest, session.Source));
        Assert.DoesNotContain("very secret", session.ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("identityId", () => new CognitoIdentitySession("", credentials));
        Assert.Throws<ArgumentNullException>("credentials", () => new CognitoIdentitySession("us-east-1:1", null!));
    }

    [Fact]
    public void Session_is_a_users_from_the_service_when_nothing_else_is_given()
    {
        var session = new CognitoIdentitySession(
            "us-east-1:1", new() { AccessKeyId = "ASIAKEY", SecretKey = "secret", SessionToken = "session", Expiration = Noon });

        Assert.False(session.IsGuest);
        Assert.Equal(CognitoIdentitySessionSource.Refresh, session.Source);
    }

    [Fact]
    public void Account_of_a_deletion_is_thrown_by_a_fake_and_read_by_the_application()
    {
        var cause = new TooManyRequestsException("Rate exceeded");
        var thrown = new BulkOperationException("Stopped", cause)
        {
            Result = new BulkDeleteIdentitiesResult
            {
                Deleted = ["us-east-1:1"],
                Undeleted =
                [
                    new() { IdentityId = "us-east-1:2", ErrorCode = UnprocessedIdentityErrorCode.AccessDenied },
                    new() { IdentityId = "us-east-1:3", Error = cause, MayBeDeleted = true },
                ],
                NotAttempted = ["us-east-1:4"],
                StoppedBy = cause,
            },
        };

        var caught = Assert.Throws<BulkOperationException>(() => Throw(thrown));

        Assert.True(caught is { IsThrottling: true, MayHaveBeenCarriedOut: true });
        var result = Assert.IsType<BulkDeleteIdentitiesResult>(caught.Result);
        Assert.Same(cause, result.StoppedBy);
        Assert.Equal(["us-east-1:1"], result.Deleted);
        Assert.Equal(["us-east-1:2", "us-east-1:3"], result.Undeleted.Select(identity => identity.IdentityId));
        Assert.Equal(["us-east-1:4"], result.NotAttempted);
    }

    [Fact]
    public void Account_of_a_canceled_purge_is_thrown_by_a_fake_and_read_by_the_application()
    {
        var thrown = new BulkOperationCanceledException("Canceled")
        {
            Result = new PurgeIdentitiesResult { DryRun = false, Examined = 60, Matched = 2, Deleted = 1, ResumeToken = "token" },
        };

        var caught = Assert.ThrowsAny<OperationCanceledException>(() => Throw(thrown));

        var result = Assert.IsType<PurgeIdentitiesResult>(Assert.IsType<BulkOperationCanceledException>(caught).Result);
        Assert.Equal((false, 60, 2, 1, "token"), (result.DryRun, result.Examined, result.Matched, result.Deleted, result.ResumeToken));
        Assert.Empty(result.Undeleted);
    }

    [Fact]
    public void Progress_of_bulk_work_is_reported_by_a_fake()
    {
        IProgress<BulkDeleteIdentitiesProgress> deletion = new Reported<BulkDeleteIdentitiesProgress>();
        IProgress<PurgeIdentitiesProgress> purge = new Reported<PurgeIdentitiesProgress>();

        deletion.Report(new() { Deleted = 1, Undeleted = 2 });
        purge.Report(new() { Examined = 3, Matched = 2, Deleted = 1, Undeleted = 0, ResumeToken = "token" });

        Assert.Equal(new() { Deleted = 1, Undeleted = 2 }, ((Reported<BulkDeleteIdentitiesProgress>)deletion).Last);
        Assert.Equal("token", ((Reported<PurgeIdentitiesProgress>)purge).Last!.ResumeToken);
    }

    private static void Throw(Exception exception) => throw exception;

    private sealed class Reported<T> : IProgress<T>
    {
        public T? Last { get; private set; }

        public void Report(T value) => Last = value;
    }
}
