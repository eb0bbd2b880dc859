using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>Deletes up to 60 identities and names those that cannot be deleted.</summary>
internal static class DeleteIdentities
{
    public static Operation Operation { get; } = new("DeleteIdentities", IsSigned: true, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        var unprocessed = new JsonArray();
        foreach (var identityId in call.Input.Texts("IdentityIdsToDelete").Distinct())
        {
            if (call.State.FindIdentity(identityId) is { } identity && call.IsOwn(identity.Pool))
            {
                call.State.Remove(identity);
            }
            else
            {
                // Without a pool the service cannot tell whose identity it is; of its two codes this one fits.
                unprocessed.Add((JsonNode)new JsonObject { ["ErrorCode"] = "AccessDenied", ["IdentityId"] = identityId });
            }
        }

        return new JsonObject { ["UnprocessedIdentityIds"] = unprocessed };
    }
}
