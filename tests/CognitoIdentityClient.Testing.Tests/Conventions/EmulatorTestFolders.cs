using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Conventions;

public sealed class EmulatorTestFolders() : TestFolderConventions(
    "tests/CognitoIdentityClient.Testing.Tests",
    new Dictionary<string, string>
    {
        ["src/CognitoIdentityClient.Testing"] = "",
        ["src/CognitoIdentityClient.Emulator"] = "Emulator",
    });
