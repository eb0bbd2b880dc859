using System.Runtime.CompilerServices;

namespace CognitoIdentity.Tests.Support;

/// <summary>Hides the AWS settings of whoever runs the tests: no region, profile, key or endpoint of theirs may decide a result.</summary>
internal static class HermeticEnvironment
{
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
    }
}
