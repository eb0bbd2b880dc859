using System.Runtime.CompilerServices;

namespace CognitoIdentity.Tests.Support;

/// <summary>
/// Hides the AWS settings of whoever runs the tests, and keeps calls on this machine away from their proxies: no region, profile, key,
/// endpoint or proxy of theirs may decide a result.
/// </summary>
internal static class HermeticEnvironment
{
    private const string Loopback = "localhost,127.0.0.1,::1,[::1]";

    [ModuleInitializer]
    internal static void Initialize()
    {
        var names = Environment.GetEnvironmentVariables().Keys.Cast<string>();
        foreach (var name in names.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)))
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        var nowhere = Path.Combine(Path.GetTempPath(), "no-such-folder", "no-such-file");
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", nowhere);
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", nowhere);
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");

        // The proxies themselves stay: what a test downloads, such as packages, may need them. Programs read one of the two names.
        foreach (var name in (string[])["no_proxy", "NO_PROXY"])
        {
            var hosts = Environment.GetEnvironmentVariable(name);
            Environment.SetEnvironmentVariable(name, string.IsNullOrEmpty(hosts) ? Loopback : $"{hosts},{Loopback}");
        }
    }
}
