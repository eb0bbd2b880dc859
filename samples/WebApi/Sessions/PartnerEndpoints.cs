using CognitoIdentity;
using WebApi.Aws;
using WebApi.SignIn;

namespace WebApi.Sessions;

/// <summary>The session of a partner, in the second pool. That pool has a role for partners alone and denies other users.</summary>
internal static class PartnerEndpoints
{
    public static void MapPartners(this IEndpointRouteBuilder app)
    {
        var partners = app.MapGroup("/api/partners").WithTags("Partners").RequireAuthorization();
        partners.MapGet("/session", GetAsync).WithSummary("Returns the user's session in the pool of the partners.");
        partners.MapGet("/caller", GetCallerAsync).WithSummary("Calls AWS with the user's credentials of the pool of the partners.");
    }

    private static async Task<SessionResponse> GetAsync(
        SignedInUser user,
        [FromKeyedServices("partners")] ICognitoIdentityCredentialsFactory factory,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var credentials = factory.ForUser(user.Id, user.Logins);
        return SessionResponse.From(await credentials.GetSessionAsync(cancellationToken), time);
    }

    private static Task<CallerResponse> GetCallerAsync(
        SignedInUser user,
        [FromKeyedServices("partners")] ICognitoIdentityCredentialsFactory factory,
        SecurityTokenService aws,
        CancellationToken cancellationToken) =>
        aws.GetCallerAsync(factory.ForUser(user.Id, user.Logins), cancellationToken);
}
