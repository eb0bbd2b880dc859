using CognitoIdentity;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace WebApi.Operations;

/// <summary>
/// Checks that the identity pool issues credentials. It asks as a guest, who needs no token. The credentials are cached, so the check costs
/// one call an hour, however often it runs.
/// </summary>
internal sealed class CredentialsHealthCheck(CognitoIdentityCredentials credentials, TimeProvider time) : IHealthCheck
{
    // Credentials are refreshed 5 to 10 minutes before they expire. With less time left, refreshes have failed for a while.
    private static readonly TimeSpan LittleTime = TimeSpan.FromMinutes(4);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        try
        {
            var session = await credentials.GetSessionAsync(cancellationToken);
            var description = $"Credentials are valid until {session.Expiration:u}.";
            return session.Expiration - time.GetUtcNow() < LittleTime
                ? HealthCheckResult.Degraded($"{description} They are not refreshed: the log says why.")
                : HealthCheckResult.Healthy(description);
        }
        catch (CognitoIdentityException exception)
        {
            return new(context.Registration.FailureStatus, exception.Message, exception);
        }
    }
}
