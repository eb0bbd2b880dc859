namespace CognitoIdentity;

/// <summary>The errors of credentials that did not come, without a line of a credentials file in them.</summary>
/// <remarks>AWSSDK.Core quotes lines that it cannot read, and such a line may be a secret key.</remarks>
internal static class CredentialsFailure
{
    private const string Unreadable = "a config or credentials file of AWS cannot be read; it has an invalid line.";

    /// <summary>
    /// Returns the error of a default chain that found nothing. It names a missing profile and unreadable lines of the files.
    /// </summary>
    public static CredentialsNotFoundException NothingFound(Exception cause) =>
        Problems() is { Length: > 0 } problems ? NothingFound(problems)
        : QuotesLine(cause) ? NothingFound(Unreadable)
        : new(message: null, cause);

    /// <summary>Returns the error of credentials that were found and gave no keys.</summary>
    /// <param name="cause">The exception that the credentials threw.</param>
    /// <param name="isDefaultChain">Whether they are those of the default chain, which reads the files again.</param>
    public static CredentialsNotFoundException Create(Exception cause, bool isDefaultChain) =>
        isDefaultChain && Problems() is { Length: > 0 } problems ? NothingFound(problems)
        : QuotesLine(cause) ? new($"The AWS credentials gave no keys: {Unreadable}")
        : new($"The AWS credentials gave no keys: {cause.Message}", cause);

    private static string Problems() => string.Join(' ', AwsProfile.Read(Environment.GetEnvironmentVariable).Problems);

    private static CredentialsNotFoundException NothingFound(string reason) =>
        new($"No AWS credentials were found, and this operation must be signed: {reason}");

    // IniFile of AWSSDK.Core throws an InvalidDataException with the text "Line 3:<…> in file …", and the chain copies the texts of its
    // sources into its own.
    private static bool QuotesLine(Exception cause) =>
        cause is InvalidDataException
        || (cause.Message.Contains("Line ", StringComparison.Ordinal) && cause.Message.Contains(":<", StringComparison.Ordinal))
        || (cause is AggregateException several
            ? several.InnerExceptions.Any(QuotesLine)
            : cause.InnerException is { } inner && QuotesLine(inner));
}
