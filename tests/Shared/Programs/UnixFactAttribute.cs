namespace CognitoIdentity.Tests.Support;

/// <summary>A test of something that Windows does not have: it is skipped there, and says why.</summary>
/// <param name="reason">The reason, as a sentence.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute(string reason) : FactAttribute
{
    /// <inheritdoc/>
    public override string? Skip
    {
        get => OperatingSystem.IsWindows() ? reason : null;
        set => throw new NotSupportedException();
    }
}
