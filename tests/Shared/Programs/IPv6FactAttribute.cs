using System.Net.Sockets;

namespace CognitoIdentity.Tests.Support;

/// <summary>A test of addresses of IPv6: it is skipped, and says why, on a machine that has none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class IPv6FactAttribute : FactAttribute
{
    /// <inheritdoc/>
    public override string? Skip
    {
        get => Socket.OSSupportsIPv6 ? null : "This machine has no IPv6.";
        set => throw new NotSupportedException();
    }
}
