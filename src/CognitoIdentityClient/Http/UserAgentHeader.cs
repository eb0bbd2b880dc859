using System.Buffers;
using System.Runtime.InteropServices;

namespace CognitoIdentity;

/// <summary>The <c>User-Agent</c> header in the form that the AWS SDKs share, created once per client.</summary>
internal static class UserAgentHeader
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!$%&'*+-.^_`|~,");

    public static string Create(RetryMode retryMode, string? applicationId)
    {
        var version = typeof(UserAgentHeader).Assembly.GetName().Version!.ToString(3);
        var mode = retryMode == RetryMode.Adaptive ? "adaptive" : "standard";
        var application = string.IsNullOrEmpty(applicationId) ? "" : $" app/{Clean(applicationId)}";
        return $"CognitoIdentityClient/{version} ua/2.1 os/{OperatingSystemName()}#{Clean(Environment.OSVersion.Version.ToString())} "
            + $"md/arch#{Clean(RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant())} "
            + $"lang/dotnet#{Clean(Environment.Version.ToString())} cfg/retry-mode#{mode}{application}";
    }

    /// <summary>Replaces the characters that a value in the header must not have.</summary>
    private static string Clean(string value) =>
        string.Create(value.Length, value, static (clean, dirty) =>
        {
            for (var i = 0; i < clean.Length; i++)
            {
                clean[i] = Allowed.Contains(dirty[i]) ? dirty[i] : '-';
            }
        });

    private static string OperatingSystemName() =>
        OperatingSystem.IsWindows() ? "windows"
        : OperatingSystem.IsAndroid() ? "android"
        : OperatingSystem.IsLinux() ? "linux"
        : OperatingSystem.IsIOS() ? "ios"
        : OperatingSystem.IsMacOS() || OperatingSystem.IsMacCatalyst() ? "macos"
        : "other";
}
