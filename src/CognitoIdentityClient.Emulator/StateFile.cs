using CognitoIdentity.Testing;

namespace CognitoIdentity.Emulator;

/// <summary>The file that keeps the state between runs.</summary>
internal static class StateFile
{
    /// <summary>
    /// What the file holds; null without a file, and the emulator starts empty. Fails where the state could not be saved either: at
    /// the end it would be lost.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read or written, is a folder, or its folder is missing.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read or written.</exception>
    public static async Task<string?> ReadAsync(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"'{path}' is a folder, not a file.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw new DirectoryNotFoundException($"The folder of '{path}' does not exist.");
        }

        var text = File.Exists(path) ? await File.ReadAllTextAsync(path).ConfigureAwait(false) : null;
        try
        {
            RequireWritable(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The state could not be saved to '{path}': {e.Message}", e);
        }

        return text;
    }

    /// <summary>Saves the state beside the file first and then puts it in its place, so that the file is never half written.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static async Task SaveAsync(CognitoIdentityEmulator emulator, string path)
    {
        var beside = Beside(path);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        // It holds a private key.
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var writer = new StreamWriter(beside, options);
        await using (writer.ConfigureAwait(false))
        {
            await writer.WriteAsync(emulator.TakeSnapshot()).ConfigureAwait(false);
        }
        File.Move(beside, path, overwrite: true);
    }

    private static string Beside(string path) => path + ".new";

    /// <summary>Tries what saving will do, and leaves everything as it was.</summary>
    private static void RequireWritable(string path)
    {
        // Saving could replace a file that is read-only, but whoever made it so does not want that.
        if (File.Exists(path))
        {
            File.OpenWrite(path).Dispose();
        }

        var beside = Beside(path);
        var wasThere = File.Exists(beside);
        File.OpenWrite(beside).Dispose();
        if (!wasThere)
        {
            File.Delete(beside);
        }
    }
}
