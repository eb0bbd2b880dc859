using CognitoIdentity.Packages.Tests.Support;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Packages.Tests;

/// <summary>The address of the repository, which is that of the Git remote when a package is packed.</summary>
[Collection(PackageTests.Name)]
public sealed class PackageAddressTests(PackedPackages packages)
{
    [ProgramFact("git", "git", "rev-parse", "--git-dir", IsSlow = true)]
    public async Task Packages_have_no_address_when_the_remote_is_a_folder()
    {
        foreach (var id in PackedPackages.Ids)
        {
            using var package = await packages.OpenAsync(id);

            Assert.Null(package.Find("projectUrl"));
            Assert.Null(package.Find("repository")?.Attribute("url"));
        }
    }

    // Debuggers fetch the sources of a library from the commit that it was built from, where the host is one that they know.
    [ProgramFact("git", "git", "rev-parse", "--git-dir", IsSlow = true)]
    public async Task Packages_have_the_address_of_a_web_remote_and_symbols_lead_to_the_sources()
    {
        var output = await PackAsync("https://github.com/owner/name.git");

        using var package = new Package(Path.Combine(output, $"CognitoIdentityClient.{packages.Version}.nupkg"));
        Assert.Equal("https://github.com/owner/name", package["projectUrl"]);
        Assert.Equal("https://github.com/owner/name.git", package.Find("repository")!.Attribute("url")!.Value);
        Assert.Equal("git", package.Find("repository")!.Attribute("type")!.Value);
        var commit = (await SourceRepository.GitAsync(packages.Sources, "rev-parse", "HEAD")).Trim();
        Assert.Equal(commit, package.Find("repository")!.Attribute("commit")!.Value);

        using var symbols = new Package(Path.Combine(output, $"CognitoIdentityClient.{packages.Version}.snupkg"));
        Assert.Contains(
            $"https://raw.githubusercontent.com/owner/name/{commit}/*",
            Symbols.SourceMap(symbols.Read("lib/net10.0/CognitoIdentityClient.pdb")),
            StringComparison.Ordinal);
    }

    private async Task<string> PackAsync(string remote)
    {
        // The first test to open a package packs them all, with the packages restored.
        (await packages.OpenAsync("CognitoIdentityClient")).Dispose();
        var output = Path.Combine(packages.Folder, new Uri(remote).Host);
        await SourceRepository.GitAsync(packages.Sources, "remote", "set-url", "origin", remote);

        // One framework is enough for an address, and takes half the time. NuGet misses the assembly of the other (NU5128).
        await DotNet.RunAsync(
            packages.Sources,
            [
                "pack", "src/CognitoIdentityClient", "--no-restore", "--output", output,
                "-p:TargetFrameworks=net10.0", "-p:WarningsNotAsErrors=NU5128", .. packages.PackOptions,
            ]);

        return output;
    }
}
