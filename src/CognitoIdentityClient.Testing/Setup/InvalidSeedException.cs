namespace CognitoIdentity.Testing;

/// <summary>The exception thrown when a seed file cannot be used. The message names the member; nothing of the file was added.</summary>
public sealed class InvalidSeedException : Exception
{
    /// <summary>Creates the exception with a message that says what is wrong.</summary>
    /// <param name="message">The mistake in the seed file, with the path of the member.</param>
    public InvalidSeedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message that says what is wrong, and its cause.</summary>
    /// <param name="message">The mistake in the seed file, with the path of the member.</param>
    /// <param name="innerException">The exception that reported the mistake.</param>
    public InvalidSeedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
