using System.Text.Json.Serialization;

namespace CognitoIdentity;

/// <summary>The JSON of every request and response, generated at compile time.</summary>
/// <remarks>
/// All attributes stay in this file: split over several partial files they break the generator (CS8785).
/// </remarks>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CreateIdentityPoolRequest))]
[JsonSerializable(typeof(DeleteIdentitiesRequest))]
[JsonSerializable(typeof(DeleteIdentitiesResponse))]
[JsonSerializable(typeof(DeleteIdentityPoolRequest))]
[JsonSerializable(typeof(DeleteIdentityPoolResponse))]
[JsonSerializable(typeof(DescribeIdentityRequest))]
[JsonSerializable(typeof(DescribeIdentityResponse))]
[JsonSerializable(typeof(DescribeIdentityPoolRequest))]
[JsonSerializable(typeof(GetCredentialsForIdentityRequest))]
[JsonSerializable(typeof(GetCredentialsForIdentityResponse))]
[JsonSerializable(typeof(GetIdRequest))]
[JsonSerializable(typeof(GetIdResponse))]
[JsonSerializable(typeof(GetIdentityPoolRolesRequest))]
[JsonSerializable(typeof(GetIdentityPoolRolesResponse))]
[JsonSerializable(typeof(GetOpenIdTokenRequest))]
[JsonSerializable(typeof(GetOpenIdTokenResponse))]
[JsonSerializable(typeof(GetOpenIdTokenForDeveloperIdentityRequest))]
[JsonSerializable(typeof(GetOpenIdTokenForDeveloperIdentityResponse))]
[JsonSerializable(typeof(GetPrincipalTagAttributeMapRequest))]
[JsonSerializable(typeof(GetPrincipalTagAttributeMapResponse))]
[JsonSerializable(typeof(ListIdentitiesRequest))]
[JsonSerializable(typeof(ListIdentitiesResponse))]
[JsonSerializable(typeof(ListIdentityPoolsRequest))]
[JsonSerializable(typeof(ListIdentityPoolsResponse))]
[JsonSerializable(typeof(ListTagsForResourceRequest))]
[JsonSerializable(typeof(ListTagsForResourceResponse))]
[JsonSerializable(typeof(LookupDeveloperIdentityRequest))]
[JsonSerializable(typeof(LookupDeveloperIdentityResponse))]
[JsonSerializable(typeof(MergeDeveloperIdentitiesRequest))]
[JsonSerializable(typeof(MergeDeveloperIdentitiesResponse))]
[JsonSerializable(typeof(SetIdentityPoolRolesRequest))]
[JsonSerializable(typeof(SetIdentityPoolRolesResponse))]
[JsonSerializable(typeof(SetPrincipalTagAttributeMapRequest))]
[JsonSerializable(typeof(SetPrincipalTagAttributeMapResponse))]
[JsonSerializable(typeof(TagResourceRequest))]
[JsonSerializable(typeof(TagResourceResponse))]
[JsonSerializable(typeof(UnlinkDeveloperIdentityRequest))]
[JsonSerializable(typeof(UnlinkDeveloperIdentityResponse))]
[JsonSerializable(typeof(UnlinkIdentityRequest))]
[JsonSerializable(typeof(UnlinkIdentityResponse))]
[JsonSerializable(typeof(UntagResourceRequest))]
[JsonSerializable(typeof(UntagResourceResponse))]
[JsonSerializable(typeof(UpdateIdentityPoolRequest))]
[JsonSerializable(typeof(IdentityPool))]
internal sealed partial class CognitoIdentityJsonContext : JsonSerializerContext;
