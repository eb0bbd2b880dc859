namespace CognitoIdentity;

/// <summary>The way from an operation to the code that signs its requests.</summary>
/// <remarks>
/// Only the descriptors of signed operations lead there, and only that code needs AWSSDK.Core: trimming removes both from an application
/// that calls anonymous operations alone. The handler has the credentials and the clock of the client, which a descriptor does not.
/// </remarks>
internal abstract class RequestSigner
{
    /// <summary>Fetches the credentials of the next attempt.</summary>
    public abstract ValueTask FetchCredentialsAsync(SigV4SigningHandler handler, Call call, CancellationToken cancellationToken);

    /// <summary>Signs the request of an attempt with them.</summary>
    public abstract void Sign(SigV4SigningHandler handler, HttpRequestMessage request, Call call);
}

/// <summary>Signs with Signature Version 4.</summary>
internal sealed class SigV4RequestSigner : RequestSigner
{
    public static readonly SigV4RequestSigner Instance = new();

    public override ValueTask FetchCredentialsAsync(SigV4SigningHandler handler, Call call, CancellationToken cancellationToken) =>
        handler.FetchCredentialsAsync(call, cancellationToken);

    public override void Sign(SigV4SigningHandler handler, HttpRequestMessage request, Call call) => handler.Sign(request, call);
}
