using System.Diagnostics;
using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;
using CredentialsSamples;
using WireMock.ResponseBuilders;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>The real AWS CLI works with the credentials that samples/scripts/credentials-process.cs prints.</summary>
[Collection(ScriptTests.Name)]
public sealed class CredentialsProcessTests
{
    private static readonly TimeSpan BuildAndRun = TimeSpan.FromMinutes(10);

    // A build of its own, of many seconds.
    [ProgramFact("awscli", "aws", "--version", IsSlow = true)]
    public async Task AWS_CLI_signs_with_the_guests_credentials_and_with_a_users()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var client = emulator.CreateClient();
        var poolId = await SamplePool.CreateAsync(client);
        using var sts = StubServer.Start(Response.Create().WithHeader("Content-Type", "text/xml").WithBody(AwsClientTests.CannedResponse));
        var home = Directory.CreateTempSubdirectory();
        try
        {
            var script = SampleScript.PathOf("credentials-process");
            var token = Path.Combine(home.FullName, "token");
            await File.WriteAllTextAsync(token, "a token of carol\n");
            await File.WriteAllTextAsync(
                Path.Combine(home.FullName, "config"),
                $"""
                [profile guest]
                region = us-east-1
                credential_process = dotnet run {script} {poolId}

                [profile user]
                region = us-east-1
                credential_process = dotnet run {script} {poolId} accounts.google.com {token}
                """);

            foreach (var profile in (string[])["guest", "guest", "user"])
            {
                var start = new ProcessStartInfo(
                    "aws", ["--profile", profile, "--endpoint-url", sts.Url!, "sts", "get-caller-identity"]);
                SampleScript.PrepareBuild(start);
                start.Environment["AWS_CONFIG_FILE"] = Path.Combine(home.FullName, "config");
                start.Environment["XDG_DATA_HOME"] = home.FullName;
                start.Environment["AWS_ENDPOINT_URL_COGNITO_IDENTITY"] = emulator.Endpoint.ToString();
                var (exitCode, output, errors) = await ExternalProgram.RunAsync(start, BuildAndRun);
                Assert.True(exitCode == 0, $"{output} {errors}");
                Assert.Contains("123456789012", output);
            }

            string[] tokens = [.. sts.LogEntries.Select(entry => entry.RequestMessage!.Headers!["X-Amz-Security-Token"].ToString())];
            Assert.Equal(
                [SamplePool.GuestRole, SamplePool.GuestRole, SamplePool.UserRole],
                tokens.Select(session => IssuedSession.Read(session).RoleArn));

            // The second run of the guest restored the session. An attempt that a busy machine made slow may have been repeated.
            Assert.Equal(tokens[0], tokens[1]);
            var calls = emulator.Requests.For("GetCredentialsForIdentity").Select(request => request.Headers["amz-sdk-invocation-id"]);
            Assert.Equal(2, calls.Distinct().Count());
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }
}
