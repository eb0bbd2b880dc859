namespace CognitoIdentity;

/// <summary>
/// Changes a part of a pool's settings and keeps the rest. The service only has operations that replace the whole and reset what is left
/// out; these methods read, change and write all of it. They work over any <see cref="ICognitoIdentityClient"/>.
/// </summary>
/// <remarks>
/// <para>
/// The change gets what was read and returns what is to be: <c>pool => pool with { AllowUnauthenticatedIdentities = false }</c>. If it
/// returns the same content, nothing is sent. It may be called several times, as the service can refuse a write with
/// <see cref="ConcurrentModificationException"/>; then everything is read again.
/// </para>
/// <para>
/// Calls on one client that change the same pool go one after another, so none of their changes is lost. Of two processes, or of two
/// clients, this cannot be promised: the service has no version to compare, and if both read before either writes, the later write wins
/// without an error, unless the service itself notices.
/// </para>
/// </remarks>
public static class CognitoIdentityModification
{
    /// <summary>
    /// Changes the configuration of a pool: DescribeIdentityPool, the change, UpdateIdentityPool.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UpdateIdentityPool.html">API reference</see>
    /// </summary>
    /// <param name="client">The client.</param>
    /// <param name="identityPoolId">The pool's id, <c>REGION:GUID</c>, 1–55 characters.</param>
    /// <param name="change">Makes of the pool as it is the pool as it shall be. May be called more than once.</param>
    /// <param name="options">How often to try; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the call, and the wait for other changes of the same pool.</param>
    /// <returns>The pool as it is then.</returns>
    /// <exception cref="ArgumentException">The id is empty; the change returned null or another pool's id.</exception>
    /// <exception cref="ConcurrentModificationException">Others changed the pool in every attempt.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such pool.</exception>
    /// <exception cref="CognitoIdentityException">Another error of one of the two operations.</exception>
    public static Task<IdentityPool> ModifyIdentityPoolAsync(
        this ICognitoIdentityClient client,
        string identityPoolId,
        Func<IdentityPool, IdentityPool> change,
        ModifyOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options = Check(client, identityPoolId, change, options);
        return new Modification<IdentityPool, UpdateIdentityPoolRequest, IdentityPool>(
            token => client.DescribeIdentityPoolAsync(new() { IdentityPoolId = identityPoolId }, token),
            UpdateIdentityPoolRequest.Operation,
            WholeUpdateRequests.Pool,
            (request, _, token) => client.UpdateIdentityPoolAsync(request, token))
            .RunAsync(client, identityPoolId, change, options, cancellationToken);
    }

    /// <summary>
    /// Changes the roles and role mappings of a pool: GetIdentityPoolRoles, the change, SetIdentityPoolRoles.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html">API reference</see>
    /// </summary>
    /// <param name="client">The client.</param>
    /// <param name="identityPoolId">The pool's id, <c>REGION:GUID</c>, 1–55 characters.</param>
    /// <param name="change">Makes of the roles as they are the roles as they shall be. May be called more than once.</param>
    /// <param name="options">How often to try; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the call, and the wait for other changes of the same pool.</param>
    /// <returns>The roles as they are then.</returns>
    /// <exception cref="ArgumentException">The id is empty; the change returned null or another pool's id.</exception>
    /// <exception cref="ConcurrentModificationException">Others changed the pool in every attempt.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such pool.</exception>
    /// <exception cref="CognitoIdentityException">Another error of one of the two operations.</exception>
    public static Task<GetIdentityPoolRolesResponse> ModifyIdentityPoolRolesAsync(
        this ICognitoIdentityClient client,
        string identityPoolId,
        Func<GetIdentityPoolRolesResponse, GetIdentityPoolRolesResponse> change,
        ModifyOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options = Check(client, identityPoolId, change, options);
        return new Modification<GetIdentityPoolRolesResponse, SetIdentityPoolRolesRequest, SetIdentityPoolRolesResponse>(
            token => client.GetIdentityPoolRolesAsync(new() { IdentityPoolId = identityPoolId }, token),
            SetIdentityPoolRolesRequest.Operation,
            (before, after) => WholeUpdateRequests.Roles(identityPoolId, before, after),
            async (request, after, token) =>
            {
                await client.SetIdentityPoolRolesAsync(request, token).ConfigureAwait(false);
                return after;
            })
            .RunAsync(client, identityPoolId, change, options, cancellationToken);
    }

    /// <summary>
    /// Changes which claims of a provider's tokens become principal tags: GetPrincipalTagAttributeMap, the change,
    /// SetPrincipalTagAttributeMap. Where there is no map yet, the change gets an empty one.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetPrincipalTagAttributeMap.html">API reference</see>
    /// </summary>
    /// <remarks>
    /// While <see cref="GetPrincipalTagAttributeMapResponse.UseDefaults"/> is true, the service uses its own tags: set it to false to use
    /// others.
    /// </remarks>
    /// <param name="client">The client.</param>
    /// <param name="identityPoolId">The pool's id, <c>REGION:GUID</c>, 1–55 characters.</param>
    /// <param name="identityProviderName">The provider whose claims are mapped, 1–128 characters.</param>
    /// <param name="change">Makes of the map as it is the map as it shall be. May be called more than once.</param>
    /// <param name="options">How often to try; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the call, and the wait for other changes of the same pool.</param>
    /// <returns>The map as it is then.</returns>
    /// <exception cref="ArgumentException">The id or the name is empty; the change returned null or another id or name.</exception>
    /// <exception cref="ConcurrentModificationException">Others changed the pool in every attempt.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such pool.</exception>
    /// <exception cref="CognitoIdentityException">Another error of one of the two operations.</exception>
    public static Task<GetPrincipalTagAttributeMapResponse> ModifyPrincipalTagAttributeMapAsync(
        this ICognitoIdentityClient client,
        string identityPoolId,
        string identityProviderName,
        Func<GetPrincipalTagAttributeMapResponse, GetPrincipalTagAttributeMapResponse> change,
        ModifyOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options = Check(client, identityPoolId, change, options);
        ArgumentException.ThrowIfNullOrEmpty(identityProviderName);
        return new Modification<GetPrincipalTagAttributeMapResponse, SetPrincipalTagAttributeMapRequest, SetPrincipalTagAttributeMapResponse>(
            token => ReadTagsAsync(client, identityPoolId, identityProviderName, token),
            SetPrincipalTagAttributeMapRequest.Operation,
            (before, after) => WholeUpdateRequests.Tags(identityPoolId, identityProviderName, before, after),
            async (request, after, token) =>
            {
                await client.SetPrincipalTagAttributeMapAsync(request, token).ConfigureAwait(false);
                return after;
            })
            .RunAsync(client, identityPoolId, change, options, cancellationToken);
    }

    private static async Task<GetPrincipalTagAttributeMapResponse> ReadTagsAsync(
        ICognitoIdentityClient client, string identityPoolId, string identityProviderName, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetPrincipalTagAttributeMapAsync(
                new() { IdentityPoolId = identityPoolId, IdentityProviderName = identityProviderName },
                cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException)
        {
            // No map yet. If it is the pool that does not exist, the write will say so.
            return new() { IdentityPoolId = identityPoolId, IdentityProviderName = identityProviderName };
        }
    }

    private static ModifyOptions Check<T>(ICognitoIdentityClient client, string identityPoolId, Func<T, T> change, ModifyOptions? options)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(identityPoolId);
        ArgumentNullException.ThrowIfNull(change);
        options ??= new();
        options.ThrowIfInvalid();
        return options;
    }
}
