using Amazon.Runtime;

namespace CognitoIdentity;

/// <summary>
/// Signs requests with Signature Version 4, again at every attempt. Requests of anonymous operations pass unchanged, and no credentials are
/// fetched for them.
/// </summary>
internal sealed class SigV4SigningHandler(
    CredentialSource credentials,
    ClientSettings settings,
    ServiceClock clock,
    HttpMessageHandler innerHandler)
    : DelegatingHandler(innerHandler)
{
    private SigningKey? _lastKey;

    /// <summary>Fetches the credentials of the next attempt of a signed call. Nothing is sent to the service for it.</summary>
    /// <exception cref="InsecureEndpointException">The signature would travel unencrypted.</exception>
    /// <exception cref="CredentialsNotFoundException">There are no credentials, or fetching them failed.</exception>
    public async ValueTask FetchCredentialsAsync(Call call, CancellationToken cancellationToken)
    {
        if (settings.Region is null)
        {
            throw settings.NoRegion();
        }

        RefuseInsecureEndpoint(settings.Endpoint);
        call.Keys = await credentials.GetAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Signs the request of an attempt with the credentials that were fetched for it.</summary>
    public void Sign(HttpRequestMessage request, Call call)
    {
        call.SignedSkew = clock.Skew;
        var date = SigV4.Date(clock.At(call.SignedSkew));
        var keys = call.Keys!;
        SigV4.Sign(request, call.Body, keys, date, Key(keys, settings.Region!, date), settings.SignatureLocation);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ((AttemptRequest)request).Call;
        call.Operation.Signer?.Sign(this, request, call);
        return base.SendAsync(request, cancellationToken);
    }

    private void RefuseInsecureEndpoint(Uri endpoint)
    {
        if (endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback && !settings.AllowsInsecureEndpoint)
        {
            throw new InsecureEndpointException(
                $"A signed request to {endpoint.Authority} would travel unencrypted, with the signature and any session token. "
                + "Use https, or set CognitoIdentityClientOptions.AllowInsecureEndpoint.");
        }
    }

    // A key is valid for a day, and deriving it takes longer than the rest of a signature.
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
