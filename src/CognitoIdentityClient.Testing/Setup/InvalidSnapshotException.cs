namespace CognitoIdentity.Testing;

/// <summary>A text is not a snapshot of an emulator, or was damaged. The emulator's state is as it was.</summary>
public sealed class InvalidSnapshotException : Exception
{
    /// <summary>Makes the exception with a message that says what is wrong.</summary>
    /// <param name="message">What is wrong with the snapshot.</param>
    /// <param name="innerException">What found it; null if nothing else did.</param>
    public InvalidSnapshotException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
