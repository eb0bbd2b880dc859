namespace CognitoIdentity;

/// <summary>Where a signed request carries its signature.</summary>
public enum SignatureLocation
{
    /// <summary>In the <c>Authorization</c> header. The default.</summary>
    AuthorizationHeader,

    /// <summary>
    /// In the query string, as the
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/CommonParameters.html">Common Parameters</see>
    /// <c>X-Amz-Algorithm</c>, <c>-Credential</c>, <c>-Date</c>, <c>-SignedHeaders</c>, <c>-Security-Token</c> and <c>-Signature</c>: for
    /// callers behind a proxy that drops the header. Query strings end up in the logs of proxies: prefer the header.
    /// </summary>
    QueryString,
}
