namespace CognitoIdentity;

/// <summary>The last step: an identity and its logins for AWS credentials, by the enhanced or the classic flow.</summary>
internal sealed class CredentialsExchange(CredentialsSettings settings)
{
    /// <summary>The provider of the tokens that identity pools issue themselves, in every partition.</summary>
    /// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/developer-authenticated-identities.html</remarks>
    public const string DeveloperTokenProvider = "cognito-identity.amazonaws.com";

    /// <returns>The credentials, and the identity that they are of: it can be another than the one asked for.</returns>
    public async Task<(Credentials Credentials, string IdentityId)> GetAsync(
        CognitoIdentityUser user,
        string identityId,
        IReadOnlyDictionary<string, string>? logins,
        CancellationToken cancellationToken)
    {
        var role = await GetRoleAsync(user, cancellationToken).ConfigureAwait(false);
        if (settings.AssumeRoleWithWebIdentity is { } assumeRole)
        {
            return await ClassicAsync(assumeRole, user, identityId, logins, role, cancellationToken).ConfigureAwait(false);
        }

        var response = await settings.Client.GetCredentialsForIdentityAsync(
            new() { IdentityId = identityId, Logins = logins, CustomRoleArn = role },
            cancellationToken).ConfigureAwait(false);
        return (response.Credentials, response.IdentityId ?? identityId);
    }

    private async Task<(Credentials Credentials, string IdentityId)> ClassicAsync(
        Func<WebIdentity, CancellationToken, Task<Credentials>> assumeRole,
        CognitoIdentityUser user,
        string identityId,
        IReadOnlyDictionary<string, string>? logins,
        string? role,
        CancellationToken cancellationToken)
    {
        // The token of a backend is the OpenID token already.
        if (logins?.GetValueOrDefault(DeveloperTokenProvider) is not { } token)
        {
            var response = await settings.Client.GetOpenIdTokenAsync(
                new() { IdentityId = identityId, Logins = logins },
                cancellationToken).ConfigureAwait(false);
            (token, identityId) = (response.Token, response.IdentityId ?? identityId);
        }

        var credentials = await assumeRole(new(identityId, token, user.IsGuest, role), cancellationToken)
            .WaitAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException("AssumeRoleWithWebIdentity gave no credentials.");
        return (credentials, identityId);
    }

    private async Task<string?> GetRoleAsync(CognitoIdentityUser user, CancellationToken cancellationToken)
    {
        var role = user.GetCustomRoleArn is { } ask
            ? await ask(cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false)
            : user.CustomRoleArn;
        return role is null || IdentityPoolRegion.HasPartitionOf(settings.Region, role)
            ? role
            : throw new InvalidOperationException($"The role '{role}' is not of the partition of the pool '{settings.IdentityPoolId}'.");
    }
}
