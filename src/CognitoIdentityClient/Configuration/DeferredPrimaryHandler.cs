using Microsoft.Extensions.Http;

namespace CognitoIdentity;

/// <summary>
/// Wraps the handler builder, and creates the client's primary handler only when somebody configures it or no other was supplied.
/// </summary>
internal sealed class DeferredPrimaryHandler(HttpMessageHandlerBuilder builder) : HttpMessageHandlerBuilder
{
    private HttpMessageHandler? _handler;

    public override string? Name { get => builder.Name; set => builder.Name = value!; }

    public override HttpMessageHandler PrimaryHandler
    {
        get => _handler ??= CognitoIdentity.PrimaryHandler.Create();
        set => _handler = value;
    }

    public override IList<DelegatingHandler> AdditionalHandlers => builder.AdditionalHandlers;

    public override IServiceProvider Services => builder.Services;

    /// <summary>Lets what was registered for an HTTP client configure its handlers through this class.</summary>
    public static void Apply(HttpClientFactoryOptions options)
    {
        var actions = options.HttpMessageHandlerBuilderActions.ToArray();
        options.HttpMessageHandlerBuilderActions.Clear();
        options.HttpMessageHandlerBuilderActions.Add(builder =>
        {
            var deferred = new DeferredPrimaryHandler(builder);
            foreach (var action in actions)
            {
                action(deferred);
            }

            builder.PrimaryHandler = deferred.PrimaryHandler;
        });
    }

    public override HttpMessageHandler Build() => CreateHandlerPipeline(PrimaryHandler, AdditionalHandlers);
}
