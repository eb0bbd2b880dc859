namespace CognitoIdentity.Testing;

/// <summary>All operations of the service, by name. The list is complete: a test compares it with the API reference.</summary>
internal static class OperationTable
{
    /// <summary>The prefix of the target that clients send.</summary>
    private const string TargetPrefix = "AWSCognitoIdentityService.";

    // The samples of the API reference show this longer form, which no client sends and the service takes.
    private const string LongTargetPrefix = "com.amazonaws.cognito.identity.model.";

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

    /// <summary>Returns whether a target is one of this service, in either form.</summary>
    public static bool IsTarget(string target) => Name(target) is not null;

    /// <summary>Finds the operation that the request's target names; null for an unknown one or none.</summary>
    public static Operation? Find(ServiceRequest request) =>
        request.Header("X-Amz-Target") is { } target && Name(target) is { } name ? ByName.GetValueOrDefault(name) : null;

    private static string? Name(string target)
    {
        if (target.StartsWith(LongTargetPrefix, StringComparison.Ordinal))
        {
            target = target[LongTargetPrefix.Length..];
        }

        return target.StartsWith(TargetPrefix, StringComparison.Ordinal) ? target[TargetPrefix.Length..] : null;
    }
}
