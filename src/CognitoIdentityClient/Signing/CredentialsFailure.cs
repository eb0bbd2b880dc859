namespace CognitoIdentity;

/// <summary>The errors of credentials that did not come, without a line of a credentials file in them.</summary>
internal static class CredentialsFailure
{
    /// <summary>
    /// Returns the error of a default chain that found nothing. It names a missing profile and unreadable lines of the files.
    /// </summary>
    public static CredentialsNotFoundException NothingFound(Exception cause) => NothingFound(cause, Problems());

    /// <summary>Returns the error of credentials that were found and gave no keys.</summary>
    /// <param name="cause">The exception that the credentials threw.</param>
    /// <param name="isDefaultChain">Whether they are those of the default chain, which reads the files again.</param>
    public static CredentialsNotFoundException Create(Exception cause, bool isDefaultChain)
    {
        var problems = isDefaultChain ? Problems() : [];
        return problems.Count > 0
            ? NothingFound(cause, problems)
            : new($"The AWS credentials gave no keys: {cause.Message}", cause);
    }

    private static IReadOnlyList<string> Problems() => AwsProfile.Read(Environment.GetEnvironmentVariable).Problems;

    // AWSSDK.Core quotes lines that it cannot read, and such a line may be a secret key.
    private static CredentialsNotFoundException NothingFound(Exception cause, IReadOnlyList<string> problems) =>
        problems.Count == 0
            ? new(message: null, cause)
            : new($"No AWS credentials were found, and this operation must be signed: {string.Join(' ', problems)}");
}
