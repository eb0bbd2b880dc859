namespace CognitoIdentity.Tests.Support;

/// <inheritdoc cref="UnixFactAttribute"/>
/// <param name="reason">The reason, as a sentence.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixTheoryAttribute(string reason) : TheoryAttribute
{
    /// <inheritdoc/>
    public override string? Skip
    {
        get => OperatingSystem.IsWindows() ? reason : null;
        set => throw new NotSupportedException();
    }
}
