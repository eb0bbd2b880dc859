using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CognitoIdentity.Tests.Retry;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Logging;

namespace CognitoIdentity.Tests.Diagnostics;

/// <summary>The tables of docs/guides/observability.md have every name of the code, and no others.</summary>
[Collection(ListeningTests.Name)]
public sealed partial class ObservabilityGuideTests
{
    private const string CallTags = "rpc.system, rpc.service, rpc.method, server.address, server.port, cloud.region";

    internal static readonly string[][] Rows = [.. Repository.Read("docs/guides/observability.md").Split('\n')
        .Where(line => line.StartsWith('|'))
        .Select(line => Cells().Split(line.TrimEnd()[1..^1]).Select(cell => cell.Trim()).ToArray())];

    [Fact]
    public void Instruments_of_the_guide_are_those_of_the_meter()
    {
        var documented = Rows.Select(row => (Match: InstrumentCell().Match(row[0]), Row: row)).Where(found => found.Match.Success)
            .Select(found => $"{found.Match.Groups["name"]} {found.Match.Groups["kind"]} {found.Row[1]}");

        var instruments = Instruments().Select(instrument =>
            $"{instrument.Name} {instrument.GetType().Name.Split('`')[0].ToLowerInvariant()} {instrument.Unit}");

        Assert.Equal(instruments.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(typeof(CallLog), typeof(CognitoIdentityClient))]
    [InlineData(typeof(CredentialsLog), typeof(CognitoIdentityCredentials))]
    public void Events_of_the_guide_are_those_of_the_log(Type log, Type category)
    {
        var messages = Events(log);

        var table = Rows.SkipWhile(row => row[0] != $"category `{category.FullName}`").Skip(2)
            .TakeWhile(row => EventCell().IsMatch(row[0]))
            .SelectMany(row => EventCell().Matches(row[0]).Select(match => $"{match.Groups["id"]} {match.Groups["name"]} {row[1]}"));

        Assert.Equal(messages.Order(StringComparer.Ordinal), table.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Messages_with_less_in_them_are_of_the_same_events()
    {
        Assert.Subset(Events(typeof(CallLog)).ToHashSet(), Events(typeof(UnansweredCallLog)).ToHashSet());
        Assert.Subset(Events(typeof(CredentialsLog)).ToHashSet(), Events(typeof(NewUserLog)).ToHashSet());
    }

    [Fact]
    public void Outcomes_of_refreshes_in_the_guide_are_those_of_the_code()
    {
        var code = typeof(RefreshOutcome).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetRawConstantValue());
        var documented = Rows.SelectMany(row => row).Select(cell => OutcomeCell().Match(cell)).Where(match => match.Success).ToList();

        Assert.Equal(2, documented.Count);
        Assert.All(documented, match => Assert.Equal(code, CodeName().Matches(match.Value).Skip(1).Select(name => name.Groups[1].Value)));
    }

    [Fact]
    public async Task Tags_of_the_guide_are_those_of_spans_events_and_measurements()
    {
        using var recording = new Recording();
        await DriveAsync();

        foreach (var row in Rows.Where(row => SpanCell().IsMatch(row[0])))
        {
            var name = SpanCell().Match(row[0]).Groups["name"].Value;
            AssertTags(row[2] + row[3], recording.Spans.Where(span => IsNamed(span, name)).SelectMany(span => span.TagObjects), name);
        }

        foreach (var row in Rows.Where(row => row.Length == 3 && row[1] is "a call" or "a refresh"))
        {
            var name = CodeName().Match(row[0]).Groups[1].Value;
            var events = recording.Spans.SelectMany(span => span.Events).Where(item => item.Name == name);
            AssertTags(row[2], events.SelectMany(item => item.Tags), name);
        }

        foreach (var row in Rows.Where(row => InstrumentCell().IsMatch(row[0])))
        {
            var name = InstrumentCell().Match(row[0]).Groups["name"].Value;
            var common = name.Contains(".credentials.", StringComparison.Ordinal) ? []
                : CallTags.Split(", ").Where(tag => tag != "rpc.method" || !name.EndsWith("clock_corrections", StringComparison.Ordinal));
            Assert.True(recording.Find(name).Count > 0, $"{name} was not measured.");
            var documented = $"{row[2]} {string.Join(' ', common.Select(tag => $"`{tag}`"))}";
            AssertTags(documented, recording.Find(name).SelectMany(measurement => measurement.Tags), name);
        }
    }

    [Fact]
    public void Reasons_of_retries_in_the_guide_are_those_of_the_code()
    {
        var code = ReasonInCode().Matches(Repository.Read("src/CognitoIdentityClient/Diagnostics/RetryReason.cs"));
        var sentence = Repository.Read("docs/guides/observability.md").Split('\n')
            .Single(line => line.StartsWith("The reasons of retries are", StringComparison.Ordinal));

        Assert.Equal(
            code.Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal),
            CodeName().Matches(sentence).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    // An event without a response, or of a user without an identity, has a template of its own in another class.
    [Fact]
    public void Event_has_one_name_and_one_level_in_all_its_templates()
    {
        var events = typeof(CognitoIdentityClient).Assembly.GetTypes()
            .SelectMany(
                type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>()
            .Select(message => (message.EventId, message.EventName, message.Level)).ToList();

        Assert.NotEmpty(events);
        Assert.Equal(events.DistinctBy(item => item.EventId).Order(), events.Distinct().Order());
        Assert.Distinct(events.Distinct().Select(item => item.EventName));
    }

    private static IEnumerable<string> Events(Type log) => log.GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
        .OfType<LoggerMessageAttribute>()
        .Select(message => $"{message.EventId} {message.EventName} {Level(message)}");

    // The level of a retry depends on its reason, so its message has none.
    private static string Level(LoggerMessageAttribute message) =>
        message.Level == LogLevel.None ? "Information; Warning after throttling" : $"{message.Level}";

    /// <summary>Makes everything happen that the client reports.</summary>
    internal static async Task DriveAsync()
    {
        var ok = SecretWatch.Ok;
        using (var harness = new RetryHarness([CannedResponse.Error("TooManyRequestsException"), CannedResponse.Ok]))
        {
            await harness.GetIdAsync();
        }

        using (var harness = new RetryHarness([CannedResponse.Error("InternalErrorException", 500)], tokens: 13))
        {
            await harness.GetIdErrorAsync();
            var date = ("Date", (harness.Clock.GetUtcNow() + TimeSpan.FromMinutes(10)).ToString("r"));
            using var late = new ScriptedHandler(CannedResponse.Body("""{"IdentityPools":[]}""", 200, date));
            using var client = TestClient.Create(late);
            await client.ListIdentityPoolsAsync(TestClient.ListRequest);
        }

        var gone = CannedResponse.Error("ResourceNotFoundException", message: "Identity 'us-east-1:1' not found.");
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var handler = new ScriptedHandler(
            async (request, token) =>
            {
                await released.Task;
                return await ok(request, token);
            },
            ok,
            gone,
            ok,
            ok,
            CannedResponse.Error("NotAuthorizedException"));
        using var caller = TestClient.Create(handler);
        var options = new CognitoIdentityCredentialsOptions { IdentityPoolId = TestClient.PoolId, MaxUsers = 1 };
        var credentials = new CognitoIdentityCredentials(options, caller);
        var first = credentials.GetSessionAsync();
        await handler.Received;
        var joined = credentials.GetSessionAsync();
        released.SetResult();
        await Task.WhenAll(first, joined).WithinSafetyLimit();
        await credentials.GetSessionAsync();
        await credentials.RefreshAsync();
        await TestClient.FailureAsync<NotAuthorizedException>(credentials.RefreshAsync());
        var factory = new CognitoIdentityCredentialsFactory(options, caller);
        factory.ForUser("one", CognitoIdentityUser.Guest);
        factory.ForUser("two", CognitoIdentityUser.Guest);
    }

    private static void AssertTags(string documented, IEnumerable<KeyValuePair<string, object?>> seen, string name)
    {
        // Values stand in parentheses.
        var tags = CodeName().Matches(Parentheses().Replace(documented, "")).Select(match => match.Groups[1].Value);
        var actual = seen.Where(tag => tag.Value is not null).Select(tag => tag.Key).Distinct().ToList();
        Assert.True(
            tags.Order(StringComparer.Ordinal).SequenceEqual(actual.Order(StringComparer.Ordinal)),
            $"{name} has {string.Join(", ", actual)}; the guide has {string.Join(", ", tags)}.");
    }

    private static bool IsNamed(Activity span, string name) =>
        span.DisplayName == name
        || name == "Cognito Identity/<operation>" && span.DisplayName.StartsWith("Cognito Identity/", StringComparison.Ordinal);

    /// <summary>The instruments of the client's meter.</summary>
    internal static List<Instrument> Instruments()
    {
        RuntimeHelpers.RunClassConstructor(typeof(CallMetrics).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(CredentialsMetrics).TypeHandle);
        var instruments = new List<Instrument>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == "CognitoIdentity")
                {
                    instruments.Add(instrument);
                }
            },
        };
        listener.Start();
        return instruments;
    }

    // Not the bars in code.
    [GeneratedRegex(@"\|(?=(?:[^`]*`[^`]*`)*[^`]*$)")]
    private static partial Regex Cells();

    [GeneratedRegex("^`(?<name>[a-z_.]+)`, (?<kind>histogram|counter)")]
    private static partial Regex InstrumentCell();

    [GeneratedRegex("(?<id>[0-9]+) `(?<name>[A-Za-z]+)`")]
    private static partial Regex EventCell();

    [GeneratedRegex("^`(?<name>Cognito Identity/<operation>|cognito_identity.credentials.refresh)`: ")]
    private static partial Regex SpanCell();

    [GeneratedRegex(@"`outcome` \([^)]*\)")]
    private static partial Regex OutcomeCell();

    [GeneratedRegex("`([a-z_.]+)`")]
    private static partial Regex CodeName();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Parentheses();

    [GeneratedRegex("=> \"([a-z_]+)\"")]
    private static partial Regex ReasonInCode();
}
