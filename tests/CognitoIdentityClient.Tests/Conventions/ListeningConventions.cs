using System.Text.RegularExpressions;
using CognitoIdentity.Tests.Diagnostics;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>
/// Tests that listen to spans or metrics run alone. A listener hears the whole process, so that it would count other tests' calls, and the
/// tests of what a call allocates without a listener would measure its work.
/// </summary>
public sealed partial class ListeningConventions
{
    [Fact]
    public void Tests_with_a_listener_are_in_the_collection_of_listeners()
    {
        var listening = Repository.Files("tests/CognitoIdentityClient.Tests", "*Tests.cs")
            .Where(file => Listener().IsMatch(Repository.Read(file)))
            .ToList();

        const string Collection = $"[Collection({nameof(ListeningTests)}.{nameof(ListeningTests.Name)})]";
        Assert.NotEmpty(listening);
        Assert.All(listening, file => Assert.Contains(Collection, Repository.Read(file), StringComparison.Ordinal));
    }

    [GeneratedRegex(
        @"\b(Recording|MeterListener|ActivityListener|MetricCollector<\w+>) _?\w+ = new|\bnew (Recording|MeterListener)\b|\.AddMeter\(")]
    private static partial Regex Listener();
}
