using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace CognitoIdentity;

/// <summary>
/// Keeps the message handlers of <c>ConfigureHttpClientDefaults</c> out of the client's pipeline. Such a handler, as of
/// <c>AddStandardResilienceHandler</c>, repeats requests and cuts them off by rules of its own: one attempt would be several requests, and
/// a pool could be created twice.
/// </summary>
/// <remarks>
/// A registration is recognized as a default of the host by what it does: it also configures an HTTP client that was never registered. That
/// does not depend on the order of registrations or on the handlers' types. Primary handlers and logging of the host's defaults stay.
/// </remarks>
internal sealed class HostDefaults(
    IEnumerable<HostDefaults.OwnHttpClient> ownClients,
    IEnumerable<IConfigureOptions<HttpClientFactoryOptions>> registrations,
    IOptionsMonitor<CognitoIdentityClientOptions> clientOptions)
    : IPostConfigureOptions<HttpClientFactoryOptions>
{
    private const string UnregisteredName = "CognitoIdentity: the name of no HTTP client";

    /// <summary>Registers an HTTP client that is to go without the host's handlers.</summary>
    /// <param name="services">The services.</param>
    /// <param name="httpClientName">The name of the HTTP client.</param>
    /// <param name="optionsName">The name of the client's options, which can ask for the host's handlers.</param>
    public static void KeepOut(IServiceCollection services, string httpClientName, string optionsName)
    {
        services.AddSingleton(new OwnHttpClient(httpClientName, optionsName));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<HttpClientFactoryOptions>, HostDefaults>());
    }

    public void PostConfigure(string? name, HttpClientFactoryOptions options)
    {
        if (name is null || ownClients.FirstOrDefault(client => client.Name == name) is not { } own)
        {
            return;
        }

        if (!clientOptions.Get(own.OptionsName).UseHttpClientDefaults)
        {
            TakeOut(name, options);
        }

        DeferredPrimaryHandler.Apply(options);
    }

    private void TakeOut(string name, HttpClientFactoryOptions options)
    {
        // The same registrations in the same order, to learn which of them each action comes from.
        var actions = new HttpClientFactoryOptions().HttpMessageHandlerBuilderActions;
        foreach (var registration in registrations)
        {
            actions = Replay(registration, name, actions);
        }

        for (var i = 0; i < Math.Min(actions.Count, options.HttpMessageHandlerBuilderActions.Count); i++)
        {
            options.HttpMessageHandlerBuilderActions[i] = actions[i];
        }
    }

    private static IList<Action<HttpMessageHandlerBuilder>> Replay(
        IConfigureOptions<HttpClientFactoryOptions> registration,
        string name,
        IList<Action<HttpMessageHandlerBuilder>> before)
    {
        var replay = new HttpClientFactoryOptions();
        foreach (var action in before)
        {
            replay.HttpMessageHandlerBuilderActions.Add(action);
        }

        Configure(registration, name, replay);
        var after = replay.HttpMessageHandlerBuilderActions;
        if (IsDefault(registration))
        {
            for (var i = 0; i < after.Count; i++)
            {
                after[i] = before.Contains(after[i]) ? after[i] : WithoutHandlers(after[i]);
            }
        }

        return after;
    }

    private static bool IsDefault(IConfigureOptions<HttpClientFactoryOptions> registration)
    {
        var options = new HttpClientFactoryOptions();
        Configure(registration, UnregisteredName, options);
        return options.HttpMessageHandlerBuilderActions.Count > 0;
    }

    private static void Configure(IConfigureOptions<HttpClientFactoryOptions> registration, string name, HttpClientFactoryOptions options)
    {
        if (registration is IConfigureNamedOptions<HttpClientFactoryOptions> named)
        {
            named.Configure(name, options);
        }
    }

    private static Action<HttpMessageHandlerBuilder> WithoutHandlers(Action<HttpMessageHandlerBuilder> action) => builder =>
    {
        var handlers = builder.AdditionalHandlers.ToArray();
        action(builder);
        builder.AdditionalHandlers.Clear();
        foreach (var handler in handlers)
        {
            builder.AdditionalHandlers.Add(handler);
        }
    };

    /// <summary>An HTTP client of this library.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="OptionsName">The name of the options of the client that sends through it.</param>
    internal sealed record OwnHttpClient(string Name, string OptionsName);
}
