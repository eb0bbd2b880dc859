using CognitoIdentity.Testing;
using CredentialsSamples;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>docs/guides/credentials.md shows code of samples/Credentials, and that code works.</summary>
public sealed class DocumentTests
{
    [Fact]
    public void Code_of_the_document_is_that_of_the_samples()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Credentials", "Documents");
        var samples = Directory.GetFiles(folder, "*.cs").Select(file => Normal(File.ReadAllText(file))).ToList();
        var blocks = File.ReadAllText(Path.Combine(folder, "credentials.md")).Split("```csharp\n").Skip(1)
            .Select(text => Normal(text[..text.IndexOf("```", StringComparison.Ordinal)])).ToList();

        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.Contains(samples, sample => sample.Contains(block, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Samples_run()
    {
        // The samples keep what they store under the user's application data, a folder that a new account does not have.
        var home = Directory.CreateTempSubdirectory();
        var applicationData = Path.Combine(home.FullName, "share");
        Environment.SetEnvironmentVariable("XDG_DATA_HOME", applicationData);
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var client = emulator.CreateClient();
        var poolId = await SamplePool.CreateAsync(client);

        Assert.True((await StartSample.RunAsync(client, poolId)).IsGuest);
        Assert.True((await GuestSample.RunAsync(client, poolId)).IsGuest);
        CognitoIdentitySession[] users =
        [
            await SignInSample.RunAsync(client, poolId),
            await UserPoolSample.RunAsync(client, poolId),
            await GoogleSample.RunAsync(client, poolId),
            await DeveloperSample.RunAsync(client, client, poolId),
            .. await ServerSample.RunAsync(emulator, poolId),
        ];
        Assert.All(users, session => Assert.False(session.IsGuest));
        Assert.Equal(6, users.Select(session => session.IdentityId).Distinct().Count());
        if (OperatingSystem.IsLinux())
        {
            var folder = Path.Combine(applicationData, "credentials-sample", "identities");
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Assert.Single(Directory.GetFiles(folder))));
        }

        home.Delete(recursive: true);
    }

    // Documents indent less.
    private static string Normal(string code) =>
        string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}
