using System.Text.RegularExpressions;

namespace CognitoIdentity.Samples.Tests;

/// <summary>samples/Credentials in a process of its own, for an account without a folder of application data.</summary>
public sealed partial class CredentialsTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("credentials-sample-");

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public async Task Samples_run_and_keep_the_guest_in_a_folder_of_the_user_alone()
    {
        var applicationData = Path.Combine(_home.FullName, "share");

        var output = await SampleProgram.RunAsync("Credentials", ("XDG_DATA_HOME", applicationData));

        var sessions = Session().Matches(output);
        Assert.Equal(["guest", "guest"], sessions.Take(2).Select(session => session.Groups["kind"].Value));
        var users = sessions.Skip(2).ToList();
        Assert.All(users, user => Assert.Equal("signed in", user.Groups["kind"].Value));
        Assert.Equal(6, users.Select(user => user.Groups["identity"].Value).Distinct().Count());
        if (OperatingSystem.IsLinux())
        {
            var folder = Path.Combine(applicationData, "credentials-sample", "identities");
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Assert.Single(Directory.GetFiles(folder))));
        }
    }

    [GeneratedRegex("^.+: (?<identity>us-east-1:[0-9a-f-]{36}), (?<kind>guest|signed in), until .+$", RegexOptions.Multiline)]
    private static partial Regex Session();
}
