using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace CognitoIdentity.Tests.Support;

/// <summary>A test of an address of this machine beyond loopback: it is skipped, and says why, on a machine without a network.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NetworkFactAttribute : FactAttribute
{
    /// <summary>An IPv4 address of this machine in a network, or null if it is in none.</summary>
    public static IPAddress? Address { get; } = NetworkInterface.GetAllNetworkInterfaces()
        .Where(network => network.OperationalStatus == OperationalStatus.Up)
        .SelectMany(network => network.GetIPProperties().UnicastAddresses)
        .Select(unicast => unicast.Address)
        .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));

    /// <inheritdoc/>
    public override string? Skip
    {
        get => Address is null ? "This machine is in no network." : null;
        set => throw new NotSupportedException();
    }
}
