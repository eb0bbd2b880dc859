namespace CognitoIdentity;

/// <summary>
/// The exception thrown when a signed operation is called and there are no AWS credentials to sign with. Nothing was sent. The message
/// lists where credentials can come from; the inner exception has what each source reported.
/// </summary>
public sealed class CredentialsNotFoundException : CognitoIdentityException
{
    /// <summary>Creates the exception with a general message.</summary>
    public CredentialsNotFoundException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message; null for a general text that lists the sources of credentials.</param>
    public CredentialsNotFoundException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message; null for a general text that lists the sources of credentials.</param>
    /// <param name="innerException">The error of the sources of credentials, or null.</param>
    public CredentialsNotFoundException(string? message, Exception? innerException)
        : base(message ?? GeneralText, innerException)
    {
    }

    private const string GeneralText =
        "No AWS credentials were found, and this operation has to be signed. They can come from CognitoIdentityClientOptions.Credentials; "
        + "an AWSCredentials service of the container; the environment (AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY); a profile of "
        + "~/.aws/credentials or ~/.aws/config (AWS_PROFILE, otherwise \"default\"), also one of 'aws sso login'; "
        + "a web identity token file; or the role of the container or instance.";
}
