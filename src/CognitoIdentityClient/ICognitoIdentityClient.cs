namespace CognitoIdentity;

/// <summary>
/// The 23 operations of <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/Welcome.html">Amazon Cognito
/// Federated Identities</see> (identity pools), API version 2014-06-30.
/// </summary>
/// <remarks>
/// Beside the errors that are listed, every method can throw the errors common to all AWS services, and
/// <see cref="CognitoIdentityConnectionException"/>, <see cref="CognitoIdentityTimeoutException"/>, <see cref="InvalidResponseException"/>,
/// all of which are a <see cref="CognitoIdentityException"/>; <see cref="ArgumentNullException"/> for a request that is null;
/// <see cref="RequestValidationException"/> for one with mistakes, which is not sent; and <see cref="OperationCanceledException"/> with the
/// caller's token. A signed operation throws <see cref="CredentialsNotFoundException"/>
/// if there are no AWS credentials to sign with.
/// </remarks>
public interface ICognitoIdentityClient
{
    /// <summary>
    /// Creates an identity pool: the store of the users' identities, with the providers that it trusts. Signed.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CreateIdentityPool.html">API reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Stops the call, its retries and its waits.</param>
    /// <returns>The pool.</returns>
    /// <exception cref="InternalErrorException">The service failed.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or bad.</exception>
    /// <exception cref="LimitExceededException">A quota of the account is used up.</exception>
    /// <exception cref="NotAuthorizedException">The caller, or a login, is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is linked to another identity already.</exception>
    /// <exception cref="TooManyRequestsException">The request was throttled, and so were its retries.</exception>
    Task<IdentityPool> CreateIdentityPoolAsync(CreateIdentityPoolRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes 1–60 identities. Those that could not be deleted come back in the response, with the reason. Signed.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DeleteIdentities.html">API reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Stops the call, its retries and its waits.</param>
    /// <returns>The response.</returns>
    /// <exception cref="InternalErrorException">The service failed.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or bad.</exception>
    /// <exception cref="TooManyRequestsException">The request was throttled, and so were its retries.</exception>
    Task<DeleteIdentitiesResponse> DeleteIdentitiesAsync(DeleteIdentitiesRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes an identity pool with all its identities. Its users cannot sign in any more. Signed.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DeleteIdentityPool.html">API reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Stops the call, its retries and its waits.</param>
    /// <returns>The response; it has no members of its own.</returns>
    /// <exception cref="InternalErrorException">The service failed.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or bad.</exception>
    /// <exception cref="NotAuthorizedException">The caller, or a login, is not authorized.</exception>
    /// <exception cref="ResourceNotFoundException">The pool or identity does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The request was throttled, and so were its retries.</exception>
    Task<DeleteIdentityPoolResponse> DeleteIdentityPoolAsync(
        DeleteIdentityPoolRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets when an identity was created and changed, and the providers linked to it. Signed.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentity.html">API reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Stops the call, its retries and its waits.</param>
    /// <returns>The response.</returns>
    /// <exception cref="InternalErrorException">The service failed.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or bad.</exception>
    /// <exception cref="NotAuthorizedException">The caller, or a login, is not authorized.</exception>
    /// <exception cref="ResourceNotFoundException">The pool or identity does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The request was throttled, and so were its retries.</exception>
    Task<DescribeIdentityResponse> DescribeIdentityAsync(DescribeIdentityRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets an identity pool's configuration. Signed.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentityPool.html">API reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Stops the call, its retries and its waits.</param>
    /// <returns>The pool.</returns>
    /// <exception cref="InternalErrorException">The service failed.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or bad.</exception>
    /// <exception cref="NotAuthorizedException">The caller, or a login, is not authorized.</exception>
    /// <exception cref="ResourceNotFoundException">The pool or identity does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The request was throttled, and so were its retries.</exception>
    Task<IdentityPool> DescribeIdentityPoolAsync(DescribeIdentityPoolRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets temporary AWS credentials for an identity: the last step of the enhanced flow. Anonymous: no AWS credentials are used.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetCredentialsForIdentity.html">API reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Stops the call, its retries and its waits.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ExternalServiceException">A provider, such as Facebook, does not answer.</exception>
    /// <exception cref="InternalErrorException">The service failed.</exception>
    /// <exception cref="InvalidIdentityPoolConfigurationException">The pool has no role for the user, or STS refuses the role.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or bad.</exception>
    /// <exception cref="NotAuthorizedException">The caller, or a login, is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is linked to another identity already.</exception>
    /// <exception cref="ResourceNotFoundException">The pool or identity does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The request was throttled, and so were its retries.</exception>
    Task<GetCredentialsForIdentityResponse> GetCredentialsForIdentityAsync(
        GetCredentialsForIdentityRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets the identity of a user by the logins, or makes one. Without logins it makes a guest. Several logins are linked to one
    /// identity. Anonymous: no AWS credentials are used.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetId.html">API reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Stops the call, its retries and its waits.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ExternalServiceException">A provider, such as Facebook, does not answer.</exception>
    /// <exception cref="InternalErrorException">The service failed.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or bad.</exception>
    /// <exception cref="LimitExceededException">A quota of the account is used up.</exception>
    /// <exception cref="NotAuthorizedException">The caller, or a login, is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is linked to another identity already.</exception>
    /// <exception cref="ResourceNotFoundException">The pool or identity does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The request was throttled, and so were its retries.</exception>
    Task<GetIdResponse> GetIdAsync(GetIdRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets the roles, and the role mappings, of an identity pool. Signed.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetIdentityPoolRoles.html">API reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Stops the call, its retries and its waits.</param>
    /// <returns>The response.</returns>
    /// <exception cref="InternalErrorException">The service failed.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or bad.</exception>
    /// <exception cref="NotAuthorizedException">The caller, or a login, is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is linked to another identity already.</exception>
    /// <exception cref="ResourceNotFoundException">The pool or identity does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The request was throttled, and so were its retries.</exception>
    Task<GetIdentityPoolRolesResponse> GetIdentityPoolRolesAsync(
        GetIdentityPoolRolesRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets an OpenID token, valid for 10 minutes, for an identity: the first half of the basic (classic) flow. Further logins are linked
    /// to the identity. Anonymous: no AWS credentials are used.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetOpenIdToken.html">API reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Stops the call, its retries and its waits.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ExternalServiceException">A provider, such as Facebook, does not answer.</exception>
    /// <exception cref="InternalErrorException">The service failed.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or bad.</exception>
    /// <exception cref="NotAuthorizedException">The caller, or a login, is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is linked to another identity already.</exception>
    /// <exception cref="ResourceNotFoundException">The pool or identity does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The request was throttled, and so were its retries.</exception>
    Task<GetOpenIdTokenResponse> GetOpenIdTokenAsync(GetOpenIdTokenRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets the identity, and an OpenID token, of a user whom the application's own backend authenticated; creates the identity if the
    /// user is new, or links the logins to an existing one. Signed.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetOpenIdTokenForDeveloperIdentity.html">API reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Stops the call, its retries and its waits.</param>
    /// <returns>The response.</returns>
    /// <exception cref="DeveloperUserAlreadyRegisteredException">The developer user is known under another identity.</exception>
    /// <exception cref="InternalErrorException">The service failed.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or bad.</exception>
    /// <exception cref="NotAuthorizedException">The caller, or a login, is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is linked to another identity already.</exception>
    /// <exception cref="ResourceNotFoundException">The pool or identity does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The request was throttled, and so were its retries.</exception>
    Task<GetOpenIdTokenForDeveloperIdentityResponse> GetOpenIdTokenForDeveloperIdentityAsync(
        GetOpenIdTokenForDeveloperIdentityRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets which claims of a provider's tokens become principal tags. Signed.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetPrincipalTagAttributeMap.html">API reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Stops the call, its retries and its waits.</param>
    /// <returns>The response.</returns>
    /// <exception cref="InternalErrorException">The service failed.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or bad.</exception>
    /// <exception cref="NotAuthorizedException">The caller, or a login, is not authorized.</exception>
    /// <exception cref="ResourceNotFoundException">The pool or identity does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The request was throttled, and so were its retries.</exception>
    Task<GetPrincipalTagAttributeMapResponse> GetPrincipalTagAttributeMapAsync(
        GetPrincipalTagAttributeMapRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists a page of an identity pool's identities. Signed.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListIdentities.html">API reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Stops the call, its retries and its waits.</param>
    /// <returns>The response.</returns>
    /// <exception cref="InternalErrorException">The service failed.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or bad.</exception>
    /// <exception cref="NotAuthorizedException">The caller, or a login, is not authorized.</exception>
    /// <exception cref="ResourceNotFoundException">The pool or identity does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The request was throttled, and so were its retries.</exception>
    Task<ListIdentitiesResponse> ListIdentitiesAsync(ListIdentitiesRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists a page of the account's identity pools in the region. Signed.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListIdentityPools.html">API reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Stops the call, its retries and its waits.</param>
    /// <returns>The response.</returns>
    /// <exception cref="InternalErrorException">The service failed.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or bad.</exception>
    /// <exception cref="NotAuthorizedException">The caller, or a login, is not authorized.</exception>
    /// <exception cref="ResourceNotFoundException">The pool or identity does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The request was throttled, and so were its retries.</exception>
    Task<ListIdentityPoolsResponse> ListIdentityPoolsAsync(ListIdentityPoolsRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists the tags of an identity pool. The service allows 10 calls a second for an account. Signed.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListTagsForResource.html">API reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Stops the call, its retries and its waits.</param>
    /// <returns>The response.</returns>
    /// <exception cref="InternalErrorException">The service failed.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or bad.</exception>
    /// <exception cref="NotAuthorizedException">The caller, or a login, is not authorized.</exception>
    /// <exception cref="ResourceNotFoundException">The pool or identity does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The request was throttled, and so were its retries.</exception>
    Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Finds the identity of a developer-authenticated user, or the users of an identity. Meant for support staff and scripts: sign-in
    /// goes through GetOpenIdTokenForDeveloperIdentity. Signed.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_LookupDeveloperIdentity.html">API reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Stops the call, its retries and its waits.</param>
    /// <returns>The response.</returns>
    /// <exception cref="InternalErrorException">The service failed.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or bad.</exception>
    /// <exception cref="NotAuthorizedException">The caller, or a login, is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is linked to another identity already.</exception>
    /// <exception cref="ResourceNotFoundException">The pool or identity does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The request was throttled, and so were its retries.</exception>
    Task<LookupDeveloperIdentityResponse> LookupDeveloperIdentityAsync(
        LookupDeveloperIdentityRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Merges two developer-authenticated users of one pool: the source user gets the destination's identity, and the source's own is
    /// disabled. Together they may have 20 linked logins. Signed.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_MergeDeveloperIdentities.html">API reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Stops the call, its retries and its waits.</param>
    /// <returns>The response.</returns>
    /// <exception cref="InternalErrorException">The service failed.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or bad.</exception>
    /// <exception cref="NotAuthorizedException">The caller, or a login, is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is linked to another identity already.</exception>
    /// <exception cref="ResourceNotFoundException">The pool or identity does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The request was throttled, and so were its retries.</exception>
    Task<MergeDeveloperIdentitiesResponse> MergeDeveloperIdentitiesAsync(
        MergeDeveloperIdentitiesRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Sets the roles, and the role mappings, of an identity pool. Replaces all that were set. Signed.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html">API reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Stops the call, its retries and its waits.</param>
    /// <returns>The response; it has no members of its own.</returns>
    /// <exception cref="ConcurrentModificationException">The pool is being changed by another request.</exception>
    /// <exception cref="InternalErrorException">The service failed.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or bad.</exception>
    /// <exception cref="NotAuthorizedException">The caller, or a login, is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is linked to another identity already.</exception>
    /// <exception cref="ResourceNotFoundException">The pool or identity does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The request was throttled, and so were its retries.</exception>
    Task<SetIdentityPoolRolesResponse> SetIdentityPoolRolesAsync(
        SetIdentityPoolRolesRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Sets which claims of a provider's tokens become principal tags: the defaults, or mappings of your own. Signed.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetPrincipalTagAttributeMap.html">API reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Stops the call, its retries and its waits.</param>
    /// <returns>The response.</returns>
    /// <exception cref="InternalErrorException">The service failed.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or bad.</exception>
    /// <exception cref="NotAuthorizedException">The caller, or a login, is not authorized.</exception>
    /// <exception cref="ResourceNotFoundException">The pool or identity does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The request was throttled, and so were its retries.</exception>
    Task<SetPrincipalTagAttributeMapResponse> SetPrincipalTagAttributeMapAsync(
        SetPrincipalTagAttributeMapRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Sets tags on an identity pool. The service allows 5 calls a second for an account. Signed.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_TagResource.html">API reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Stops the call, its retries and its waits.</param>
    /// <returns>The response; it has no members of its own.</returns>
    /// <exception cref="InternalErrorException">The service failed.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or bad.</exception>
    /// <exception cref="NotAuthorizedException">The caller, or a login, is not authorized.</exception>
    /// <exception cref="ResourceNotFoundException">The pool or identity does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The request was throttled, and so were its retries.</exception>
    Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Unlinks a developer-authenticated user from an identity. An identity without any login left becomes inaccessible. Signed.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UnlinkDeveloperIdentity.html">API reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Stops the call, its retries and its waits.</param>
    /// <returns>The response; it has no members of its own.</returns>
    /// <exception cref="InternalErrorException">The service failed.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or bad.</exception>
    /// <exception cref="NotAuthorizedException">The caller, or a login, is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is linked to another identity already.</exception>
    /// <exception cref="ResourceNotFoundException">The pool or identity does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The request was throttled, and so were its retries.</exception>
    Task<UnlinkDeveloperIdentityResponse> UnlinkDeveloperIdentityAsync(
        UnlinkDeveloperIdentityRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Unlinks providers from an identity. An identity without any login left becomes inaccessible. Anonymous: no AWS credentials are
    /// used. <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UnlinkIdentity.html">API reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Stops the call, its retries and its waits.</param>
    /// <returns>The response; it has no members of its own.</returns>
    /// <exception cref="ExternalServiceException">A provider, such as Facebook, does not answer.</exception>
    /// <exception cref="InternalErrorException">The service failed.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or bad.</exception>
    /// <exception cref="NotAuthorizedException">The caller, or a login, is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is linked to another identity already.</exception>
    /// <exception cref="ResourceNotFoundException">The pool or identity does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The request was throttled, and so were its retries.</exception>
    Task<UnlinkIdentityResponse> UnlinkIdentityAsync(UnlinkIdentityRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes tags from an identity pool. The service allows 5 calls a second for an account. Signed.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UntagResource.html">API reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Stops the call, its retries and its waits.</param>
    /// <returns>The response; it has no members of its own.</returns>
    /// <exception cref="InternalErrorException">The service failed.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or bad.</exception>
    /// <exception cref="NotAuthorizedException">The caller, or a login, is not authorized.</exception>
    /// <exception cref="ResourceNotFoundException">The pool or identity does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The request was throttled, and so were its retries.</exception>
    Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Replaces an identity pool's configuration. Whatever the request leaves out is reset to its default, not kept. Signed.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UpdateIdentityPool.html">API reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Stops the call, its retries and its waits.</param>
    /// <returns>The pool.</returns>
    /// <exception cref="ConcurrentModificationException">The pool is being changed by another request.</exception>
    /// <exception cref="InternalErrorException">The service failed.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or bad.</exception>
    /// <exception cref="LimitExceededException">A quota of the account is used up.</exception>
    /// <exception cref="NotAuthorizedException">The caller, or a login, is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is linked to another identity already.</exception>
    /// <exception cref="ResourceNotFoundException">The pool or identity does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The request was throttled, and so were its retries.</exception>
    Task<IdentityPool> UpdateIdentityPoolAsync(UpdateIdentityPoolRequest request, CancellationToken cancellationToken = default);
}
