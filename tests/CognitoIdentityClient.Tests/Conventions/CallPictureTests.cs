using System.Xml.Linq;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>docs/images/call.svg, the picture of a call's way, has the real order of timeouts, waits and handlers.</summary>
public sealed class CallPictureTests
{
    private static readonly XElement[] Parts =
    [
        .. XDocument.Parse(Repository.Read("docs/images/call.svg")).Descendants()
        .Where(element => element.Attribute("data-part") is not null),
    ];

    [Fact]
    public async Task Timeouts_and_waits_are_drawn_in_the_order_in_which_a_call_passes_them()
    {
        var clock = new VirtualTime();
        using var handler = new ScriptedHandler(CannedResponse.Error("ThrottlingException"), CannedResponse.Ok);
        using var client = new CognitoIdentityClient(
            TestClient.Options(options => (options.TimeProvider, options.RetryMode) = (clock, RetryMode.Adaptive)),
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
        Assert.Equal(Drawn("strategy"), passed);
    }

    [Fact]
    public void Handlers_are_drawn_in_the_order_in_which_a_request_passes_them()
    {
        var settings = ClientSettings.Resolve(TestClient.Options());
        using var signing = new SigV4SigningHandler(
            new(given: null, container: null), settings, new(settings.TimeProvider, corrects: true), PrimaryHandler.CreateSocketsHandler());

        Assert.Equal(Drawn("handler"), [signing.GetType().Name, signing.InnerHandler!.GetType().Name]);
    }

    private static IEnumerable<string> Drawn(string kind) =>
        Parts.Where(part => (string?)part.Attribute("data-kind") == kind).Select(part => (string)part.Attribute("data-part")!);
}
