using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Emulator;

/// <summary>The base of the tests that start the tool: a folder for its files.</summary>
public abstract class ToolTest : IDisposable
{
    /// <summary>Gets an empty folder, which is deleted after the test.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("emulator-").FullName;

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    // The document that a provider publishes.
    protected static string KeySetJson()
    {
        var key = JwtKey.Provider.KeySet.Keys.Single();
        return $$"""{"keys":[{"kty":"{{key.Kty}}","kid":"{{key.Kid}}","n":"{{key.N}}","e":"{{key.E}}"}]}""";
    }
}
