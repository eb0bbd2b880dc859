using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CognitoIdentity;

/// <summary>
/// The clients that a service collection has, each with the name of its options. The name of the default client is empty; a key that is a
/// text is a name; any other key gets one.
/// </summary>
internal sealed class RegisteredClients
{
    public static readonly Func<IServiceProvider, ICognitoIdentityClient> Factory =
        static provider => Create(provider, Options.DefaultName);

    public static readonly Func<IServiceProvider, object?, ICognitoIdentityClient> KeyedFactory =
        static (provider, key) => Create(provider, provider.GetRequiredService<RegisteredClients>().GetName(key!));

    private readonly IServiceCollection _services;
    private readonly Dictionary<object, string> _names = [];

    private RegisteredClients(IServiceCollection services) => _services = services;

    /// <summary>Returns the clients of a service collection.</summary>
    public static RegisteredClients In(IServiceCollection services)
    {
        var known = services.LastOrDefault(service => service.ServiceType == typeof(RegisteredClients) && !service.IsKeyedService);
        if (known?.ImplementationInstance is not RegisteredClients clients)
        {
            clients = new(services);
            services.AddSingleton(clients);
        }

        return clients;
    }

    public static string HttpClientName(string name) => name.Length == 0 ? "CognitoIdentity" : $"CognitoIdentity-{name}";

    /// <summary>Returns the name of the options of a keyed client, and of keyed credentials with the same key.</summary>
    public string GetName(object key)
    {
        // Added when the key is registered; services of the container only look it up, from any thread.
        if (!_names.TryGetValue(key, out var name))
        {
            // The text of a key need not be unique.
            name = key as string ?? $"{key} (key {_names.Count + 1})";
            _names.Add(key, name);
        }

        return name;
    }

    /// <summary>Returns the key of the client whose options have a name; null for the default client.</summary>
    public object? GetKey(string name) => _names.FirstOrDefault(entry => entry.Value == name).Key;

    /// <summary>
    /// Returns whether the client of these options is the one that the container provides: a test may have put its fake in its place.
    /// </summary>
    public bool IsUsed(string name)
    {
        var key = GetKey(name);
        var service = GetLast(typeof(ICognitoIdentityClient), key);
        return service is not null
            && (service.IsKeyedService ? service.KeyedImplementationFactory == KeyedFactory : service.ImplementationFactory == Factory);
    }

    /// <summary>Returns whether the service that the container provides for a key is scoped, so that a singleton cannot have it.</summary>
    public bool IsScoped(Type service, object? key) => GetLast(service, key)?.Lifetime == ServiceLifetime.Scoped;

    private ServiceDescriptor? GetLast(Type type, object? key) => _services.LastOrDefault(service =>
        service.ServiceType == type && (key is null ? !service.IsKeyedService : service.IsKeyedService && key.Equals(service.ServiceKey)));

    private static CognitoIdentityClient Create(IServiceProvider provider, string name) => new(
        provider.GetRequiredService<IOptionsMonitor<CognitoIdentityClientOptions>>().Get(name),
        provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(HttpClientName(name)));
}
