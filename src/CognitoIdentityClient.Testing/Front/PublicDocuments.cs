using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>What anyone may GET: how to verify the OpenID tokens, at the paths that the real issuer has.</summary>
internal static class PublicDocuments
{
    public static Func<OpenIdTokenIssuer, JsonObject>? Find(string path) => path switch
    {
        "/.well-known/jwks_uri" => tokens => tokens.KeySet(),
        "/.well-known/openid-configuration" => _ => Configuration(),
        "/health" => _ => new JsonObject { ["status"] = "ok" },
        _ => null,
    };

    // The issuer in the tokens is AWS's own, so the document names AWS's address of the keys; here they lie beside it.
    private static JsonObject Configuration() => new()
    {
        ["issuer"] = OpenIdTokenIssuer.Issuer,
        ["jwks_uri"] = $"{OpenIdTokenIssuer.Issuer}/.well-known/jwks_uri",
        ["authorization_endpoint"] = $"{OpenIdTokenIssuer.Issuer}/authorize",
        ["response_types_supported"] = new JsonArray("token"),
        ["subject_types_supported"] = new JsonArray("public"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS512"),
    };
}
