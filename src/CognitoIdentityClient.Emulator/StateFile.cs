using CognitoIdentity.Testing;

namespace CognitoIdentity.Emulator;

/// <summary>The file that keeps the state between runs.</summary>
internal static class StateFile
{
    /// <summary>What the file holds; null without a file, and the emulator starts empty.</summary>
    /// <exception cref="IOException">The file cannot be read, or its folder is missing.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static async Task<string?> ReadAsync(string path)
    {
        if (File.Exists(path))
        {
            return await File.ReadAllTextAsync(path).ConfigureAwait(false);
        }
        return Directory.Exists(Path.GetDirectoryName(path))
            ? null
            : throw new DirectoryNotFoundException($"The folder of '{path}' does not exist.");
    }

    /// <summary>Saves the state beside the file first and then puts it in its place, so that the file is never half written.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static async Task SaveAsync(CognitoIdentityEmulator emulator, string path)
    {
        var beside = path + ".new";
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
}
