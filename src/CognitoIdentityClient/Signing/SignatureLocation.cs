namespace CognitoIdentity;

/// <summary>The part of a signed request that carries the signature.</summary>
public enum SignatureLocation
{
    /// <summary>The <c>Authorization</c> header. The default.</summary>
    AuthorizationHeader,

    /// <summary>
    /// The query string, as the
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/CommonParameters.html">Common Parameters</see>
    /// <c>X-Amz-Algorithm</c>, <c>-Credential</c>, <c>-Date</c>, <c>-SignedHeaders</c>, <c>-Security-Token</c> and <c>-Signature</c>: for
    /// applications behind a proxy that drops the header. Proxies log query strings: prefer the header. IHttpClientFactory's own lines
    /// about requests contain the address, so they stay off, even with <c>AddDefaultLogger</c>.
    /// </summary>
    QueryString,
}
