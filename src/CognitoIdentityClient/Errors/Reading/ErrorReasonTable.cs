using System.IO.Enumeration;

namespace CognitoIdentity;

internal static partial class ErrorReasonTable
{
    private const string AnyLoginToken = "Invalid login token";

    // Placeholders in hints for names that depend on the region.
    private const string ServiceName = "{the service's name}";
    private const string UserPoolName = "{the user pool's name}";

    /// <summary>Returns the reason that a message of the service gives.</summary>
    public static ErrorReason Find(string? message) =>
        Array.Find(Rows, row => Array.Exists(row.Texts, text => Matches(message, text))).Reason;

    /// <summary>Returns the advice for the reason; null for an unknown one.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="region">The region whose names the advice has; null if it is unknown, and the advice says where they differ.</param>
    public static string? GetHint(ErrorReason reason, string? region = null) => GetRow(reason).Hint?
        .Replace(
            ServiceName,
            region is null
                ? $"{CognitoPrincipal.Default}, and other names in China and AWS GovCloud (US)"
                : CognitoPrincipal.ForRegion(region),
            StringComparison.Ordinal)
        .Replace(
            UserPoolName,
            region is null
                ? "cognito-idp.<region>.amazonaws.com/<user pool id> (in China amazonaws.com.cn)"
                : $"cognito-idp.<region>.{Partition.ForRegion(region).DnsSuffix}/<user pool id>",
            StringComparison.Ordinal);

    /// <summary>Returns the page of the AWS documentation; null for a reason that is not known.</summary>
    public static string? GetHelpLink(ErrorReason reason) => GetRow(reason).HelpLink;

    /// <summary>Returns whether the messages of a reason are about a login token.</summary>
    public static bool IsAboutLoginToken(ErrorReason reason) =>
        GetRow(reason).Texts is [var text, ..] && text.StartsWith(AnyLoginToken, StringComparison.Ordinal);

    private static Row GetRow(ErrorReason reason) => Array.Find(Rows, row => row.Reason == reason);

    // By the beginning, because a message can quote a value of the request, in which the text of another message may be. '*' stands for
    // such a value.
    private static bool Matches(string? message, string text) =>
        message is not null && FileSystemName.MatchesSimpleExpression(text + "*", message, ignoreCase: true);

    /// <param name="Reason">The reason.</param>
    /// <param name="Hint">What to check, complete in itself.</param>
    /// <param name="HelpLink">The page of the AWS documentation.</param>
    /// <param name="Texts">The beginnings of the messages that give the reason.</param>
    private readonly record struct Row(ErrorReason Reason, string Hint, string HelpLink, params string[] Texts);
}
