namespace CognitoIdentity.Testing;

/// <summary>
/// Says in one sentence what a request did. Ids are written out, so that the page can turn them into links; tokens and keys never are.
/// </summary>
internal static class ExchangeSummary
{
    private static readonly Dictionary<string, Func<ExchangeContent, string>> Sentences = new(StringComparer.Ordinal)
    {
        [AssumeRoleWithWebIdentity.Name] = _ => "Exchanged an OpenID token for AWS credentials, for the basic (classic) flow (STS).",
        ["CreateIdentityPool"] = it => $"Created the identity pool “{it.Sent("IdentityPoolName")}”, {it.Returned("IdentityPoolId")}.",
        ["DeleteIdentities"] = it => it.ReturnedCount("UnprocessedIdentityIds") is var failed and > 0
            ? $"Deleted {it.SentCount("IdentityIdsToDelete") - failed} of {it.SentCount("IdentityIdsToDelete")} identities; the others "
                + "are unknown."
            : $"Deleted {Number(it.SentCount("IdentityIdsToDelete"), "identity", "identities")}.",
        ["DeleteIdentityPool"] = it => $"Deleted the identity pool {it.Sent("IdentityPoolId")} with all its identities.",
        ["DescribeIdentity"] = it => $"Read the identity {it.Sent("IdentityId")}.",
        ["DescribeIdentityPool"] = it => $"Read the identity pool “{it.Returned("IdentityPoolName")}”, {it.Sent("IdentityPoolId")}.",
        ["GetCredentialsForIdentity"] = Credentials,
        ["GetId"] = GetId,
        ["GetIdentityPoolRoles"] = it =>
            $"Read {Number(it.ReturnedCount("Roles"), "role", "roles")} and "
            + $"{Number(it.ReturnedCount("RoleMappings"), "role mapping", "role mappings")} of {it.Sent("IdentityPoolId")}.",
        ["GetOpenIdToken"] = it =>
            $"Issued an OpenID token to the identity {it.Returned("IdentityId")}{As(it)}, for the basic (classic) flow.",
        ["GetOpenIdTokenForDeveloperIdentity"] = it => IsNew(it)
            ? $"Created the identity {it.Returned("IdentityId")} for a user of your backend and issued an OpenID token."
            : $"Issued an OpenID token to the identity {it.Returned("IdentityId")} of a user of your backend.",
        ["GetPrincipalTagAttributeMap"] = it =>
            $"Read the principal tags of {it.Sent("IdentityProviderName")} in {it.Sent("IdentityPoolId")}.",
        ["ListIdentities"] = it =>
            $"Listed {Number(it.ReturnedCount("Identities"), "identity", "identities")} of {it.Sent("IdentityPoolId")}{More(it)}.",
        ["ListIdentityPools"] = it => $"Listed {Number(it.ReturnedCount("IdentityPools"), "identity pool", "identity pools")}{More(it)}.",
        ["ListTagsForResource"] = it => $"Listed {Number(it.ReturnedCount("Tags"), "tag", "tags")} of {it.Sent("ResourceArn")}.",
        ["LookupDeveloperIdentity"] = it =>
            $"Looked up {Number(it.ReturnedCount("DeveloperUserIdentifierList"), "developer user", "developer users")} of the identity "
            + $"{it.Returned("IdentityId")}{More(it)}.",
        ["MergeDeveloperIdentities"] = it =>
            $"Merged the user “{it.Sent("SourceUserIdentifier")}” into “{it.Sent("DestinationUserIdentifier")}”: both are the identity "
            + $"{it.Returned("IdentityId")} now.",
        ["SetIdentityPoolRoles"] = it =>
            $"Set {Number(it.SentCount("Roles"), "role", "roles")} and "
            + $"{Number(it.SentCount("RoleMappings"), "role mapping", "role mappings")} of {it.Sent("IdentityPoolId")}.",
        ["SetPrincipalTagAttributeMap"] = it =>
            $"Set the principal tags of {it.Sent("IdentityProviderName")} in {it.Sent("IdentityPoolId")}.",
        ["TagResource"] = it => $"Tagged {it.Sent("ResourceArn")} with {it.SentNames("Tags")}.",
        ["UnlinkDeveloperIdentity"] = it =>
            $"Unlinked the user “{it.Sent("DeveloperUserIdentifier")}” from the identity {it.Sent("IdentityId")}.",
        ["UnlinkIdentity"] = it => $"Unlinked {it.SentNames("LoginsToRemove")} from the identity {it.Sent("IdentityId")}.",
        ["UntagResource"] = it => $"Removed the tags {it.SentNames("TagKeys")} from {it.Sent("ResourceArn")}.",
        ["UpdateIdentityPool"] = it => $"Updated the identity pool “{it.Sent("IdentityPoolName")}”, {it.Sent("IdentityPoolId")}.",
    };

    /// <summary>The operations that have a sentence, for the test that they are all of them.</summary>
    public static IReadOnlyCollection<string> Operations => Sentences.Keys;

    public static string For(ExchangeContent content) => content.Exchange switch
    {
        { IsComplete: false } => "Waiting for the response.",
        { Response: null } => "The connection was closed without a response.",
        { Response.Status: >= 300 } => Refused(content),
        { Request.Operation: { } operation } when Sentences.TryGetValue(operation, out var sentence) => sentence(content),
        _ => "The emulator responded.",
    };

    private static string Refused(ExchangeContent it)
    {
        var message = string.IsNullOrEmpty(it.ErrorMessage) ? "" : $": {it.ErrorMessage}";
        var cause = it.Exchange.Faults.Count > 0 ? "An injected fault responded with" : "Refused with";
        return $"{cause} {it.ErrorCode ?? $"status {it.Exchange.Response!.Status}"}{message}";
    }

    private static string GetId(ExchangeContent it) => (IsNew(it), it.SentNames("Logins")) switch
    {
        (true, null) => $"Created the guest identity {it.Returned("IdentityId")} in {it.Sent("IdentityPoolId")}.",
        (true, var providers) => $"Created the identity {it.Returned("IdentityId")} for a user of {providers}.",
        (false, var providers) => $"Found the identity {it.Returned("IdentityId")} by its login of {providers}.",
    };

    private static string Credentials(ExchangeContent it)
    {
        var token = it.ReturnedObject("Credentials") is { } credentials && credentials.TryGetProperty("SessionToken", out var text)
            ? text.GetString()
            : null;
        try
        {
            return $"Issued AWS credentials of the role {IssuedSession.Read(token ?? "").RoleArn} to the identity "
                + $"{it.Returned("IdentityId")}{As(it)}.";
        }
        catch (FormatException)
        {
            return $"Issued AWS credentials to the identity {it.Returned("IdentityId")}{As(it)}.";
        }
    }

    private static string As(ExchangeContent it) =>
        it.SentNames("Logins") is { } providers ? $" with a login of {providers}" : " as a guest";

    private static bool IsNew(ExchangeContent it) => it.Exchange.Changes.Any(change => change.Kind == JournalEntryKind.Created);

    private static string More(ExchangeContent it) => it.Returned("NextToken") is null ? "" : "; there are more";

    private static string Number(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";
}
