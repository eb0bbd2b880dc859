using System.Collections;
using System.Reflection;
using CognitoIdentity.Testing;

namespace CognitoIdentity.Tests.Diagnostics;

/// <summary>Public records print the items of their collections, for which a record prints only the name of the type.</summary>
public sealed class PrintedCollectionTests
{
    public static TheoryData<Type> Records { get; } = new(
        new[] { typeof(ICognitoIdentityClient), typeof(CognitoIdentityEmulator), typeof(DistributedCacheSessionStore) }
            .SelectMany(type => type.Assembly.GetExportedTypes())
            .Where(type => !type.IsAbstract && type.GetMethod("<Clone>$") is not null && Collections(type).Any()));

    [Theory]
    [MemberData(nameof(Records))]
    public void ToString_of_a_record_prints_no_name_of_a_collections_type(Type type)
    {
        var text = Specimen.Create(type).ToString()!;

        Assert.DoesNotContain("System.Collections", text, StringComparison.Ordinal);
        Assert.DoesNotContain("[]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("`1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_of_a_bulk_result_prints_the_ids_and_the_reasons()
    {
        var text = new BulkDeleteIdentitiesResult
        {
            Deleted = ["us-east-1:1", "us-east-1:2"],
            Undeleted = [new() { IdentityId = "us-east-1:3", ErrorCode = UnprocessedIdentityErrorCode.AccessDenied }],
            NotAttempted = ["us-east-1:4"],
        }.ToString();

        Assert.Contains("Deleted = [us-east-1:1, us-east-1:2]", text, StringComparison.Ordinal);
        Assert.Contains(
            "Undeleted = [UndeletedIdentity { IdentityId = us-east-1:3, ErrorCode = AccessDenied", text, StringComparison.Ordinal);
        Assert.Contains("NotAttempted = [us-east-1:4]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_of_a_purge_result_prints_its_counts_and_its_lists()
    {
        var text = new PurgeIdentitiesResult
        {
            DryRun = false,
            Examined = 5,
            Matched = 4,
            Deleted = 3,
            NotAttempted = ["us-east-1:4"],
            ResumeToken = "next",
        }.ToString();

        Assert.Equal(
            "PurgeIdentitiesResult { Undeleted = [], NotAttempted = [us-east-1:4], StoppedBy = , DryRun = False, Examined = 5, "
            + "Matched = 4, Deleted = 3, ResumeToken = next }",
            text);
    }

    [Fact]
    public void ToString_of_seeds_and_sessions_prints_their_maps()
    {
        var seed = new IdentityPoolSeed
        {
            Tags = new Dictionary<string, string> { ["team"] = "web" },
            PrincipalTags = new Dictionary<string, IReadOnlyDictionary<string, string>>
            {
                ["accounts.google.com"] = new Dictionary<string, string> { ["department"] = "dept" },
            },
        }.ToString();
        var session = new IssuedSession
        {
            IdentityId = "us-east-1:1",
            RoleArn = "arn:aws:iam::123456789012:role/user",
            PrincipalTags = new Dictionary<string, string> { ["department"] = "sales" },
            Expiration = default,
        }.ToString();

        Assert.Contains("Tags = { team = web }", seed, StringComparison.Ordinal);
        Assert.Contains("PrincipalTags = { accounts.google.com = { department = dept } }", seed, StringComparison.Ordinal);
        Assert.Contains("PrincipalTags = { department = sales }", session, StringComparison.Ordinal);
    }

    // A login of a seed can be the text of a token, and a message of the service can quote one.
    [Fact]
    public void ToString_masks_what_can_be_a_token()
    {
        var seed = new IdentitySeed { Logins = new Dictionary<string, string> { ["graph.facebook.com"] = Specimen.Secret } }.ToString();
        var diagnosis = new SignInDiagnosisOptions { ErrorMessage = $"Value '{Specimen.Secret}'", Operation = "GetId" }.ToString();

        Assert.Contains("Logins = { graph.facebook.com = *** }", seed, StringComparison.Ordinal);
        Assert.Contains("Operation = GetId", diagnosis, StringComparison.Ordinal);
        Assert.DoesNotContain(Specimen.Secret, seed + diagnosis, StringComparison.Ordinal);
    }

    private static IEnumerable<PropertyInfo> Collections(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable)));
}
