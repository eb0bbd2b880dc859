using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Console;

/// <summary>axe-core (https://github.com/dequelabs/axe-core), installed once into a temporary folder by Console/package.json.</summary>
internal static class AxeCore
{
    private static readonly Lazy<(string? Script, string? Problem)> Installed = new(Install);

    /// <summary>Why it is not there; null when it is.</summary>
    public static string? Problem => Installed.Value.Problem;

    public static string Script => Installed.Value.Script!;

    private static (string? Script, string? Problem) Install()
    {
        if (ExternalProgram.Find("npm") is not { } npm)
        {
            return (null, "There is no 'npm': install the package npm.");
        }

        var package = Path.Combine(AppContext.BaseDirectory, "Console", "package.json");
        // Another text of package.json, such as another version, gets another folder.
        var key = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(package)))[..12];
        var folder = Path.Combine(Path.GetTempPath(), $"cognito-identity-axe-{key}");
        var script = Path.Combine(folder, "node_modules", "axe-core", "axe.min.js");
        if (!File.Exists(script))
        {
            Directory.CreateDirectory(folder);
            File.Copy(package, Path.Combine(folder, "package.json"), overwrite: true);
            if (ExternalProgram.Run(
                npm, folder, TimeSpan.FromMinutes(2), "install", "--no-audit", "--no-fund", "--ignore-scripts") is { } error)
            {
                return (null, $"npm cannot install axe-core: {error}");
            }
        }

        return (script, null);
    }
}
