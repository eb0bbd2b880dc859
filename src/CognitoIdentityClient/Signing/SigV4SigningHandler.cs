using System.Globalization;
using Amazon.Runtime;

namespace CognitoIdentity;

/// <summary>
/// Signs requests with Signature Version 4, newly at every attempt. Requests of anonymous operations pass as they are: no credentials are
/// asked for.
/// </summary>
internal sealed class SigV4SigningHandler(
    CredentialSource credentials,
    string? region,
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
        var signingRegion = region ?? throw ClientSettings.NoRegion();
        var keys = await credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        Sign(request, keys, signingRegion, clock.Now.UtcDateTime);
        if (call is not null)
        {
            // Getting the credentials may have taken a while.
            call.Sent = clock.LocalNow;
        }

        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private void Sign(HttpRequestMessage request, ImmutableCredentials keys, string signingRegion, DateTime now)
    {
        var headers = request.Headers;
        headers.Remove(SigV4.AuthorizationHeader);
        headers.Remove(SigV4.DateHeader);
        headers.Remove(SigV4.TokenHeader);

        var date = now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        headers.TryAddWithoutValidation(SigV4.DateHeader, date);
        if (keys.UseToken)
        {
            headers.TryAddWithoutValidation(SigV4.TokenHeader, keys.Token);
        }

        // A key is good for a day, and takes longer to derive than everything else here together.
        var key = _lastKey;
        if (key is null || !key.IsFor(keys, signingRegion, date))
        {
            _lastKey = key = new SigningKey(keys, signingRegion, date);
        }

        headers.TryAddWithoutValidation(SigV4.AuthorizationHeader, SigV4.Authorization(request, date, key));
    }
}
