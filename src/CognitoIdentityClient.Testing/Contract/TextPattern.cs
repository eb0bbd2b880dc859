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
    private const string Start = @"\A(?:";
    private const string End = @")\z";

    private readonly Regex _regex;

    private TextPattern(Regex regex, string? shown = null)
    {
        _regex = regex;
        Text = shown ?? $"{regex}"[Start.Length..^End.Length];
    }

    /// <summary>The pattern as the API reference has it.</summary>
    public string Text { get; }

    public static TextPattern Id { get; } = new(IdRegex());

    public static TextPattern PoolName { get; } = new(PoolNameRegex(), @"[\w\s+=,.@-]+");

    public static TextPattern DeveloperProvider { get; } = new(DeveloperProviderRegex());

    public static TextPattern PageToken { get; } = new(PageTokenRegex(), @"[\S]+");

    public static TextPattern UserPoolClient { get; } = new(UserPoolClientRegex());

    public static TextPattern UserPool { get; } = new(UserPoolRegex());

    public static TextPattern Claim { get; } = new(ClaimRegex());

    public static TextPattern Application { get; } = new(ApplicationRegex());

    public static TextPattern AccountId { get; } = new(AccountIdRegex(), @"\d+");

    public static TextPattern RoleSessionName { get; } = new(RoleSessionNameRegex());

    /// <summary>Returns whether the whole text matches.</summary>
    public bool IsMatch(string text) => _regex.IsMatch(text);

    [GeneratedRegex(Start + @"[\w-]+:[0-9a-f-]+" + End, RegexOptions.CultureInvariant)]
    private static partial Regex IdRegex();

    [GeneratedRegex(Start + @"[\w \t\n\v\f\r+=,.@-]+" + End, RegexOptions.CultureInvariant)]
    private static partial Regex PoolNameRegex();

    [GeneratedRegex(Start + @"[\w._-]+" + End, RegexOptions.CultureInvariant)]
    private static partial Regex DeveloperProviderRegex();

    [GeneratedRegex(Start + @"[^ \t\n\v\f\r]+" + End, RegexOptions.CultureInvariant)]
    private static partial Regex PageTokenRegex();

    [GeneratedRegex(Start + @"[\w_]+" + End, RegexOptions.CultureInvariant)]
    private static partial Regex UserPoolClientRegex();

    [GeneratedRegex(Start + @"[\w._:/-]+" + End, RegexOptions.CultureInvariant)]
    private static partial Regex UserPoolRegex();

    [GeneratedRegex(Start + @"[\p{L}\p{M}\p{S}\p{N}\p{P}]+" + End, RegexOptions.CultureInvariant)]
    private static partial Regex ClaimRegex();

    [GeneratedRegex(Start + @"[\w.;_/-]+" + End, RegexOptions.CultureInvariant)]
    private static partial Regex ApplicationRegex();

    [GeneratedRegex(Start + @"[0-9]+" + End, RegexOptions.CultureInvariant)]
    private static partial Regex AccountIdRegex();

    [GeneratedRegex(Start + @"[\w+=,.@-]*" + End, RegexOptions.CultureInvariant)]
    private static partial Regex RoleSessionNameRegex();
}
