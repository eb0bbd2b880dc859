using System.Text.Json.Serialization;

namespace CognitoIdentity.Testing;

/// <summary>The way in which users of one provider get their role.</summary>
/// <param name="Type">"Token" or "Rules".</param>
/// <param name="AmbiguousRoleResolution">"AuthenticatedRole" or "Deny".</param>
/// <param name="Rules">The rules in their order; null for the type Token, unless they were sent.</param>
internal sealed record PoolRoleMapping(string Type, string AmbiguousRoleResolution, IReadOnlyList<PoolMappingRule>? Rules = null)
{
    public const string TokenType = "Token";
    public const string RulesType = "Rules";
    public const string UseAuthenticatedRole = "AuthenticatedRole";
    public const string Deny = "Deny";

    public static string[] Types { get; } = [TokenType, RulesType];

    public static string[] Resolutions { get; } = [UseAuthenticatedRole, Deny];
}

internal sealed record PoolMappingRule(string Claim, string MatchType, string RoleArn, string Value)
{
    public const string EqualsType = "Equals";
    public const string ContainsType = "Contains";
    public const string StartsWithType = "StartsWith";
    public const string NotEqualType = "NotEqual";

    public static string[] MatchTypes { get; } = [EqualsType, ContainsType, StartsWithType, NotEqualType];
}

/// <summary>The claims of a provider's tokens that become principal tags: claim names by tag names.</summary>
internal sealed record PrincipalTagMap(bool UseDefaults, IReadOnlyDictionary<string, string> Tags)
{
    // "default (username and clientID) attribute mappings" of the API reference; the claims are those that the console shows.
    private static readonly Dictionary<string, string> Defaults = new() { ["username"] = "sub", ["client"] = "aud" };

    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Effective => UseDefaults ? Defaults : Tags;
}
