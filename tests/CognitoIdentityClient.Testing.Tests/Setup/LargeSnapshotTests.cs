using System.Globalization;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Setup;

/// <summary>
/// A large state is read and written piece by piece: the whole text is never in memory. The process that measures it does nothing else; the
/// benchmarks measure the same with a million identities.
/// </summary>
public class LargeSnapshotTests
{
    [Fact]
    public async Task Memory_while_a_large_state_is_read_and_written_is_little_more_than_the_state()
    {
        var program = Path.Combine(
            AppContext.BaseDirectory.Replace(
                "CognitoIdentityClient.Testing.Tests", "CognitoIdentityClient.Benchmarks", StringComparison.Ordinal),
            "CognitoIdentityClient.Benchmarks.dll");
        var (exitCode, output, errors) = await ExternalProgram.RunAsync(new("dotnet", [program, "snapshot-memory", "60000"]));
        Assert.True(exitCode == 0, errors);

        var measured = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))
            .ToDictionary(parts => parts[0], parts => double.Parse(parts[1], CultureInfo.InvariantCulture));
        Assert.InRange(measured["bytes of an identity"], 50, 500);
        // Multiples of the state. The least shows that the peak was looked for while the state was there.
        Assert.InRange(measured["peak of loading"], 0.8, 1.2);
        Assert.InRange(measured["peak of saving"], 0.95, 1.2);
    }
}
