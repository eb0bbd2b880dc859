namespace CognitoIdentity.Testing;

/// <summary>The exception thrown when a seed file cannot be used. The message names the member; nothing of the file was added.</summary>
public sealed class InvalidSeedException : Exception
{
    /// <summary>Creates the exception with a general message.</summary>
    public InvalidSeedException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message that says what is wrong.</summary>
    /// <param name="message">The mistake in the seed file, with the path of the member; null for a general text.</param>
    public InvalidSeedException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message that says what is wrong, and its cause.</summary>
    /// <param name="message">The mistake in the seed file, with the path of the member; null for a general text.</param>
    /// <param name="innerException">The exception that reported the mistake, or null.</param>
    public InvalidSeedException(string? message, Exception? innerException)
        : base(message ?? "The seed file is invalid.", innerException)
    {
    }
}
