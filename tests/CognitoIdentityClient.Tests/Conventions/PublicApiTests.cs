using System.Runtime.CompilerServices;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>
/// A change of what users see is a decision and not a side effect: it shows in the diff of PublicApi.verified.txt, where a reviewer reads
/// it.
/// </summary>
public sealed class PublicApiTests
{
    [Fact]
    public void PublicApi_is_as_verified()
    {
        var verified = Beside("PublicApi.verified.txt");
        var received = Beside("PublicApi.received.txt");
        var api = PublicApiListing.Of(typeof(ICognitoIdentityClient).Assembly);
        if (File.Exists(verified) && File.ReadAllText(verified) == api)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, api);
        Assert.Fail($"The public API has changed. If that is meant, move {received} over {verified}.");
    }

    private static string Beside(string name, [CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, name);
}
