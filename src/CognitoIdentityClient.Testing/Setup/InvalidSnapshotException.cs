namespace CognitoIdentity.Testing;

/// <summary>The exception thrown when a text is not a snapshot of an emulator, or was damaged. The emulator's state is unchanged.</summary>
public sealed class InvalidSnapshotException : Exception
{
    /// <summary>Creates the exception with a general message.</summary>
    public InvalidSnapshotException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message that says what is wrong.</summary>
    /// <param name="message">The mistake in the snapshot; null for a general text.</param>
    public InvalidSnapshotException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message that says what is wrong, and its cause.</summary>
    /// <param name="message">The mistake in the snapshot; null for a general text.</param>
    /// <param name="innerException">The exception that reported the mistake, or null.</param>
    public InvalidSnapshotException(string? message, Exception? innerException)
        : base(message ?? "The text is not a snapshot of an emulator.", innerException)
    {
    }
}
