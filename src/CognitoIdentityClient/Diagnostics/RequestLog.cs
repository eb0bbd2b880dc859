using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CognitoIdentity;

/// <summary>
/// The lines that IHttpClientFactory itself logs about the requests of a client: none, unless the application asks for them with
/// <c>AddDefaultLogger</c>, and never the value of a header that is a secret.
/// </summary>
internal static class RequestLog
{
    /// <summary>Turns the factory's own lines off.</summary>
    /// <remarks>
    /// The registration comes before all others, so that loggers that the host adds for all of its HTTP clients, or the application for
    /// this one, stay.
    /// </remarks>
    public static void Silence(IServiceCollection services, string httpClientName)
    {
        var silent = new ServiceCollection();
        silent.AddHttpClient(httpClientName).RemoveAllLoggers();
        services.Insert(0, silent.Last(service => service.ServiceType == typeof(IConfigureOptions<HttpClientFactoryOptions>)));
        services.PostConfigure<HttpClientFactoryOptions>(httpClientName, RedactSecrets);
        SignedAddressFilter.AddTo(services);

        // At Trace the factory logs headers: redacted in the text, but with their values in the structured state that loggers store. The
        // rule is longer than one for all HTTP clients, and so precedes it. The application can add a longer one.
        services.Configure<LoggerFilterOptions>(options => options.Rules.Add(new(
            providerName: null, $"System.Net.Http.HttpClient.{httpClientName}.", LogLevel.Information, filter: null)));
    }

    // From version 9 on the factory redacts all headers by default, before it none. The application may choose others, but not these.
    private static void RedactSecrets(HttpClientFactoryOptions options)
    {
        var isRedacted = options.ShouldRedactHeaderValue;
        options.ShouldRedactHeaderValue = name => IsSecret(name) || isRedacted(name);
    }

    private static bool IsSecret(string header) =>
        header.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
        || header.Equals("X-Amz-Security-Token", StringComparison.OrdinalIgnoreCase);
}
