namespace CognitoIdentity;

/// <summary>
/// A client of <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/Welcome.html">Amazon Cognito Federated
/// Identities</see> (identity pools), API version 2014-06-30: one method for each operation.
/// </summary>
/// <remarks>
/// <para> In addition to the exceptions listed on each method, every method can throw the errors common to all AWS services and <see
/// cref="InvalidResponseException"/>, all derived from <see cref="CognitoIdentityException"/>; <see cref="ArgumentNullException"/> if the
/// request is null; and <see cref="OperationCanceledException"/> with the caller's token. Signed operations also throw <see
/// cref="CredentialsNotFoundException"/> if there are no AWS credentials, and <see cref="InsecureEndpointException"/> if the endpoint is
/// plain HTTP on another machine. The anonymous operations GetId, GetCredentialsForIdentity, GetOpenIdToken and UnlinkIdentity never use
/// AWS credentials. </para>
/// <para> Implement this interface for a fake in your tests. When AWS adds an operation, this interface gets a method with a default
/// implementation that throws <see cref="NotSupportedException"/>. An existing implementation therefore still compiles and runs with a
/// later minor version. </para>
/// </remarks>
public interface ICognitoIdentityClient
{
    /// <summary>
    /// Creates an identity pool, which keeps the identities of users and trusts a set of identity providers. Signed.
    /// See the <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CreateIdentityPool.html">API reference</see>.
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Cancels the call with its retries and waits. Default: none.</param>
    /// <returns>The new pool.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The connection could not be made or was lost, also on every retry.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">An attempt or the whole call took longer than its timeout.</exception>
    /// <exception cref="RequestValidationException">The request is invalid and was not sent; the exception lists every problem.</exception>
    /// <exception cref="InternalErrorException">The service failed, also on every retry.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or invalid.</exception>
    /// <exception cref="LimitExceededException">A quota of the AWS account is used up.</exception>
    /// <exception cref="NotAuthorizedException">The caller or a login is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is already linked to another identity.</exception>
    /// <exception cref="TooManyRequestsException">The service throttled the request and its retries.</exception>
    Task<IdentityPool> CreateIdentityPoolAsync(CreateIdentityPoolRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes 1–60 identities. The response lists those that could not be deleted, with the reason. Signed.
    /// See the <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DeleteIdentities.html">API reference</see>.
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Cancels the call with its retries and waits. Default: none.</param>
    /// <returns>The identities that were not deleted.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The connection could not be made or was lost, also on every retry.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">An attempt or the whole call took longer than its timeout.</exception>
    /// <exception cref="RequestValidationException">The request is invalid and was not sent; the exception lists every problem.</exception>
    /// <exception cref="InternalErrorException">The service failed, also on every retry.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or invalid.</exception>
    /// <exception cref="TooManyRequestsException">The service throttled the request and its retries.</exception>
    Task<DeleteIdentitiesResponse> DeleteIdentitiesAsync(DeleteIdentitiesRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes an identity pool with all its identities. Its users can no longer sign in. Signed.
    /// See the <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DeleteIdentityPool.html">API reference</see>.
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Cancels the call with its retries and waits. Default: none.</param>
    /// <returns>An empty response, with its metadata.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The connection could not be made or was lost, also on every retry.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">An attempt or the whole call took longer than its timeout.</exception>
    /// <exception cref="RequestValidationException">The request is invalid and was not sent; the exception lists every problem.</exception>
    /// <exception cref="InternalErrorException">The service failed, also on every retry.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or invalid.</exception>
    /// <exception cref="NotAuthorizedException">The caller or a login is not authorized.</exception>
    /// <exception cref="ResourceNotFoundException">The identity pool, identity or developer user does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The service throttled the request and its retries.</exception>
    Task<DeleteIdentityPoolResponse> DeleteIdentityPoolAsync(
        DeleteIdentityPoolRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the creation date and the last change of an identity, and the identity providers that are linked to it. Signed.
    /// See the <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentity.html">API reference</see>.
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Cancels the call with its retries and waits. Default: none.</param>
    /// <returns>The identity.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The connection could not be made or was lost, also on every retry.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">An attempt or the whole call took longer than its timeout.</exception>
    /// <exception cref="RequestValidationException">The request is invalid and was not sent; the exception lists every problem.</exception>
    /// <exception cref="InternalErrorException">The service failed, also on every retry.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or invalid.</exception>
    /// <exception cref="NotAuthorizedException">The caller or a login is not authorized.</exception>
    /// <exception cref="ResourceNotFoundException">The identity pool, identity or developer user does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The service throttled the request and its retries.</exception>
    Task<DescribeIdentityResponse> DescribeIdentityAsync(DescribeIdentityRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the configuration of an identity pool. Signed.
    /// See the <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentityPool.html">API
    /// reference</see>.
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Cancels the call with its retries and waits. Default: none.</param>
    /// <returns>The pool.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The connection could not be made or was lost, also on every retry.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">An attempt or the whole call took longer than its timeout.</exception>
    /// <exception cref="RequestValidationException">The request is invalid and was not sent; the exception lists every problem.</exception>
    /// <exception cref="InternalErrorException">The service failed, also on every retry.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or invalid.</exception>
    /// <exception cref="NotAuthorizedException">The caller or a login is not authorized.</exception>
    /// <exception cref="ResourceNotFoundException">The identity pool, identity or developer user does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The service throttled the request and its retries.</exception>
    Task<IdentityPool> DescribeIdentityPoolAsync(DescribeIdentityPoolRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns temporary AWS credentials for an identity: the last step of the enhanced flow. Anonymous: AWS credentials are not used. See
    /// the <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetCredentialsForIdentity.html">API
    /// reference</see>.
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Cancels the call with its retries and waits. Default: none.</param>
    /// <returns>The credentials and the id of their identity.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The connection could not be made or was lost, also on every retry.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">An attempt or the whole call took longer than its timeout.</exception>
    /// <exception cref="RequestValidationException">The request is invalid and was not sent; the exception lists every problem.</exception>
    /// <exception cref="ExternalServiceException">A service that Amazon Cognito depends on, such as Facebook, does not respond.</exception>
    /// <exception cref="InternalErrorException">The service failed, also on every retry.</exception>
    /// <exception cref="InvalidIdentityPoolConfigurationException">The identity pool has no role for the user, or AWS STS does not let it
    /// assume the role.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or invalid.</exception>
    /// <exception cref="NotAuthorizedException">The caller or a login is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is already linked to another identity.</exception>
    /// <exception cref="ResourceNotFoundException">The identity pool, identity or developer user does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The service throttled the request and its retries.</exception>
    Task<GetCredentialsForIdentityResponse> GetCredentialsForIdentityAsync(
        GetCredentialsForIdentityRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the identity for the given logins and creates it if it does not exist. Without logins, creates a guest identity. Several
    /// logins are linked to one identity. Anonymous: AWS credentials are not used.
    /// See the <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetId.html">API reference</see>.
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Cancels the call with its retries and waits. Default: none.</param>
    /// <returns>The id of the identity.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The connection could not be made or was lost, also on every retry.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">An attempt or the whole call took longer than its timeout.</exception>
    /// <exception cref="RequestValidationException">The request is invalid and was not sent; the exception lists every problem.</exception>
    /// <exception cref="ExternalServiceException">A service that Amazon Cognito depends on, such as Facebook, does not respond.</exception>
    /// <exception cref="InternalErrorException">The service failed, also on every retry.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or invalid.</exception>
    /// <exception cref="LimitExceededException">A quota of the AWS account is used up.</exception>
    /// <exception cref="NotAuthorizedException">The caller or a login is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is already linked to another identity.</exception>
    /// <exception cref="ResourceNotFoundException">The identity pool, identity or developer user does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The service throttled the request and its retries.</exception>
    Task<GetIdResponse> GetIdAsync(GetIdRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the roles and role mappings of an identity pool. Signed.
    /// See the <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetIdentityPoolRoles.html">API
    /// reference</see>.
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Cancels the call with its retries and waits. Default: none.</param>
    /// <returns>The roles and role mappings.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The connection could not be made or was lost, also on every retry.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">An attempt or the whole call took longer than its timeout.</exception>
    /// <exception cref="RequestValidationException">The request is invalid and was not sent; the exception lists every problem.</exception>
    /// <exception cref="InternalErrorException">The service failed, also on every retry.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or invalid.</exception>
    /// <exception cref="NotAuthorizedException">The caller or a login is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is already linked to another identity.</exception>
    /// <exception cref="ResourceNotFoundException">The identity pool, identity or developer user does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The service throttled the request and its retries.</exception>
    Task<GetIdentityPoolRolesResponse> GetIdentityPoolRolesAsync(
        GetIdentityPoolRolesRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns an OpenID token for an identity, valid for 10 minutes: the first half of the basic (classic) flow. Further logins are linked
    /// to the identity. Anonymous: AWS credentials are not used.
    /// See the <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetOpenIdToken.html">API reference</see>.
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Cancels the call with its retries and waits. Default: none.</param>
    /// <returns>The token and the id of its identity.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The connection could not be made or was lost, also on every retry.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">An attempt or the whole call took longer than its timeout.</exception>
    /// <exception cref="RequestValidationException">The request is invalid and was not sent; the exception lists every problem.</exception>
    /// <exception cref="ExternalServiceException">A service that Amazon Cognito depends on, such as Facebook, does not respond.</exception>
    /// <exception cref="InternalErrorException">The service failed, also on every retry.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or invalid.</exception>
    /// <exception cref="NotAuthorizedException">The caller or a login is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is already linked to another identity.</exception>
    /// <exception cref="ResourceNotFoundException">The identity pool, identity or developer user does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The service throttled the request and its retries.</exception>
    Task<GetOpenIdTokenResponse> GetOpenIdTokenAsync(GetOpenIdTokenRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the identity, and an OpenID token for it, of a user that your own backend authenticated. Creates the identity if the user is
    /// new, or links the logins to an existing one. Signed. <see
    /// href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetOpenIdTokenForDeveloperIdentity.html">API
    /// reference</see>
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Cancels the call with its retries and waits. Default: none.</param>
    /// <returns>The token and the id of its identity.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The connection could not be made or was lost, also on every retry.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">An attempt or the whole call took longer than its timeout.</exception>
    /// <exception cref="RequestValidationException">The request is invalid and was not sent; the exception lists every problem.</exception>
    /// <exception cref="DeveloperUserAlreadyRegisteredException">The developer user is already registered under a different identity
    /// id.</exception>
    /// <exception cref="InternalErrorException">The service failed, also on every retry.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or invalid.</exception>
    /// <exception cref="NotAuthorizedException">The caller or a login is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is already linked to another identity.</exception>
    /// <exception cref="ResourceNotFoundException">The identity pool, identity or developer user does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The service throttled the request and its retries.</exception>
    Task<GetOpenIdTokenForDeveloperIdentityResponse> GetOpenIdTokenForDeveloperIdentityAsync(
        GetOpenIdTokenForDeveloperIdentityRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the claims of an identity provider's tokens that become principal tags. Signed.
    /// See the <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetPrincipalTagAttributeMap.html">API
    /// reference</see>.
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Cancels the call with its retries and waits. Default: none.</param>
    /// <returns>The mappings.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The connection could not be made or was lost, also on every retry.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">An attempt or the whole call took longer than its timeout.</exception>
    /// <exception cref="RequestValidationException">The request is invalid and was not sent; the exception lists every problem.</exception>
    /// <exception cref="InternalErrorException">The service failed, also on every retry.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or invalid.</exception>
    /// <exception cref="NotAuthorizedException">The caller or a login is not authorized.</exception>
    /// <exception cref="ResourceNotFoundException">The identity pool, identity or developer user does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The service throttled the request and its retries.</exception>
    Task<GetPrincipalTagAttributeMapResponse> GetPrincipalTagAttributeMapAsync(
        GetPrincipalTagAttributeMapRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns one page of the identities in an identity pool. <c>PaginateListIdentities</c> reads all pages. Signed.
    /// See the <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListIdentities.html">API reference</see>.
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Cancels the call with its retries and waits. Default: none.</param>
    /// <returns>The page.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The connection could not be made or was lost, also on every retry.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">An attempt or the whole call took longer than its timeout.</exception>
    /// <exception cref="RequestValidationException">The request is invalid and was not sent; the exception lists every problem.</exception>
    /// <exception cref="InternalErrorException">The service failed, also on every retry.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or invalid.</exception>
    /// <exception cref="NotAuthorizedException">The caller or a login is not authorized.</exception>
    /// <exception cref="ResourceNotFoundException">The identity pool, identity or developer user does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The service throttled the request and its retries.</exception>
    Task<ListIdentitiesResponse> ListIdentitiesAsync(ListIdentitiesRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns one page of the identity pools of the AWS account in the region. <c>PaginateListIdentityPools</c> reads all pages. Signed.
    /// See the <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListIdentityPools.html">API reference</see>.
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Cancels the call with its retries and waits. Default: none.</param>
    /// <returns>The page.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The connection could not be made or was lost, also on every retry.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">An attempt or the whole call took longer than its timeout.</exception>
    /// <exception cref="RequestValidationException">The request is invalid and was not sent; the exception lists every problem.</exception>
    /// <exception cref="InternalErrorException">The service failed, also on every retry.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or invalid.</exception>
    /// <exception cref="NotAuthorizedException">The caller or a login is not authorized.</exception>
    /// <exception cref="ResourceNotFoundException">The identity pool, identity or developer user does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The service throttled the request and its retries.</exception>
    Task<ListIdentityPoolsResponse> ListIdentityPoolsAsync(ListIdentityPoolsRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the tags of an identity pool. The service allows 10 calls a second for an account. Signed.
    /// See the <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListTagsForResource.html">API
    /// reference</see>.
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Cancels the call with its retries and waits. Default: none.</param>
    /// <returns>The tags.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The connection could not be made or was lost, also on every retry.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">An attempt or the whole call took longer than its timeout.</exception>
    /// <exception cref="RequestValidationException">The request is invalid and was not sent; the exception lists every problem.</exception>
    /// <exception cref="InternalErrorException">The service failed, also on every retry.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or invalid.</exception>
    /// <exception cref="NotAuthorizedException">The caller or a login is not authorized.</exception>
    /// <exception cref="ResourceNotFoundException">The identity pool, identity or developer user does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The service throttled the request and its retries.</exception>
    Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the identity of a developer-authenticated user, or the users of an identity. Meant for support staff and scripts; sign-in
    /// uses GetOpenIdTokenForDeveloperIdentity. Signed.
    /// See the <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_LookupDeveloperIdentity.html">API
    /// reference</see>.
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Cancels the call with its retries and waits. Default: none.</param>
    /// <returns>The identity and one page of its users.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The connection could not be made or was lost, also on every retry.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">An attempt or the whole call took longer than its timeout.</exception>
    /// <exception cref="RequestValidationException">The request is invalid and was not sent; the exception lists every problem.</exception>
    /// <exception cref="InternalErrorException">The service failed, also on every retry.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or invalid.</exception>
    /// <exception cref="NotAuthorizedException">The caller or a login is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is already linked to another identity.</exception>
    /// <exception cref="ResourceNotFoundException">The identity pool, identity or developer user does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The service throttled the request and its retries.</exception>
    Task<LookupDeveloperIdentityResponse> LookupDeveloperIdentityAsync(
        LookupDeveloperIdentityRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Merges two developer-authenticated users of one pool: the source user gets the destination user's identity, and the identity of the
    /// source user is disabled. Together they may have 20 linked logins. Signed.
    /// See the <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_MergeDeveloperIdentities.html">API
    /// reference</see>.
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Cancels the call with its retries and waits. Default: none.</param>
    /// <returns>The id of the remaining identity.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The connection could not be made or was lost, also on every retry.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">An attempt or the whole call took longer than its timeout.</exception>
    /// <exception cref="RequestValidationException">The request is invalid and was not sent; the exception lists every problem.</exception>
    /// <exception cref="InternalErrorException">The service failed, also on every retry.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or invalid.</exception>
    /// <exception cref="NotAuthorizedException">The caller or a login is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is already linked to another identity.</exception>
    /// <exception cref="ResourceNotFoundException">The identity pool, identity or developer user does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The service throttled the request and its retries.</exception>
    Task<MergeDeveloperIdentitiesResponse> MergeDeveloperIdentitiesAsync(
        MergeDeveloperIdentitiesRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Replaces all roles and role mappings of an identity pool. Signed.
    /// See the <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html">API
    /// reference</see>.
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Cancels the call with its retries and waits. Default: none.</param>
    /// <returns>An empty response, with its metadata.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The connection could not be made or was lost, also on every retry.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">An attempt or the whole call took longer than its timeout.</exception>
    /// <exception cref="RequestValidationException">The request is invalid and was not sent; the exception lists every problem.</exception>
    /// <exception cref="ConcurrentModificationException">Another request is changing the identity pool.</exception>
    /// <exception cref="InternalErrorException">The service failed, also on every retry.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or invalid.</exception>
    /// <exception cref="NotAuthorizedException">The caller or a login is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is already linked to another identity.</exception>
    /// <exception cref="ResourceNotFoundException">The identity pool, identity or developer user does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The service throttled the request and its retries.</exception>
    Task<SetIdentityPoolRolesResponse> SetIdentityPoolRolesAsync(
        SetIdentityPoolRolesRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Sets the claims of an identity provider's tokens that become principal tags: the defaults, or your own mappings. Signed.
    /// See the <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetPrincipalTagAttributeMap.html">API
    /// reference</see>.
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Cancels the call with its retries and waits. Default: none.</param>
    /// <returns>The mappings.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The connection could not be made or was lost, also on every retry.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">An attempt or the whole call took longer than its timeout.</exception>
    /// <exception cref="RequestValidationException">The request is invalid and was not sent; the exception lists every problem.</exception>
    /// <exception cref="InternalErrorException">The service failed, also on every retry.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or invalid.</exception>
    /// <exception cref="NotAuthorizedException">The caller or a login is not authorized.</exception>
    /// <exception cref="ResourceNotFoundException">The identity pool, identity or developer user does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The service throttled the request and its retries.</exception>
    Task<SetPrincipalTagAttributeMapResponse> SetPrincipalTagAttributeMapAsync(
        SetPrincipalTagAttributeMapRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Sets tags on an identity pool. The service allows 5 calls a second for an account. Signed.
    /// See the <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_TagResource.html">API reference</see>.
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Cancels the call with its retries and waits. Default: none.</param>
    /// <returns>An empty response, with its metadata.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The connection could not be made or was lost, also on every retry.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">An attempt or the whole call took longer than its timeout.</exception>
    /// <exception cref="RequestValidationException">The request is invalid and was not sent; the exception lists every problem.</exception>
    /// <exception cref="InternalErrorException">The service failed, also on every retry.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or invalid.</exception>
    /// <exception cref="NotAuthorizedException">The caller or a login is not authorized.</exception>
    /// <exception cref="ResourceNotFoundException">The identity pool, identity or developer user does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The service throttled the request and its retries.</exception>
    Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Unlinks a developer-authenticated user from an identity. An identity without any remaining login becomes inaccessible. Signed.
    /// See the <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UnlinkDeveloperIdentity.html">API
    /// reference</see>.
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Cancels the call with its retries and waits. Default: none.</param>
    /// <returns>An empty response, with its metadata.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The connection could not be made or was lost, also on every retry.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">An attempt or the whole call took longer than its timeout.</exception>
    /// <exception cref="RequestValidationException">The request is invalid and was not sent; the exception lists every problem.</exception>
    /// <exception cref="InternalErrorException">The service failed, also on every retry.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or invalid.</exception>
    /// <exception cref="NotAuthorizedException">The caller or a login is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is already linked to another identity.</exception>
    /// <exception cref="ResourceNotFoundException">The identity pool, identity or developer user does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The service throttled the request and its retries.</exception>
    Task<UnlinkDeveloperIdentityResponse> UnlinkDeveloperIdentityAsync(
        UnlinkDeveloperIdentityRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Unlinks identity providers from an identity. An identity without any remaining login becomes inaccessible. Anonymous: AWS
    /// credentials are not used.
    /// See the <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UnlinkIdentity.html">API reference</see>.
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Cancels the call with its retries and waits. Default: none.</param>
    /// <returns>An empty response, with its metadata.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The connection could not be made or was lost, also on every retry.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">An attempt or the whole call took longer than its timeout.</exception>
    /// <exception cref="RequestValidationException">The request is invalid and was not sent; the exception lists every problem.</exception>
    /// <exception cref="ExternalServiceException">A service that Amazon Cognito depends on, such as Facebook, does not respond.</exception>
    /// <exception cref="InternalErrorException">The service failed, also on every retry.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or invalid.</exception>
    /// <exception cref="NotAuthorizedException">The caller or a login is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is already linked to another identity.</exception>
    /// <exception cref="ResourceNotFoundException">The identity pool, identity or developer user does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The service throttled the request and its retries.</exception>
    Task<UnlinkIdentityResponse> UnlinkIdentityAsync(UnlinkIdentityRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes tags from an identity pool. The service allows 5 calls a second for an account. Signed.
    /// See the <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UntagResource.html">API reference</see>.
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Cancels the call with its retries and waits. Default: none.</param>
    /// <returns>An empty response, with its metadata.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The connection could not be made or was lost, also on every retry.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">An attempt or the whole call took longer than its timeout.</exception>
    /// <exception cref="RequestValidationException">The request is invalid and was not sent; the exception lists every problem.</exception>
    /// <exception cref="InternalErrorException">The service failed, also on every retry.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or invalid.</exception>
    /// <exception cref="NotAuthorizedException">The caller or a login is not authorized.</exception>
    /// <exception cref="ResourceNotFoundException">The identity pool, identity or developer user does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The service throttled the request and its retries.</exception>
    Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Replaces the configuration of an identity pool. The service resets whatever the request leaves out to its default. Signed.
    /// See the <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UpdateIdentityPool.html">API reference</see>.
    /// </summary>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Cancels the call with its retries and waits. Default: none.</param>
    /// <returns>The pool after the update.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The connection could not be made or was lost, also on every retry.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">An attempt or the whole call took longer than its timeout.</exception>
    /// <exception cref="RequestValidationException">The request is invalid and was not sent; the exception lists every problem.</exception>
    /// <exception cref="ConcurrentModificationException">Another request is changing the identity pool.</exception>
    /// <exception cref="InternalErrorException">The service failed, also on every retry.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or invalid.</exception>
    /// <exception cref="LimitExceededException">A quota of the AWS account is used up.</exception>
    /// <exception cref="NotAuthorizedException">The caller or a login is not authorized.</exception>
    /// <exception cref="ResourceConflictException">A login is already linked to another identity.</exception>
    /// <exception cref="ResourceNotFoundException">The identity pool, identity or developer user does not exist.</exception>
    /// <exception cref="TooManyRequestsException">The service throttled the request and its retries.</exception>
    Task<IdentityPool> UpdateIdentityPoolAsync(UpdateIdentityPoolRequest request, CancellationToken cancellationToken = default);
}
