using System.Text.RegularExpressions;

namespace CognitoIdentity;

/// <summary>Reads what the text of an error names: its reason, a role, a provider's ARN, the service that gave it.</summary>
internal static partial class ErrorTexts
{
    private const string BeforeMessage = ": ";

    /// <summary>
    /// Returns the reason of the error. Logs and other SDKs put words in front of the service's message, such as
    /// "NotAuthorizedException: " or "An error occurred (…) when calling the GetId operation: ".
    /// </summary>
    public static ErrorReason FindReason(SignInDiagnosisOptions options)
    {
        var message = options.ErrorMessage;
        var reason = ErrorReasonTable.Find(message);
        while (reason == default && message?.IndexOf(BeforeMessage, StringComparison.Ordinal) is >= 0 and var end)
        {
            message = message[(end + BeforeMessage.Length)..];
            reason = ErrorReasonTable.Find(message);
        }

        // This code has only one message, so the code alone tells the reason.
        return reason == default && options.ErrorCode == "InvalidIdentityPoolConfigurationException"
            ? ErrorReason.RolesNotAssigned
            : reason;
    }

    /// <summary>
    /// Returns the member in "Value '…' at 'identityId' failed to satisfy constraint", in the reference's spelling; null in another text.
    /// </summary>
    public static string? FindMember(string? message) =>
        MemberPattern().Match(message ?? "") is { Success: true } match
            ? $"{char.ToUpperInvariant(match.Groups["member"].Value[0])}{match.Groups["member"].Value[1..]}"
            : null;

    /// <summary>Returns the role in "Access to Role 'ARN' is forbidden."; null in another text.</summary>
    public static string? FindRole(string? message) =>
        RolePattern().Match(message ?? "") is { Success: true } match ? match.Groups["role"].Value : null;

    /// <summary>
    /// Returns the provider and the account in "Identity provider ARN is not valid for account ID"; null in another text.
    /// </summary>
    public static (string Provider, string Account)? FindProvider(string? message) =>
        ProviderPattern().Match(message ?? "") is { Success: true } match
            ? (match.Groups["arn"].Value, match.Groups["account"].Value)
            : null;

    /// <summary>
    /// Returns the action in "… is not authorized to perform: s3:PutObject …", where it is one of a service that the user called with the
    /// credentials; null where the service, STS or IAM refused the sign-in or the configuration.
    /// </summary>
    public static string? FindActionAfterSignIn(string? message) =>
        ActionPattern().Match(message ?? "") is { Success: true } match
        && match.Groups["service"].Value is not ("cognito-identity" or "sts" or "iam")
            ? match.Groups["action"].Value
            : null;

    [GeneratedRegex("validation errors? detected: .{0,4096}?at '(?<member>[A-Za-z.]{1,128})' failed", RegexOptions.CultureInvariant)]
    private static partial Regex MemberPattern();

    [GeneratedRegex("Access to Role '(?<role>[^']{1,2048})' is forbidden", RegexOptions.CultureInvariant)]
    private static partial Regex RolePattern();

    [GeneratedRegex(
        "Identity provider (?<arn>arn:[^ ]{1,2048}) is not valid for account (?<account>[0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex ProviderPattern();

    [GeneratedRegex("not authorized to perform: (?<action>(?<service>[a-z0-9-]+):[A-Za-z0-9*]+)", RegexOptions.CultureInvariant)]
    private static partial Regex ActionPattern();
}
