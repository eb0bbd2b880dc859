using System.Xml.Linq;
using CognitoIdentity.Tests.Support;
using Polly.Testing;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>docs/images/call.svg, the picture of a call's way, has the real order of strategies and handlers.</summary>
public sealed class CallPictureTests
{
    private static readonly XElement[] Parts =
    [
        .. XDocument.Parse(Repository.Read("docs/images/call.svg")).Descendants()
        .Where(element => element.Attribute("data-part") is not null),
    ];

    [Fact]
    public void Strategies_are_drawn_in_the_order_in_which_a_call_passes_them()
    {
        var settings = ClientSettings.Resolve(TestClient.Options(options => options.RetryMode = RetryMode.Adaptive));
        var retry = new RetryPolicy(settings, new(), () => 0, new(settings));
        var pipeline = ResiliencePipelines.CreatePipelineAhead(settings, retry).Value;

        Assert.Equal(Drawn("strategy"), pipeline.GetPipelineDescriptor().Strategies.Select(strategy => Name(strategy.Options!.GetType())));
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

    // TimeoutStrategyOptions, RetryStrategyOptions`1, AdaptiveRateLimiterStrategy.Options
    private static string Name(Type options) =>
        (options.DeclaringType ?? options).Name.Split('`')[0].Replace("StrategyOptions", "", StringComparison.Ordinal)
            .Replace("Strategy", "", StringComparison.Ordinal);
}
