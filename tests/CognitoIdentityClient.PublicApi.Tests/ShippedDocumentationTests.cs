using System.Reflection;
using System.Xml.Linq;

namespace CognitoIdentity.PublicApi.Tests;

/// <summary>The XML documentation that ships in the packages and that an editor shows.</summary>
public sealed class ShippedDocumentationTests
{
    public static TheoryData<string> Packages { get; } =
        ["CognitoIdentityClient", "CognitoIdentityClient.DistributedCache", "CognitoIdentityClient.Testing"];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Documentation_has_the_public_types_and_no_other(string package) => Assert.Equal(
        Assembly.Load(package).GetExportedTypes().Select(type => "T:" + type.FullName!.Replace('+', '.')).Order(StringComparer.Ordinal),
        Names(package).Where(name => name.StartsWith("T:", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("M:CognitoIdentity.ICognitoIdentityClient.GetIdAsync(CognitoIdentity.GetIdRequest,System.Threading.CancellationToken)")]
    [InlineData("P:CognitoIdentity.ErrorReason.TokenExpired")]
    [InlineData("P:CognitoIdentity.Logins.Item(System.String)")]
    [InlineData("M:CognitoIdentity.NotAuthorizedException.#ctor(System.String,System.Exception)")]
    [InlineData("M:CognitoIdentity.RoleType.op_Implicit(System.String)~CognitoIdentity.RoleType")]
    [InlineData("T:CognitoIdentity.Paginator`2")]
    [InlineData("M:CognitoIdentity.Paginator`2.AsPages(System.Threading.CancellationToken)")]
    public void Documentation_has_the_public_member(string name) => Assert.Contains(name, Names("CognitoIdentityClient"));

    // The public method with this name has one parameter less.
    [Fact]
    public void Documentation_has_no_internal_overload_of_a_public_member() => Assert.Single(
        Names("CognitoIdentityClient.Testing"),
        name => name.StartsWith("M:CognitoIdentity.Testing.CognitoIdentityEmulator.SeedFrom(", StringComparison.Ordinal));

    private static IEnumerable<string> Names(string package) =>
        XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{package}.xml")).Descendants("member")
            .Select(member => member.Attribute("name")!.Value);
}
