namespace CognitoIdentity.Tests.Models;

public sealed class AmbiguousRoleResolutionTypeTests()
    : ExtensibleEnumTests<AmbiguousRoleResolutionType>(AmbiguousRoleResolutionType.Deny, "Deny", text => text);

public sealed class ErrorCodeTests()
    : ExtensibleEnumTests<UnprocessedIdentityErrorCode>(UnprocessedIdentityErrorCode.AccessDenied, "AccessDenied", text => text);

public sealed class MappingRuleMatchTypeTests()
    : ExtensibleEnumTests<MappingRuleMatchType>(MappingRuleMatchType.Equal, "Equals", text => text);

public sealed class RoleMappingTypeTests()
    : ExtensibleEnumTests<RoleMappingType>(RoleMappingType.Token, "Token", text => text);

public sealed class RoleTypeTests()
    : ExtensibleEnumTests<RoleType>(RoleType.Authenticated, "authenticated", text => text);

/// <summary>A value is its text, whether this version knows the text or not.</summary>
public abstract class ExtensibleEnumTests<T>(T known, string knownText, Func<string, T> convert)
    where T : struct
{
    [Fact]
    public void KnownValue_is_its_text()
    {
        Assert.Equal(knownText, known.ToString());
        Assert.Equal(known, convert(knownText));
        Assert.Equal(known.GetHashCode(), convert(knownText).GetHashCode());
    }

    [Fact]
    public void UnknownValue_is_kept_as_it_came()
    {
        Assert.Equal("NewOfTheService", convert("NewOfTheService").ToString());
        Assert.Equal(convert("NewOfTheService"), convert("NewOfTheService"));
        Assert.NotEqual(known, convert("NewOfTheService"));
    }

    [Fact]
    public void Value_in_another_case_is_another_value() => Assert.NotEqual(known, convert(knownText.ToUpperInvariant()));

    [Fact]
    public void Default_has_an_empty_text()
    {
        Assert.Equal("", default(T).ToString());
        Assert.NotEqual(known, default);
    }

    [Fact]
    public void Value_of_null_is_refused() => Assert.Throws<ArgumentNullException>("value", () => convert(null!));
}
