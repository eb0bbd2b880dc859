namespace CognitoIdentity.Testing;

/// <summary>All operations of the service, by name. The list is complete: a test compares it with the API reference.</summary>
internal static class OperationTable
{
    /// <summary>What every target begins with.</summary>
    public const string TargetPrefix = "AWSCognitoIdentityService.";

    public static IReadOnlyDictionary<string, Operation> ByName { get; } = new[]
    {
        CreateIdentityPool.Operation,
        DeleteIdentities.Operation,
        DeleteIdentityPool.Operation,
        DescribeIdentity.Operation,
        DescribeIdentityPool.Operation,
        GetCredentialsForIdentity.Operation,
        GetId.Operation,
        GetIdentityPoolRoles.Operation,
        GetOpenIdToken.Operation,
        GetOpenIdTokenForDeveloperIdentity.Operation,
        GetPrincipalTagAttributeMap.Operation,
        ListIdentities.Operation,
        ListIdentityPools.Operation,
        ListTagsForResource.Operation,
        LookupDeveloperIdentity.Operation,
        MergeDeveloperIdentities.Operation,
        SetIdentityPoolRoles.Operation,
        SetPrincipalTagAttributeMap.Operation,
        TagResource.Operation,
        UnlinkDeveloperIdentity.Operation,
        UnlinkIdentity.Operation,
        UntagResource.Operation,
        UpdateIdentityPool.Operation,
    }.ToDictionary(operation => operation.Name, StringComparer.Ordinal);

    /// <summary>The operation that the request's target names; null for an unknown one or none.</summary>
    public static Operation? Find(ServiceRequest request) =>
        request.Header("X-Amz-Target") is { } target && target.StartsWith(TargetPrefix, StringComparison.Ordinal)
            ? ByName.GetValueOrDefault(target[TargetPrefix.Length..])
            : null;
}
