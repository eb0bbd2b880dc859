namespace CognitoIdentity;

/// <summary>Exchanges an identity and its logins for AWS credentials, by the enhanced or the basic (classic) flow.</summary>
internal sealed class CredentialsExchange(CredentialsSettings settings)
{
    private static readonly TimeSpan LongestRoleWait = TimeSpan.FromSeconds(8);

    public async Task<IssuedCredentials> GetAsync(
        CognitoIdentityUser user,
        string identityId,
        IReadOnlyDictionary<string, string>? logins,
        CancellationToken cancellationToken)
    {
        var role = await GetRoleAsync(user, cancellationToken).ConfigureAwait(false);
        var issued = settings.AssumeRoleWithWebIdentity is { } assumeRole
            ? await ClassicAsync(assumeRole, user, identityId, logins, role, cancellationToken).ConfigureAwait(false)
            : await EnhancedAsync(identityId, logins, role, cancellationToken).ConfigureAwait(false);
        return settings.EndWithLoginToken && logins is not null ? EndWithTokens(issued, logins) : issued;
    }

    private async Task<IssuedCredentials> EnhancedAsync(
        string identityId,
        IReadOnlyDictionary<string, string>? logins,
        string? role,
        CancellationToken cancellationToken)
    {
        var first = settings.TimeProvider.GetTimestamp();
        for (var wait = TimeSpan.FromSeconds(1); ; wait = wait < LongestRoleWait ? wait * 2 : wait)
        {
            var (began, known) = (Moment.Now(settings.AgeClock), settings.Now);
            try
            {
                var response = await settings.Client.GetCredentialsForIdentityAsync(
                    new() { IdentityId = identityId, Logins = logins, CustomRoleArn = role },
                    cancellationToken).ConfigureAwait(false);
                var lifetime = SessionLifetime.Compute(response.Credentials.Expiration, response.ResponseMetadata, known);

                // The service's time when the call began follows from the two.
                var time = response.Credentials.Expiration - lifetime;
                return new(response.Credentials, response.IdentityId ?? identityId, began, lifetime, time);
            }
            catch (NotAuthorizedException exception)
                when (RecoverableErrors.IsRoleForbidden(exception)
                    && settings.TimeProvider.GetElapsedTime(first) + wait <= settings.NewRoleRetryTime)
            {
                // A role, or its trust policy, takes some seconds to be known everywhere.
                await Task.Delay(wait, settings.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<IssuedCredentials> ClassicAsync(
        Func<WebIdentity, CancellationToken, Task<Credentials>> assumeRole,
        CognitoIdentityUser user,
        string identityId,
        IReadOnlyDictionary<string, string>? logins,
        string? role,
        CancellationToken cancellationToken)
    {
        DateTimeOffset? issuedAt = null;
        var asked = Moment.Now(settings.AgeClock);

        // The token of a backend is the OpenID token already. It may be old, so it does not tell the time.
        if (logins?.GetValueOrDefault(settings.DeveloperLoginKey) is not { } token)
        {
            var response = await settings.Client.GetOpenIdTokenAsync(
                new() { IdentityId = identityId, Logins = logins },
                cancellationToken).ConfigureAwait(false);
            (token, identityId) = (response.Token, response.IdentityId ?? identityId);
            issuedAt = TokenTimes.Read(token).IssuedAt ?? SessionLifetime.ReadDate(response.ResponseMetadata);
        }

        var began = Moment.Now(settings.AgeClock);
        var service = issuedAt + asked.Elapsed(settings.AgeClock);
        var credentials = await ForeignWork.RunAsync(
            cancellation => assumeRole(new(identityId, token, user.IsGuest, role), cancellation), cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException("The callback AssumeRoleWithWebIdentity returned no credentials.");
        var (lifetime, time) = SessionLifetime.ComputeForSts(credentials.Expiration, service, began.Wall);
        return new(credentials, identityId, began, lifetime, time);
    }

    // Without a clock the credentials have the shortest lifetime already, and the tokens were valid: the service accepted them.
    private static IssuedCredentials EndWithTokens(IssuedCredentials issued, IReadOnlyDictionary<string, string> logins)
    {
        var end = logins.Values.Min(token => TokenTimes.Read(token).Expiration);
        return end - issued.Time is not { } lifetime || lifetime >= issued.Lifetime ? issued
            : lifetime > TimeSpan.Zero ? issued with { Lifetime = lifetime }
            : throw new CredentialsExpiredException($"The login token expired at {end:u}, and the credentials are to end with it.");
    }

    private async Task<string?> GetRoleAsync(CognitoIdentityUser user, CancellationToken cancellationToken)
    {
        var role = user.GetCustomRoleArn is { } getRole
            ? await ForeignWork.RunAsync(getRole, cancellationToken).ConfigureAwait(false)
            : user.CustomRoleArn;
        return role is null || IdentityPoolRegion.HasPartitionOf(settings.Region, role)
            ? role
            : throw new InvalidOperationException($"The role '{role}' is of another partition than the pool '{settings.IdentityPoolId}'.");
    }
}
