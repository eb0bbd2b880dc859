namespace CognitoIdentity.Tests.Models;

public sealed class AmbiguousRoleResolutionTypeTests()
    : ExtensibleEnumTests<AmbiguousRoleResolutionType>(AmbiguousRoleResolutionType.Deny, "Deny", text => text, text => text);

public sealed class UnprocessedIdentityErrorCodeTests()
    : ExtensibleEnumTests<UnprocessedIdentityErrorCode>(
        UnprocessedIdentityErrorCode.AccessDenied, "AccessDenied", text => text, text => text);

public sealed class MappingRuleMatchTypeTests()
    : ExtensibleEnumTests<MappingRuleMatchType>(MappingRuleMatchType.Equal, "Equals", text => text, text => text);

public sealed class RoleMappingTypeTests()
    : ExtensibleEnumTests<RoleMappingType>(RoleMappingType.Token, "Token", text => text, text => text);

public sealed class ErrorReasonValueTests()
    : ExtensibleEnumTests<ErrorReason>(ErrorReason.TokenExpired, "TokenExpired", text => text, text => text)
{
    protected override string DefaultText => "Unknown";
}

public sealed class RoleTypeTests()
    : ExtensibleEnumTests<RoleType>(RoleType.Authenticated, "authenticated", text => text, text => text);

/// <summary>A value is its text, whether this version knows the text or not.</summary>
public abstract class ExtensibleEnumTests<T>(T known, string knownText, Func<string, T> convert, Func<string?, T?> convertNullable)
    where T : struct, IParsable<T>
{
    protected virtual string DefaultText => "";

    [Fact]
    public void Known_value_is_its_text()
    {
        Assert.Equal(knownText, known.ToString());
        Assert.Equal(known, convert(knownText));
        Assert.Equal(known.GetHashCode(), convert(knownText).GetHashCode());
    }

    [Fact]
    public void Unknown_value_is_kept_as_it_came()
    {
        Assert.Equal("NewOfTheService", convert("NewOfTheService").ToString());
        Assert.Equal(convert("NewOfTheService"), convert("NewOfTheService"));
        Assert.NotEqual(known, convert("NewOfTheService"));
    }

    [Fact]
    public void Value_in_another_case_is_another_value() => Assert.NotEqual(known, convert(knownText.ToUpperInvariant()));

    [Fact]
    public void Default_has_the_text_of_no_value()
    {
        Assert.Equal(DefaultText, default(T).ToString());
        Assert.NotEqual(known, default);
    }

    [Fact]
    public void Null_stays_null_where_the_target_can_be_null()
    {
        Assert.Null(convertNullable(null));
        Assert.Equal(known, convertNullable(knownText));
    }

    [Fact]
    public void Text_is_parsed_whether_it_is_known_or_not()
    {
        Assert.Equal(known, T.Parse(knownText, null));
        Assert.Equal("NewOfTheService", T.Parse("NewOfTheService", null).ToString());
        Assert.True(T.TryParse(knownText, null, out var parsed));
        Assert.Equal(known, parsed);
        Assert.False(T.TryParse(null, null, out var none));
        Assert.Equal(default, none);
        Assert.Throws<ArgumentNullException>("s", () => T.Parse(null!, null));
    }

    [Fact]
    public void Value_of_null_is_refused() => Assert.Throws<ArgumentNullException>("value", () => convert(null!));
}
