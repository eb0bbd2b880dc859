#!/usr/bin/env dotnet
#:project ../../src/CognitoIdentityClient/CognitoIdentityClient.csproj

// Prints credentials of an identity pool as the AWS CLI and the AWS SDKs take them from a credential_process, so that every AWS tool can
// work as a guest or as a user of the pool. In ~/.aws/config:
//
//   [profile pool]
//   region = us-east-1
//   credential_process = dotnet run /path/to/credentials-process.cs us-east-1:177a950c-2c08-43f0-9983-28727e9a3b11
//
// For a signed-in user, the provider's name and a file with the user's current token follow the pool's id. The token is not an argument,
// since every process of the machine can read those.
// https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sourcing-external.html
using System.Text.Json;
using CognitoIdentity;

if (args is not ([_] or [_, _, _]))
{
    Console.Error.WriteLine("Arguments: POOL [PROVIDER TOKEN_FILE]");
    return 2;
}

// AWS tools start the script again and again. A guest goes on with the same identity and session; a user's token tells who the user is.
// A new account has no folder of application data yet, so it is created.
var applicationData = Environment.GetFolderPath(
    Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
var folder = Path.Combine(applicationData, "cognito-identity-credentials-process");
try
{
    using var client = new CognitoIdentityClient(new() { Region = args[0].Split(':')[0] });
    var credentials = new CognitoIdentityCredentials(
        new()
        {
            IdentityPoolId = args[0],
            User = args is [_, var provider, var tokenFile]
                ? CognitoIdentityUser.SignedIn(provider, async token => (await File.ReadAllTextAsync(tokenFile, token)).Trim())
                : CognitoIdentityUser.Guest,
            IdentityIdStore = new FileIdentityIdStore(Path.Combine(folder, "identities")),
            SessionStore = new FileSessionStore(Path.Combine(folder, "sessions")),
            // The next start needs what this one stores: a busy disk may take its time.
            StoreTimeout = TimeSpan.FromMinutes(1),
        },
        client);

    var session = await credentials.GetSessionAsync();
    using var output = Console.OpenStandardOutput();
    using var json = new Utf8JsonWriter(output);
    json.WriteStartObject();
    json.WriteNumber("Version", 1);
    json.WriteString("AccessKeyId", session.Credentials.AccessKeyId);
    json.WriteString("SecretAccessKey", session.Credentials.SecretKey);
    json.WriteString("SessionToken", session.Credentials.SessionToken);
    json.WriteString("Expiration", session.Expiration.UtcDateTime);
    json.WriteEndObject();
    return 0;
}
catch (Exception error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
