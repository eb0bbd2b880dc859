using System.Xml.Linq;

namespace CognitoIdentity.PublicApi.Tests;

/// <summary>The XML documentation that ships in the package and that an editor shows.</summary>
public sealed class ShippedDocumentationTests
{
    private static readonly IReadOnlyList<string> Names =
    [
        .. XDocument.Load(Path.Combine(AppContext.BaseDirectory, "CognitoIdentityClient.xml")).Descendants("member")
            .Select(member => member.Attribute("name")!.Value),
    ];

    [Fact]
    public void Documentation_has_every_public_type() => Assert.All(
        typeof(ICognitoIdentityClient).Assembly.GetExportedTypes(),
        type => Assert.Contains("T:" + type.FullName!.Replace('+', '.'), Names));

    [Fact]
    public void Documentation_has_no_internal_type()
    {
        var exported = typeof(ICognitoIdentityClient).Assembly.GetExportedTypes()
            .Select(type => type.FullName!.Replace('+', '.')).ToHashSet();

        Assert.All(Names.Where(name => name.StartsWith("T:", StringComparison.Ordinal)), name => Assert.Contains(name[2..], exported));
    }

    [Theory]
    [InlineData("M:CognitoIdentity.ICognitoIdentityClient.GetIdAsync(CognitoIdentity.GetIdRequest,System.Threading.CancellationToken)")]
    [InlineData("P:CognitoIdentity.ErrorReason.TokenExpired")]
    [InlineData("M:CognitoIdentity.NotAuthorizedException.#ctor(System.String,System.Exception)")]
    [InlineData("M:CognitoIdentity.RoleType.op_Implicit(System.String)~CognitoIdentity.RoleType")]
    [InlineData("T:CognitoIdentity.Paginator`2")]
    [InlineData("M:CognitoIdentity.Paginator`2.AsPages(System.Threading.CancellationToken)")]
    public void Documentation_has_the_public_member(string name) => Assert.Contains(name, Names);
}
