using Microsoft.Extensions.Options;

namespace CognitoIdentity;

/// <summary>
/// A client of Amazon Cognito identity pools. It is thread-safe and keeps connections open: create one and share it.
/// </summary>
/// <remarks>
/// In an application with dependency injection, call <c>services.AddCognitoIdentity()</c> and inject <see cref="ICognitoIdentityClient"/>.
/// </remarks>
/// <example>
/// <code>
/// using var client = new CognitoIdentityClient(new() { Region = "eu-central-1" });
/// var response = await client.GetIdAsync(new() { IdentityPoolId = "eu-central-1:…" });
/// </code>
/// </example>
public sealed class CognitoIdentityClient : ICognitoIdentityClient, IDisposable
{
    private readonly CallPipeline _calls;

    /// <summary>Creates a client that owns its connections.</summary>
    /// <param name="options">The options; null to use only the environment and the profile. They are read once, here.</param>
    /// <exception cref="OptionsValidationException">The options are invalid; the message lists every problem.</exception>
    public CognitoIdentityClient(CognitoIdentityClientOptions? options = null)
        : this(options ?? new(), PrimaryHandler.Create(), ownsHandler: true)
    {
    }

    /// <summary>Creates a client that signs its requests and sends them through your handler, which it does not dispose.</summary>
    /// <param name="options">The options. They are read once, here.</param>
    /// <param name="handler">
    /// The handler that sends the requests: a test double, a logging or proxying handler, or your own <see cref="SocketsHttpHandler"/>. It
    /// must not follow redirects, because a signature is valid for one address.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> or <paramref name="handler"/> is null.</exception>
    /// <exception cref="OptionsValidationException">The options are invalid; the message lists every problem.</exception>
    public CognitoIdentityClient(CognitoIdentityClientOptions options, HttpMessageHandler handler)
        : this(options, handler, ownsHandler: false)
    {
    }

    // For tests, which read the quota and need waits without chance.
    internal CognitoIdentityClient(
        CognitoIdentityClientOptions options,
        HttpMessageHandler handler,
        bool ownsHandler,
        RetryQuota? quota = null,
        Func<double>? jitter = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(handler);
        var settings = ClientSettings.Resolve(options);
        var telemetry = new CallTelemetry(settings);
        var clock = new ServiceClock(settings.TimeProvider, settings.CorrectsClockSkew, telemetry);
        var signing =
            new SigV4SigningHandler(new CredentialSource(options.GivenCredentials, options.ContainerCredentials), settings, clock, handler);
        (Region, Clock) = (settings.Region, clock);
        _calls = new(settings, telemetry, clock, signing, ownsHandler, quota ?? new(), Guid.NewGuid, jitter ?? Random.Shared.NextDouble);
    }

    /// <summary>The region; null for an endpoint without one.</summary>
    internal string? Region { get; }

    /// <summary>The time of the service, by which the credentials that it issues expire.</summary>
    internal ServiceClock Clock { get; }

    /// <inheritdoc/>
    public Task<IdentityPool> CreateIdentityPoolAsync(CreateIdentityPoolRequest request, CancellationToken cancellationToken = default) =>
        _calls.SendAsync(CreateIdentityPoolRequest.Operation, request, cancellationToken);

    /// <inheritdoc/>
    public Task<DeleteIdentitiesResponse> DeleteIdentitiesAsync(
        DeleteIdentitiesRequest request,
        CancellationToken cancellationToken = default) =>
        _calls.SendAsync(DeleteIdentitiesRequest.Operation, request, cancellationToken);

    /// <inheritdoc/>
    public Task<DeleteIdentityPoolResponse> DeleteIdentityPoolAsync(
        DeleteIdentityPoolRequest request,
        CancellationToken cancellationToken = default) =>
        _calls.SendAsync(DeleteIdentityPoolRequest.Operation, request, cancellationToken);

    /// <inheritdoc/>
    public Task<DescribeIdentityResponse> DescribeIdentityAsync(
        DescribeIdentityRequest request,
        CancellationToken cancellationToken = default) =>
        _calls.SendAsync(DescribeIdentityRequest.Operation, request, cancellationToken);

    /// <inheritdoc/>
    public Task<IdentityPool> DescribeIdentityPoolAsync(
        DescribeIdentityPoolRequest request,
        CancellationToken cancellationToken = default) =>
        _calls.SendAsync(DescribeIdentityPoolRequest.Operation, request, cancellationToken);

    /// <inheritdoc/>
    public Task<GetCredentialsForIdentityResponse> GetCredentialsForIdentityAsync(
        GetCredentialsForIdentityRequest request,
        CancellationToken cancellationToken = default) =>
        _calls.SendAsync(GetCredentialsForIdentityRequest.Operation, request, cancellationToken);

    /// <inheritdoc/>
    public Task<GetIdResponse> GetIdAsync(GetIdRequest request, CancellationToken cancellationToken = default) =>
        _calls.SendAsync(GetIdRequest.Operation, request, cancellationToken);

    /// <inheritdoc/>
    public Task<GetIdentityPoolRolesResponse> GetIdentityPoolRolesAsync(
        GetIdentityPoolRolesRequest request,
        CancellationToken cancellationToken = default) =>
        _calls.SendAsync(GetIdentityPoolRolesRequest.Operation, request, cancellationToken);

    /// <inheritdoc/>
    public Task<GetOpenIdTokenResponse> GetOpenIdTokenAsync(GetOpenIdTokenRequest request, CancellationToken cancellationToken = default) =>
        _calls.SendAsync(GetOpenIdTokenRequest.Operation, request, cancellationToken);

    /// <inheritdoc/>
    public Task<GetOpenIdTokenForDeveloperIdentityResponse> GetOpenIdTokenForDeveloperIdentityAsync(
        GetOpenIdTokenForDeveloperIdentityRequest request,
        CancellationToken cancellationToken = default) =>
        _calls.SendAsync(GetOpenIdTokenForDeveloperIdentityRequest.Operation, request, cancellationToken);

    /// <inheritdoc/>
    public Task<GetPrincipalTagAttributeMapResponse> GetPrincipalTagAttributeMapAsync(
        GetPrincipalTagAttributeMapRequest request,
        CancellationToken cancellationToken = default) =>
        _calls.SendAsync(GetPrincipalTagAttributeMapRequest.Operation, request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListIdentitiesResponse> ListIdentitiesAsync(ListIdentitiesRequest request, CancellationToken cancellationToken = default) =>
        _calls.SendAsync(ListIdentitiesRequest.Operation, request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListIdentityPoolsResponse> ListIdentityPoolsAsync(
        ListIdentityPoolsRequest request,
        CancellationToken cancellationToken = default) =>
        _calls.SendAsync(ListIdentityPoolsRequest.Operation, request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request,
        CancellationToken cancellationToken = default) =>
        _calls.SendAsync(ListTagsForResourceRequest.Operation, request, cancellationToken);

    /// <inheritdoc/>
    public Task<LookupDeveloperIdentityResponse> LookupDeveloperIdentityAsync(
        LookupDeveloperIdentityRequest request,
        CancellationToken cancellationToken = default) =>
        _calls.SendAsync(LookupDeveloperIdentityRequest.Operation, request, cancellationToken);

    /// <inheritdoc/>
    public Task<MergeDeveloperIdentitiesResponse> MergeDeveloperIdentitiesAsync(
        MergeDeveloperIdentitiesRequest request,
        CancellationToken cancellationToken = default) =>
        _calls.SendAsync(MergeDeveloperIdentitiesRequest.Operation, request, cancellationToken);

    /// <inheritdoc/>
    public Task<SetIdentityPoolRolesResponse> SetIdentityPoolRolesAsync(
        SetIdentityPoolRolesRequest request,
        CancellationToken cancellationToken = default) =>
        _calls.SendAsync(SetIdentityPoolRolesRequest.Operation, request, cancellationToken);

    /// <inheritdoc/>
    public Task<SetPrincipalTagAttributeMapResponse> SetPrincipalTagAttributeMapAsync(
        SetPrincipalTagAttributeMapRequest request,
        CancellationToken cancellationToken = default) =>
        _calls.SendAsync(SetPrincipalTagAttributeMapRequest.Operation, request, cancellationToken);

    /// <inheritdoc/>
    public Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default) =>
        _calls.SendAsync(TagResourceRequest.Operation, request, cancellationToken);

    /// <inheritdoc/>
    public Task<UnlinkDeveloperIdentityResponse> UnlinkDeveloperIdentityAsync(
        UnlinkDeveloperIdentityRequest request,
        CancellationToken cancellationToken = default) =>
        _calls.SendAsync(UnlinkDeveloperIdentityRequest.Operation, request, cancellationToken);

    /// <inheritdoc/>
    public Task<UnlinkIdentityResponse> UnlinkIdentityAsync(UnlinkIdentityRequest request, CancellationToken cancellationToken = default) =>
        _calls.SendAsync(UnlinkIdentityRequest.Operation, request, cancellationToken);

    /// <inheritdoc/>
    public Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default) =>
        _calls.SendAsync(UntagResourceRequest.Operation, request, cancellationToken);

    /// <inheritdoc/>
    public Task<IdentityPool> UpdateIdentityPoolAsync(UpdateIdentityPoolRequest request, CancellationToken cancellationToken = default) =>
        _calls.SendAsync(UpdateIdentityPoolRequest.Operation, request, cancellationToken);

    /// <summary>
    /// Closes the connections that the client owns; a handler passed to the constructor is not disposed. Calls in progress end with
    /// <see cref="CognitoIdentityClientDisposedException"/>, and so do later calls.
    /// </summary>
    public void Dispose() => _calls.Dispose();
}
