using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.IdentityModel.Tokens;

namespace WebApi.SignIn;

/// <param name="UserId">The id of a user of <c>/api/users</c>.</param>
internal sealed record SignInRequest(string UserId);

/// <param name="Name">The user's name.</param>
/// <param name="Token">The ID token, which authorizes every other request.</param>
internal sealed record SignInResponse(string Name, string Token);

/// <summary>The document of OpenID Connect Discovery, from which IAM learns the keys of the issuer.</summary>
internal sealed record DiscoveryDocument(
    [property: JsonPropertyName("issuer")] string Issuer,
    [property: JsonPropertyName("jwks_uri")] string KeysAddress,
    [property: JsonPropertyName("response_types_supported")] IReadOnlyList<string> ResponseTypes,
    [property: JsonPropertyName("subject_types_supported")] IReadOnlyList<string> SubjectTypes,
    [property: JsonPropertyName("id_token_signing_alg_values_supported")] IReadOnlyList<string> Algorithms);

internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").WithTags("Sign-in");
        api.MapGet("/users", () => DemoUsers.All).WithSummary("Lists the users who can sign in.");
        api.MapPost("/sign-in", SignIn).WithSummary("Signs a demo user in.");

        var discovery = app.MapGroup("/.well-known").WithTags("OpenID Connect");
        discovery.MapGet("/openid-configuration", Discover).WithSummary("Returns the discovery document of the issuer.");
        discovery.MapGet("/jwks.json", GetKeys).WithSummary("Returns the public keys of the issuer.");
    }

    private static Results<Ok<SignInResponse>, ValidationProblem> SignIn(SignInRequest request, TokenIssuer issuer) =>
        DemoUsers.All.FirstOrDefault(user => user.Id == request.UserId) is { } user
            ? TypedResults.Ok(new SignInResponse(user.Name, issuer.Issue(user)))
            : TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["userId"] = ["There is no such user."] });

    private static DiscoveryDocument Discover(TokenIssuer issuer) =>
        new(issuer.Issuer, $"{issuer.Issuer}/.well-known/jwks.json", ["id_token"], ["public"], [SecurityAlgorithms.RsaSha256]);

    private static Dictionary<string, object> GetKeys(TokenIssuer issuer) => new()
    {
        ["keys"] = issuer.PublicKeys.Keys.Select(key =>
            new { key.Kty, key.Kid, use = "sig", alg = SecurityAlgorithms.RsaSha256, key.N, key.E }),
    };
}
