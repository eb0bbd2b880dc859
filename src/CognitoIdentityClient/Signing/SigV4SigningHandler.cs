using Amazon.Runtime;

namespace CognitoIdentity;

/// <summary>
/// Signs requests with Signature Version 4, newly at every attempt. Requests of anonymous operations pass as they are: no credentials are
/// asked for.
/// </summary>
internal sealed class SigV4SigningHandler(
    CredentialSource credentials,
    ClientSettings settings,
    ServiceClock clock,
    HttpMessageHandler innerHandler)
    : DelegatingHandler(innerHandler)
{
    private SigningKey? _lastKey;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Options.TryGetValue(Call.OptionsKey, out var call) && !call.Operation.IsSigned
            ? base.SendAsync(request, cancellationToken)
            : SignAndSendAsync(request, call, cancellationToken);

    private async Task<HttpResponseMessage> SignAndSendAsync(HttpRequestMessage request, Call? call, CancellationToken cancellationToken)
    {
        var region = settings.Region ?? throw ClientSettings.NoRegion();
        RefuseInsecureEndpoint(request.RequestUri!);
        var keys = await credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        var date = SigV4.Date(clock.Now);
        SigV4.Sign(request, keys, date, Key(keys, region, date), settings.SignatureLocation);
        if (call is not null)
        {
            // Getting the credentials may have taken a while.
            call.Sent = clock.LocalNow;
        }

        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private void RefuseInsecureEndpoint(Uri endpoint)
    {
        if (endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback && !settings.AllowsInsecureEndpoint)
        {
            throw new InsecureEndpointException(
                $"A signed request to {endpoint.Authority} would travel in the clear, the signature and any session token with it. "
                + "Use https, or set CognitoIdentityClientOptions.AllowInsecureEndpoint.");
        }
    }

    // A key is good for a day, and takes longer to derive than the rest of a signature to make.
    private SigningKey Key(ImmutableCredentials keys, string region, string date)
    {
        var key = _lastKey;
        if (key is null || !key.IsFor(keys, region, date))
        {
            _lastKey = key = new SigningKey(keys, region, date);
        }

        return key;
    }
}
