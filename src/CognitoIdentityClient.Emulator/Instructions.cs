using CognitoIdentity.Testing;

namespace CognitoIdentity.Emulator;

/// <summary>The text that the tool prints when it is ready: where it listens and how to use it.</summary>
internal static class Instructions
{
    public static string For(CognitoIdentityEmulator emulator, CommandLine commandLine)
    {
        var key = commandLine.Options.AccessKeys[0];
        // Only the well-known pair may be printed; another secret is the user's own.
        var secret = key == EmulatorAccessKey.Example ? key.SecretAccessKey : "<its secret>";
        // The client refuses to sign for plain http beyond loopback unless told.
        var insecure = emulator.Endpoint.IsLoopback ? "" : "AllowInsecureEndpoint = true, ";
        return $"""
            Listening on {emulator.Endpoint}  (Ctrl+C stops{(commandLine.DataFile is null ? "" : $" and saves to {commandLine.DataFile}")})
            {(emulator.ConsoleAddress is { } console ? $"See what happens at {console}" : "The control API is off.")}
            Regions: {string.Join(", ", emulator.Regions)}; account: {commandLine.Options.AccountId}; health: {emulator.Endpoint}health

            AWS CLI and boto3:
              export AWS_ACCESS_KEY_ID={key.AccessKeyId} AWS_SECRET_ACCESS_KEY={secret} AWS_DEFAULT_REGION={emulator.Region}
              aws cognito-identity list-identity-pools --max-results 10 --endpoint-url {emulator.Endpoint}
              python3 -c "import boto3; print(boto3.client('cognito-identity', endpoint_url='{emulator.Endpoint}').list_identity_pools(MaxResults=10))"

            .NET:
              new CognitoIdentityClient(new() {"{"} Region = "{emulator.Region}", Endpoint = new("{emulator.Endpoint}"), {insecure}Credentials = new BasicAWSCredentials("{key.AccessKeyId}", "{secret}") {"}"})

            """;
    }
}
