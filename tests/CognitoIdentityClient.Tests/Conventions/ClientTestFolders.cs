using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Conventions;

public sealed class ClientTestFolders() : TestFolderConventions(
    "tests/CognitoIdentityClient.Tests",
    new Dictionary<string, string>
    {
        ["src/CognitoIdentityClient"] = "",
        ["src/CognitoIdentityClient.DistributedCache"] = "Credentials/Stores",
    });
