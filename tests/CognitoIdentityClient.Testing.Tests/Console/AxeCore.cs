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
        var folder = Path.Combine(Path.GetTempPath(), $"cognito-identity-axe-core-{key}");
        var script = Path.Combine(folder, "node_modules", "axe-core", "axe.min.js");
        var error = File.Exists(script) ? null : InstallInto(folder, script, npm, package);
        return error is null ? (script, null) : (null, $"npm cannot install axe-core: {error}");
    }

    // Another run of tests may install it at the same time: each installs it aside, and the first to finish puts the whole of it in place.
    private static string? InstallInto(string folder, string script, string npm, string package)
    {
        var aside = Directory.CreateTempSubdirectory("cognito-identity-axe-");
        try
        {
            File.Copy(package, Path.Combine(aside.FullName, "package.json"));
            var error = ExternalProgram.Run(
                npm, aside.FullName, TimeSpan.FromMinutes(2), "install", "--no-audit", "--no-fund", "--ignore-scripts");
            if (error is null && !File.Exists(script))
            {
                Directory.Move(aside.FullName, folder);
            }

            return error;
        }
        catch (IOException exception)
        {
            return File.Exists(script) ? null : exception.Message;
        }
        finally
        {
            if (Directory.Exists(aside.FullName))
            {
                Directory.Delete(aside.FullName, recursive: true);
            }
        }
    }
}
