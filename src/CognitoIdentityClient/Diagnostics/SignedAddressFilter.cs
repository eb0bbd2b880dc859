using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Logging;
using Microsoft.Extensions.Options;

namespace CognitoIdentity;

/// <summary>
/// Keeps IHttpClientFactory's own lines off for a client that signs in the query string: they contain the address of a request, and so
/// would contain its signature and its session token.
/// </summary>
/// <remarks>
/// Version 8 of Microsoft.Extensions.Http writes the whole address. Later ones leave out the query, unless the process has the switch
/// <c>System.Net.Http.DisableUriRedaction</c>.
/// </remarks>
internal sealed class SignedAddressFilter(
    IEnumerable<HostDefaults.OwnHttpClient> ownClients,
    IOptionsMonitor<CognitoIdentityClientOptions> clientOptions)
    : IHttpMessageHandlerBuilderFilter
{
    /// <summary>Registers the filter, once, before the factory's own, so that it sees the handlers that the factory's adds.</summary>
    public static void AddTo(IServiceCollection services)
    {
        if (!services.Any(service => service.ImplementationType == typeof(SignedAddressFilter)))
        {
            services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, SignedAddressFilter>());
        }
    }

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (!SignsAddress(builder.Name))
        {
            return;
        }

        for (var i = builder.AdditionalHandlers.Count - 1; i >= 0; i--)
        {
            if (builder.AdditionalHandlers[i] is LoggingHttpMessageHandler or LoggingScopeHttpMessageHandler)
            {
                builder.AdditionalHandlers.RemoveAt(i);
            }
        }
    };

    private bool SignsAddress(string? httpClientName) =>
        ownClients.FirstOrDefault(client => client.Name == httpClientName) is { } own
        && clientOptions.Get(own.OptionsName).SignatureLocation == SignatureLocation.QueryString;
}
