namespace CognitoIdentity.PublicApi.Tests;

/// <summary>The interface of a later version, which has one operation more.</summary>
public interface ILaterClient : ICognitoIdentityClient
{
    Task<GetIdResponse> NewOperationAsync(GetIdRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("This client does not implement NewOperation.");
}

/// <summary>A fake that was written for today's interface: it has no method for the new operation, and still compiles.</summary>
public sealed class FakeClient : ILaterClient
{
    public Task<IdentityPool> CreateIdentityPoolAsync(CreateIdentityPoolRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<IdentityPool>(new NotImplementedException());

    public Task<DeleteIdentitiesResponse> DeleteIdentitiesAsync(
        DeleteIdentitiesRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<DeleteIdentitiesResponse>(new NotImplementedException());

    public Task<DeleteIdentityPoolResponse> DeleteIdentityPoolAsync(
        DeleteIdentityPoolRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<DeleteIdentityPoolResponse>(new NotImplementedException());

    public Task<DescribeIdentityResponse> DescribeIdentityAsync(
        DescribeIdentityRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<DescribeIdentityResponse>(new NotImplementedException());

    public Task<IdentityPool> DescribeIdentityPoolAsync(
        DescribeIdentityPoolRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<IdentityPool>(new NotImplementedException());

    public Task<GetCredentialsForIdentityResponse> GetCredentialsForIdentityAsync(
        GetCredentialsForIdentityRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<GetCredentialsForIdentityResponse>(new NotImplementedException());

    public Task<GetIdResponse> GetIdAsync(GetIdRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<GetIdResponse>(new NotImplementedException());

    public Task<GetIdentityPoolRolesResponse> GetIdentityPoolRolesAsync(
        GetIdentityPoolRolesRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<GetIdentityPoolRolesResponse>(new NotImplementedException());

    public Task<GetOpenIdTokenResponse> GetOpenIdTokenAsync(GetOpenIdTokenRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<GetOpenIdTokenResponse>(new NotImplementedException());

    public Task<GetOpenIdTokenForDeveloperIdentityResponse> GetOpenIdTokenForDeveloperIdentityAsync(
        GetOpenIdTokenForDeveloperIdentityRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<GetOpenIdTokenForDeveloperIdentityResponse>(new NotImplementedException());

    public Task<GetPrincipalTagAttributeMapResponse> GetPrincipalTagAttributeMapAsync(
        GetPrincipalTagAttributeMapRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<GetPrincipalTagAttributeMapResponse>(new NotImplementedException());

    public Task<ListIdentitiesResponse> ListIdentitiesAsync(ListIdentitiesRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<ListIdentitiesResponse>(new NotImplementedException());

    public Task<ListIdentityPoolsResponse> ListIdentityPoolsAsync(
        ListIdentityPoolsRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<ListIdentityPoolsResponse>(new NotImplementedException());

    public Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<ListTagsForResourceResponse>(new NotImplementedException());

    public Task<LookupDeveloperIdentityResponse> LookupDeveloperIdentityAsync(
        LookupDeveloperIdentityRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<LookupDeveloperIdentityResponse>(new NotImplementedException());

    public Task<MergeDeveloperIdentitiesResponse> MergeDeveloperIdentitiesAsync(
        MergeDeveloperIdentitiesRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<MergeDeveloperIdentitiesResponse>(new NotImplementedException());

    public Task<SetIdentityPoolRolesResponse> SetIdentityPoolRolesAsync(
        SetIdentityPoolRolesRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<SetIdentityPoolRolesResponse>(new NotImplementedException());

    public Task<SetPrincipalTagAttributeMapResponse> SetPrincipalTagAttributeMapAsync(
        SetPrincipalTagAttributeMapRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<SetPrincipalTagAttributeMapResponse>(new NotImplementedException());

    public Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<TagResourceResponse>(new NotImplementedException());

    public Task<UnlinkDeveloperIdentityResponse> UnlinkDeveloperIdentityAsync(
        UnlinkDeveloperIdentityRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<UnlinkDeveloperIdentityResponse>(new NotImplementedException());

    public Task<UnlinkIdentityResponse> UnlinkIdentityAsync(UnlinkIdentityRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<UnlinkIdentityResponse>(new NotImplementedException());

    public Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<UntagResourceResponse>(new NotImplementedException());

    public Task<IdentityPool> UpdateIdentityPoolAsync(UpdateIdentityPoolRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<IdentityPool>(new NotImplementedException());
}
