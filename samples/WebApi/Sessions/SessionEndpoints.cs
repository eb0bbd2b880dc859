using CognitoIdentity;
using WebApi.Aws;
using WebApi.SignIn;

namespace WebApi.Sessions;

/// <summary>The session of a signed-in customer.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        var session = app.MapGroup("/api/session").WithTags("Session").RequireAuthorization();
        session.MapGet("/", GetAsync).WithSummary("Returns the user's session, from the cache if it is there.");
        session.MapPost("/refresh", RefreshAsync).WithSummary("Fetches new credentials now, as after a change of a role.");
        session.MapGet("/caller", GetCallerAsync).WithSummary("Calls AWS with the user's credentials, and returns the role that AWS sees.");
        session.MapPost("/sign-out", SignOutAsync).WithSummary("Signs the user out of both pools.");
    }

    private static async Task<SessionResponse> GetAsync(
        SignedInUser user,
        ICognitoIdentityCredentialsFactory factory,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var credentials = factory.ForUser(user.Id, user.Logins);
        return SessionResponse.From(await credentials.GetSessionAsync(cancellationToken), time);
    }

    private static async Task<SessionResponse> RefreshAsync(
        SignedInUser user,
        ICognitoIdentityCredentialsFactory factory,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var credentials = factory.ForUser(user.Id, user.Logins);
        return SessionResponse.From(await credentials.RefreshAsync(cancellationToken), time);
    }

    private static Task<CallerResponse> GetCallerAsync(
        SignedInUser user,
        ICognitoIdentityCredentialsFactory factory,
        SecurityTokenService aws,
        CancellationToken cancellationToken) =>
        aws.GetCallerAsync(factory.ForUser(user.Id, user.Logins), cancellationToken);

    // The token itself stays valid until it expires: the page forgets it.
    private static async Task SignOutAsync(
        SignedInUser user,
        ICognitoIdentityCredentialsFactory customers,
        [FromKeyedServices("partners")] ICognitoIdentityCredentialsFactory partners,
        CancellationToken cancellationToken)
    {
        await customers.SignOutAsync(user.Id, cancellationToken);
        await partners.SignOutAsync(user.Id, cancellationToken);
    }
}
