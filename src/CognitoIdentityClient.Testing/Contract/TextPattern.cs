using System.Text.RegularExpressions;

namespace CognitoIdentity.Testing;

/// <summary>The patterns of the API reference: each as messages show it, and compiled with the library.</summary>
/// <remarks>
/// The reference's patterns are for the whole text, so they are anchored here and shown without anchors. In Java, which the service is
/// written in, the classes <c>\d</c> and <c>\s</c> are ASCII alone, so they are spelled out. So is <c>\w</c> by default; but whether the
/// service asks for the letters of other scripts is not documented, and they are let through.
/// </remarks>
internal sealed partial class TextPattern
{
    private readonly Regex _regex;

    private TextPattern(string text, Regex regex)
    {
        Text = text;
        _regex = regex;
    }

    /// <summary>The pattern as the API reference has it.</summary>
    public string Text { get; }

    public static TextPattern Id { get; } = new(@"[\w-]+:[0-9a-f-]+", IdRegex());

    public static TextPattern PoolName { get; } = new(@"[\w\s+=,.@-]+", PoolNameRegex());

    public static TextPattern DeveloperProvider { get; } = new(@"[\w._-]+", DeveloperProviderRegex());

    public static TextPattern PageToken { get; } = new(@"[\S]+", PageTokenRegex());

    public static TextPattern UserPoolClient { get; } = new(@"[\w_]+", UserPoolClientRegex());

    public static TextPattern UserPool { get; } = new(@"[\w._:/-]+", UserPoolRegex());

    public static TextPattern Claim { get; } = new(@"[\p{L}\p{M}\p{S}\p{N}\p{P}]+", ClaimRegex());

    public static TextPattern Application { get; } = new(@"[\w.;_/-]+", ApplicationRegex());

    public static TextPattern AccountId { get; } = new(@"\d+", AccountIdRegex());

    public static TextPattern RoleSessionName { get; } = new(@"[\w+=,.@-]*", RoleSessionNameRegex());

    /// <summary>Whether the whole text matches.</summary>
    public bool IsMatch(string text) => _regex.IsMatch(text);

    [GeneratedRegex(@"\A(?:[\w-]+:[0-9a-f-]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdRegex();

    [GeneratedRegex(@"\A(?:[\w \t\n\v\f\r+=,.@-]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex PoolNameRegex();

    [GeneratedRegex(@"\A(?:[\w._-]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex DeveloperProviderRegex();

    [GeneratedRegex(@"\A(?:[^ \t\n\v\f\r]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex PageTokenRegex();

    [GeneratedRegex(@"\A(?:[\w_]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex UserPoolClientRegex();

    [GeneratedRegex(@"\A(?:[\w._:/-]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex UserPoolRegex();

    [GeneratedRegex(@"\A(?:[\p{L}\p{M}\p{S}\p{N}\p{P}]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex ClaimRegex();

    [GeneratedRegex(@"\A(?:[\w.;_/-]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex ApplicationRegex();

    [GeneratedRegex(@"\A(?:[0-9]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex AccountIdRegex();

    [GeneratedRegex(@"\A(?:[\w+=,.@-]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex RoleSessionNameRegex();
}
