namespace CognitoIdentity;

/// <summary>
/// A signed operation was called and there are no AWS credentials to sign with. The message says where they can come from; the inner
/// exception has what each source answered. Nothing was sent.
/// </summary>
public sealed class CredentialsNotFoundException : CognitoIdentityException
{
    /// <summary>No credentials.</summary>
    /// <param name="message">Where credentials can come from; null for the general text, which says so.</param>
    /// <param name="innerException">What the sources of credentials answered.</param>
    public CredentialsNotFoundException(string? message = null, Exception? innerException = null)
        : base(message ?? GeneralText, innerException)
    {
    }

    private const string GeneralText =
        "No AWS credentials were found, and this operation has to be signed. They can come from CognitoIdentityClientOptions.Credentials; "
        + "the environment (AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY); a profile of ~/.aws/credentials or ~/.aws/config (AWS_PROFILE, "
        + "else \"default\"), also one of 'aws sso login'; a web identity token file; or the role of the container or instance.";
}
