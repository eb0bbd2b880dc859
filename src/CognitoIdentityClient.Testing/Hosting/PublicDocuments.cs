using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>The documents that anyone may GET: how to verify the OpenID tokens, at the paths of the real issuer.</summary>
internal static class PublicDocuments
{
    /// <param name="request">The request.</param>
    /// <param name="region">The region of the emulator, or the first of several: each region has an issuer.</param>
    public static Func<OpenIdTokenIssuer, JsonObject>? Find(ServiceRequest request, string region) => request.Path switch
    {
        "/.well-known/jwks_uri" => tokens => tokens.KeySet(),
        "/.well-known/openid-configuration" => _ => Configuration(request, OpenIdTokenIssuer.GetIssuer(region)),
        "/health" => _ => new JsonObject { ["status"] = "ok" },
        _ => null,
    };

    // The issuer in the tokens is AWS's own, but AWS's keys do not verify them: a reader of this document must find the emulator's keys,
    // at the address at which it reached the emulator. A request without a Host (HTTP 1.0) does not tell that address.
    private static JsonObject Configuration(ServiceRequest request, string issuer) => new()
    {
        ["issuer"] = issuer,
        ["jwks_uri"] = $"{Origin(request, issuer)}/.well-known/jwks_uri",
        ["authorization_endpoint"] = $"{issuer}/authorize",
        ["response_types_supported"] = Outputs.List(["token"]),
        ["subject_types_supported"] = Outputs.List(["public"]),
        ["id_token_signing_alg_values_supported"] = Outputs.List(["RS512"]),
    };

    private static string Origin(ServiceRequest request, string issuer) =>
        request.Header("Host") is { Length: > 0 } host ? $"{request.Scheme}://{host}" : issuer;
}
