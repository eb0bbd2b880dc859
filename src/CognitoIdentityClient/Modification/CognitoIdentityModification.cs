namespace CognitoIdentity;

/// <summary>
/// Partial updates of an identity pool that leave the rest unchanged. The service only has operations that replace the whole and reset
/// what is left out; these methods read, change and write all of it. They work with any <see cref="ICognitoIdentityClient"/>.
/// </summary>
/// <remarks>
/// <para>
/// The change receives the current value and returns the desired one:
/// <c>pool => pool with { AllowUnauthenticatedIdentities = false }</c>. If both have the same content, nothing is sent. If the service
/// rejects the write with <see cref="ConcurrentModificationException"/>, the value is read again and the change is called again, so the
/// change must have no side effects.
/// </para>
/// <para>
/// Changes of the same pool through one client are serialized, so none is lost. Between two clients or two processes an update can be
/// lost: the service has no version of a pool to compare, so if both read before either writes, the later write silently replaces the
/// earlier one, unless the service itself detects the conflict.
/// </para>
/// </remarks>
public static class CognitoIdentityModification
{
    /// <summary>
    /// Changes the configuration of a pool by DescribeIdentityPool and UpdateIdentityPool. See
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UpdateIdentityPool.html">UpdateIdentityPool</see>.
    /// </summary>
    /// <param name="client">The client.</param>
    /// <param name="identityPoolId">The pool's id, <c>REGION:GUID</c>, 1–55 characters.</param>
    /// <param name="change">Maps the current pool to the desired one. May be called more than once.</param>
    /// <param name="options">Retry settings; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the call, and the wait for other changes of the same pool.</param>
    /// <returns>The pool after the change.</returns>
    /// <exception cref="ArgumentException">The id is empty, or the change returned null or a pool with another id.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting in <paramref name="options"/> is out of range.</exception>
    /// <exception cref="CognitoIdentityConnectionException">The service could not be reached.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">A call took too long.</exception>
    /// <exception cref="RequestValidationException">A member of a request is missing or invalid. That request was not sent.</exception>
    /// <exception cref="ConcurrentModificationException">The pool was changed concurrently during every attempt.</exception>
    /// <exception cref="ResourceNotFoundException">The pool does not exist.</exception>
    /// <exception cref="CognitoIdentityException">One of the two operations failed for another reason.</exception>
    public static Task<IdentityPool> ModifyIdentityPoolAsync(
        this ICognitoIdentityClient client,
        string identityPoolId,
        Func<IdentityPool, IdentityPool> change,
        ModifyOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options = Check(client, identityPoolId, change, options);
        return Modification.RunAsync(
            PoolLocks.For(client).EnterAsync(identityPoolId, cancellationToken),
            options,
            token => client.DescribeIdentityPoolAsync(new() { IdentityPoolId = identityPoolId }, token),
            change,
            UpdateIdentityPoolRequest.Operation,
            WholeUpdateRequests.Pool,
            (request, _, token) => client.UpdateIdentityPoolAsync(request, token),
            cancellationToken);
    }

    /// <summary>
    /// Changes the roles and role mappings of a pool by GetIdentityPoolRoles and SetIdentityPoolRoles. See the
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html">API reference</see>.
    /// </summary>
    /// <param name="client">The client.</param>
    /// <param name="identityPoolId">The pool's id, <c>REGION:GUID</c>, 1–55 characters.</param>
    /// <param name="change">Maps the current roles to the desired ones. May be called more than once.</param>
    /// <param name="options">Retry settings; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the call, and the wait for other changes of the same pool.</param>
    /// <returns>The roles after the change.</returns>
    /// <exception cref="ArgumentException">The id is empty, or the change returned null or roles with another pool's id.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting in <paramref name="options"/> is out of range.</exception>
    /// <exception cref="CognitoIdentityConnectionException">The service could not be reached.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">A call took too long.</exception>
    /// <exception cref="RequestValidationException">A member of a request is missing or invalid. That request was not sent.</exception>
    /// <exception cref="ConcurrentModificationException">The pool was changed concurrently during every attempt.</exception>
    /// <exception cref="ResourceNotFoundException">The pool does not exist.</exception>
    /// <exception cref="CognitoIdentityException">One of the two operations failed for another reason.</exception>
    public static Task<GetIdentityPoolRolesResponse> ModifyIdentityPoolRolesAsync(
        this ICognitoIdentityClient client,
        string identityPoolId,
        Func<GetIdentityPoolRolesResponse, GetIdentityPoolRolesResponse> change,
        ModifyOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options = Check(client, identityPoolId, change, options);
        return Modification.RunAsync(
            PoolLocks.For(client).EnterAsync(identityPoolId, cancellationToken),
            options,
            token => client.GetIdentityPoolRolesAsync(new() { IdentityPoolId = identityPoolId }, token),
            change,
            SetIdentityPoolRolesRequest.Operation,
            (before, after) => WholeUpdateRequests.Roles(identityPoolId, before, after),
            async (request, after, token) =>
            {
                await client.SetIdentityPoolRolesAsync(request, token).ConfigureAwait(false);
                return after;
            },
            cancellationToken);
    }

    /// <summary>
    /// Changes which claims of a provider's tokens become principal tags, by GetPrincipalTagAttributeMap and SetPrincipalTagAttributeMap.
    /// If the provider has no map yet, the change receives an empty one. See the
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetPrincipalTagAttributeMap.html">API
    /// reference</see>.
    /// </summary>
    /// <remarks>
    /// While <see cref="GetPrincipalTagAttributeMapResponse.UseDefaults"/> is true, the service ignores
    /// <see cref="GetPrincipalTagAttributeMapResponse.PrincipalTags"/> and uses its default tags.
    /// </remarks>
    /// <param name="client">The client.</param>
    /// <param name="identityPoolId">The pool's id, <c>REGION:GUID</c>, 1–55 characters.</param>
    /// <param name="identityProviderName">The name of the identity provider whose claims are mapped, 1–128 characters.</param>
    /// <param name="change">Maps the current map to the desired one. May be called more than once.</param>
    /// <param name="options">Retry settings; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the call, and the wait for other changes of the same pool.</param>
    /// <returns>The map after the change.</returns>
    /// <exception cref="ArgumentException">The id or the name is empty, or the change returned null or another id or name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting in <paramref name="options"/> is out of range.</exception>
    /// <exception cref="CognitoIdentityConnectionException">The service could not be reached.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">A call took too long.</exception>
    /// <exception cref="RequestValidationException">A member of a request is missing or invalid. That request was not sent.</exception>
    /// <exception cref="ConcurrentModificationException">The pool was changed concurrently during every attempt.</exception>
    /// <exception cref="ResourceNotFoundException">The pool does not exist.</exception>
    /// <exception cref="CognitoIdentityException">One of the two operations failed for another reason.</exception>
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
        return Modification.RunAsync(
            PoolLocks.For(client).EnterAsync(identityPoolId, cancellationToken),
            options,
            token => ReadTagsAsync(client, identityPoolId, identityProviderName, token),
            change,
            SetPrincipalTagAttributeMapRequest.Operation,
            (before, after) => WholeUpdateRequests.Tags(identityPoolId, identityProviderName, before, after),
            async (request, after, token) =>
            {
                await client.SetPrincipalTagAttributeMapAsync(request, token).ConfigureAwait(false);
                return after;
            },
            cancellationToken);
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
            // The provider has no map yet, or the pool does not exist. In the second case the write throws the same exception.
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
