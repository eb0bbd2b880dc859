using System.Reflection;
using System.Xml.Linq;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Polly;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>docs/images/call.svg, the picture of a call's way, has the real order of strategies, timeouts, waits and handlers.</summary>
public sealed class CallPictureTests
{
    private static readonly XElement[] Parts =
    [
        .. XDocument.Parse(Repository.Read("docs/images/call.svg")).Descendants()
        .Where(element => element.Attribute("data-part") is not null),
    ];

    [Fact]
    public async Task Strategies_timeouts_and_waits_are_drawn_in_the_order_in_which_a_call_passes_them()
    {
        var clock = new VirtualTime();
        var waitsBefore = -1;
        using var handler = new ScriptedHandler(CannedResponse.Error("ThrottlingException"), CannedResponse.Ok);
        using var client = new CognitoIdentityClient(
            TestClient.Options(options =>
            {
                (options.TimeProvider, options.RetryMode) = (clock, RetryMode.Adaptive);
                options.ConfigureResilience = pipeline =>
                    pipeline.AddStrategy(_ => new Recorder(() => waitsBefore = clock.Waits.Count), new RecorderOptions());
            }),
            handler,
            ownsHandler: false,
            jitter: () => 0.5);

        await client.GetIdAsync(TestClient.GetIdRequest);

        // The back-off of a throttled call is half of a second here. The limiter then has a quarter of a token, and gets half of one in a
        // second.
        var names = new Dictionary<TimeSpan, string>
        {
            [TestClient.Options().TotalTimeout] = "TotalTimeout",
            [TimeSpan.FromSeconds(0.5)] = "Retry",
            [TimeSpan.FromSeconds(1.5)] = "AdaptiveRateLimiter",
            [TestClient.Options().AttemptTimeout] = "AttemptTimeout",
        };
        var passed = clock.Waits.Select(wait => names[wait]).ToList();

        // The first attempt waits for nothing: its timeout begins before the retry is planned.
        Assert.Equal("AttemptTimeout", passed[1]);
        passed.RemoveAt(1);
        passed.Insert(waitsBefore, "ConfigureResilience");
        Assert.Equal(Drawn("strategy"), passed);
    }

    [Fact]
    public void Handlers_are_drawn_in_the_order_in_which_a_request_passes_them()
    {
        var services = new ServiceCollection();
        services.AddCognitoIdentity(options => options.Region = "us-east-1").AddHttpMessageHandler(() => new HandlerOfTheApplication());
        using var provider = services.BuildServiceProvider();
        var client = Assert.IsType<CognitoIdentityClient>(provider.GetRequiredService<ICognitoIdentityClient>());

        var passed = new List<string>();
        HttpMessageHandler? handler = Field<SigV4SigningHandler>(Field<AttemptSender>(Field<CallPipeline>(client)));
        for (; handler is not null; handler = (handler as DelegatingHandler)?.InnerHandler)
        {
            // The factory of handlers adds some for their lifetime and for its own log.
            if (handler.GetType().Assembly != typeof(IHttpClientFactory).Assembly)
            {
                passed.Add(handler is HandlerOfTheApplication ? "AddHttpMessageHandler" : handler.GetType().Name);
            }
        }

        Assert.Equal(Drawn("handler"), passed);
    }

    [Fact]
    public void Call_is_drawn_from_its_method_through_strategies_and_requests_to_handlers() => Assert.Equal(
        ["GetIdAsync", .. Drawn("strategy"), "HttpRequestMessage", .. Drawn("handler")],
        Parts.Select(part => (string)part.Attribute("data-part")!));

    [Fact]
    public void Numbers_of_the_picture_are_the_defaults()
    {
        var options = new CognitoIdentityClientOptions { Region = "us-east-1" };

        Assert.Contains($"TotalTimeout, {options.TotalTimeout.TotalSeconds} s:", Note("TotalTimeout"), StringComparison.Ordinal);
        Assert.Contains($"AttemptTimeout, {options.AttemptTimeout.TotalSeconds} s:", Note("AttemptTimeout"), StringComparison.Ordinal);
        Assert.Contains($"{ClientSettings.Resolve(options).MaxAttempts} attempts,", Note("Retry"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Drawn(string kind) =>
        Parts.Where(part => (string?)part.Attribute("data-kind") == kind).Select(part => (string)part.Attribute("data-part")!);

    private static string Note(string name) => Assert.Single(Parts, part => (string?)part.Attribute("data-part") == name)
        .Elements().Last().Value;

    private static T Field<T>(object owner) => Assert.IsType<T>(
        Assert.Single(
            owner.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic), field => field.FieldType == typeof(T))
        .GetValue(owner));

    private sealed class HandlerOfTheApplication : DelegatingHandler;

    private sealed class RecorderOptions : ResilienceStrategyOptions;

    private sealed class Recorder(Action record) : ResilienceStrategy
    {
        protected override ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback,
            ResilienceContext context,
            TState state)
        {
            record();
            return callback(context, state);
        }
    }
}
