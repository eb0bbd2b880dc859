using CognitoIdentity.Tests.Conventions;

namespace CognitoIdentity.Tests.Support;

/// <summary>A call of every operation, with the least that its request needs.</summary>
public static class Calls
{
    private const string Id = "us-east-1:1";
    private const string Arn = "arn:aws:service:::resource";
    private static readonly Dictionary<string, string> Map = new() { ["key"] = "value" };

    public static IReadOnlyDictionary<string, Func<ICognitoIdentityClient, CancellationToken, Task>> ByName { get; } =
        new Dictionary<string, Func<ICognitoIdentityClient, CancellationToken, Task>>
        {
            ["CreateIdentityPool"] = (client, token) =>
                client.CreateIdentityPoolAsync(new() { IdentityPoolName = "n", AllowUnauthenticatedIdentities = true }, token),
            ["DeleteIdentities"] = (client, token) => client.DeleteIdentitiesAsync(new() { IdentityIdsToDelete = [Id] }, token),
            ["DeleteIdentityPool"] = (client, token) => client.DeleteIdentityPoolAsync(new() { IdentityPoolId = Id }, token),
            ["DescribeIdentity"] = (client, token) => client.DescribeIdentityAsync(new() { IdentityId = Id }, token),
            ["DescribeIdentityPool"] = (client, token) => client.DescribeIdentityPoolAsync(new() { IdentityPoolId = Id }, token),
            ["GetCredentialsForIdentity"] = (client, token) => client.GetCredentialsForIdentityAsync(new() { IdentityId = Id }, token),
            ["GetId"] = (client, token) => client.GetIdAsync(new() { IdentityPoolId = Id }, token),
            ["GetIdentityPoolRoles"] = (client, token) => client.GetIdentityPoolRolesAsync(new() { IdentityPoolId = Id }, token),
            ["GetOpenIdToken"] = (client, token) => client.GetOpenIdTokenAsync(new() { IdentityId = Id }, token),
            ["GetOpenIdTokenForDeveloperIdentity"] = (client, token) =>
                client.GetOpenIdTokenForDeveloperIdentityAsync(new() { IdentityPoolId = Id, Logins = Map }, token),
            ["GetPrincipalTagAttributeMap"] = (client, token) =>
                client.GetPrincipalTagAttributeMapAsync(new() { IdentityPoolId = Id, IdentityProviderName = "p" }, token),
            ["ListIdentities"] = (client, token) => client.ListIdentitiesAsync(new() { IdentityPoolId = Id, MaxResults = 1 }, token),
            ["ListIdentityPools"] = (client, token) => client.ListIdentityPoolsAsync(new() { MaxResults = 1 }, token),
            ["ListTagsForResource"] = (client, token) => client.ListTagsForResourceAsync(new() { ResourceArn = Arn }, token),
            ["LookupDeveloperIdentity"] = (client, token) =>
                client.LookupDeveloperIdentityAsync(new() { IdentityPoolId = Id, IdentityId = Id }, token),
            ["MergeDeveloperIdentities"] = (client, token) => client.MergeDeveloperIdentitiesAsync(
                new() { IdentityPoolId = Id, DeveloperProviderName = "p", SourceUserIdentifier = "a", DestinationUserIdentifier = "b" },
                token),
            ["SetIdentityPoolRoles"] = (client, token) => client.SetIdentityPoolRolesAsync(
                new() { IdentityPoolId = Id, Roles = new Dictionary<RoleType, string> { [RoleType.Authenticated] = Arn } },
                token),
            ["SetPrincipalTagAttributeMap"] = (client, token) =>
                client.SetPrincipalTagAttributeMapAsync(new() { IdentityPoolId = Id, IdentityProviderName = "p" }, token),
            ["TagResource"] = (client, token) => client.TagResourceAsync(new() { ResourceArn = Arn, Tags = Map }, token),
            ["UnlinkDeveloperIdentity"] = (client, token) => client.UnlinkDeveloperIdentityAsync(
                new() { IdentityPoolId = Id, IdentityId = Id, DeveloperProviderName = "p", DeveloperUserIdentifier = "u" },
                token),
            ["UnlinkIdentity"] = (client, token) =>
                client.UnlinkIdentityAsync(new() { IdentityId = Id, Logins = Map, LoginsToRemove = ["key"] }, token),
            ["UntagResource"] = (client, token) => client.UntagResourceAsync(new() { ResourceArn = Arn, TagKeys = ["key"] }, token),
            ["UpdateIdentityPool"] = (client, token) => client.UpdateIdentityPoolAsync(
                new() { IdentityPoolId = Id, IdentityPoolName = "n", AllowUnauthenticatedIdentities = true },
                token),
        };

    /// <summary>The operations that the service model marks as needing no signature.</summary>
    public static IReadOnlyList<string> Anonymous { get; } =
        [.. Contract.Instance.Operations.Where(operation => !operation.Value.IsSigned).Select(operation => operation.Key)];

    public static IEnumerable<string> Signed => ByName.Keys.Except(Anonymous);
}
