using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Soak;

/// <summary>One caller, which works on pools of its own: whatever it did not remove has to be found.</summary>
internal sealed class SoakCaller(ICognitoIdentityClient client, SoakReport report, Random random, int number)
{
    private const string DeveloperProvider = "login.example";
    private const string LoginProvider = "idp.example";

    private string? _pool;
    private string? _guest;
    private string? _developerIdentity;
    private string? _signedInIdentity;
    private bool _hasRoles;
    private bool _hasTagMap;
    private int _users;
    private int _logins;

    private string PoolArn => $"arn:aws:cognito-identity:us-east-1:123456789012:identitypool/{_pool}";

    private string LatestUser => $"user-{number}-{_users}";

    private Dictionary<string, string> LatestLogins => new() { [LoginProvider] = Token($"{number}-{_logins}") };

    /// <summary>Makes one call: the next one of the life of a pool, which has all operations in it.</summary>
    public Task CallAsync(CancellationToken cancellationToken)
    {
        if (_pool is null)
        {
            return CreatePoolAsync(cancellationToken);
        }

        return random.Next(24) switch
        {
            0 => CallAsync(
                "DescribeIdentityPool", () => client.DescribeIdentityPoolAsync(new() { IdentityPoolId = _pool }, cancellationToken)),
            1 => CallAsync("UpdateIdentityPool", () => client.UpdateIdentityPoolAsync(
                new()
                {
                    IdentityPoolId = _pool,
                    IdentityPoolName = "renamed",
                    AllowUnauthenticatedIdentities = true,
                    DeveloperProviderName = DeveloperProvider,
                    OpenIdConnectProviderARNs = [$"arn:aws:iam::123456789012:oidc-provider/{LoginProvider}"],
                },
                cancellationToken)),
            2 => CallAsync("ListIdentityPools", () => client.ListIdentityPoolsAsync(new() { MaxResults = 5 }, cancellationToken)),
            3 => CallAsync(
                "ListIdentities", () => client.ListIdentitiesAsync(new() { IdentityPoolId = _pool, MaxResults = 5 }, cancellationToken)),
            4 => SetRolesAsync(cancellationToken),
            5 => CallAsync(
                "GetIdentityPoolRoles", () => client.GetIdentityPoolRolesAsync(new() { IdentityPoolId = _pool }, cancellationToken)),
            6 => CallAsync("TagResource", () => client.TagResourceAsync(
                new() { ResourceArn = PoolArn, Tags = new Dictionary<string, string> { ["caller"] = $"{number}" } }, cancellationToken)),
            7 => CallAsync(
                "UntagResource", () => client.UntagResourceAsync(new() { ResourceArn = PoolArn, TagKeys = ["caller"] }, cancellationToken)),
            8 =>
                CallAsync("ListTagsForResource", () => client.ListTagsForResourceAsync(new() { ResourceArn = PoolArn }, cancellationToken)),
            9 => SetTagMapAsync(cancellationToken),
            10 when _hasTagMap => CallAsync("GetPrincipalTagAttributeMap", () => client.GetPrincipalTagAttributeMapAsync(
                new() { IdentityPoolId = _pool, IdentityProviderName = LoginProvider }, cancellationToken)),
            11 or 12 => CreateGuestAsync(cancellationToken),
            13 when _guest is not null && _hasRoles => CallAsync(
                "GetCredentialsForIdentity", () => client.GetCredentialsForIdentityAsync(new() { IdentityId = _guest }, cancellationToken)),
            14 when _guest is not null => CallAsync(
                "DescribeIdentity", () => client.DescribeIdentityAsync(new() { IdentityId = _guest }, cancellationToken)),
            15 when _guest is not null => CallAsync(
                "GetOpenIdToken", () => client.GetOpenIdTokenAsync(new() { IdentityId = _guest }, cancellationToken)),
            16 when _guest is not null => DeleteGuestAsync(cancellationToken),
            17 => CreateDeveloperIdentityAsync(cancellationToken),
            18 when _developerIdentity is not null => CallAsync("LookupDeveloperIdentity", () => client.LookupDeveloperIdentityAsync(
                new() { IdentityPoolId = _pool, IdentityId = _developerIdentity, MaxResults = 5 }, cancellationToken)),
            19 when _developerIdentity is not null => UnlinkDeveloperAsync(cancellationToken),
            20 when _developerIdentity is not null => MergeAsync(cancellationToken),
            21 => SignInAsync(cancellationToken),
            22 when _signedInIdentity is not null => UnlinkAsync(cancellationToken),
            23 when random.Next(8) == 0 => DeletePoolAsync(cancellationToken),
            _ => CallAsync(
                "DescribeIdentityPool", () => client.DescribeIdentityPoolAsync(new() { IdentityPoolId = _pool }, cancellationToken)),
        };
    }

    private async Task CreatePoolAsync(CancellationToken cancellationToken)
    {
        var pool = await CallAsync("CreateIdentityPool", () => client.CreateIdentityPoolAsync(
            new()
            {
                IdentityPoolName = $"caller {number}",
                AllowUnauthenticatedIdentities = true,
                DeveloperProviderName = DeveloperProvider,
                OpenIdConnectProviderARNs = [$"arn:aws:iam::123456789012:oidc-provider/{LoginProvider}"],
            },
            cancellationToken)).ConfigureAwait(false);
        _pool = pool?.IdentityPoolId;
    }

    private async Task DeletePoolAsync(CancellationToken cancellationToken)
    {
        var pool = _pool!;

        // After an error the pool may be there or not, so the caller takes another one.
        (_pool, _guest, _developerIdentity, _signedInIdentity, _hasRoles, _hasTagMap) = (null, null, null, null, false, false);
        await CallAsync(
            "DeleteIdentityPool", () =>
                client.DeleteIdentityPoolAsync(new() { IdentityPoolId = pool }, cancellationToken)).ConfigureAwait(false);
    }

    private async Task SetRolesAsync(CancellationToken cancellationToken) =>
        _hasRoles |= await CallAsync("SetIdentityPoolRoles", () => client.SetIdentityPoolRolesAsync(
            new()
            {
                IdentityPoolId = _pool!,
                Roles = new Dictionary<RoleType, string>
                {
                    [RoleType.Unauthenticated] = "arn:aws:iam::123456789012:role/guest",
                    [RoleType.Authenticated] = "arn:aws:iam::123456789012:role/user",
                },
            },
            cancellationToken)).ConfigureAwait(false) is not null;

    private async Task SetTagMapAsync(CancellationToken cancellationToken) =>
        _hasTagMap |= await CallAsync("SetPrincipalTagAttributeMap", () => client.SetPrincipalTagAttributeMapAsync(
            new() { IdentityPoolId = _pool!, IdentityProviderName = LoginProvider, UseDefaults = true },
            cancellationToken)).ConfigureAwait(false) is not null;

    private async Task CreateGuestAsync(CancellationToken cancellationToken) =>
        _guest =
            (await CallAsync("GetId", () => client.GetIdAsync(new() { IdentityPoolId = _pool! }, cancellationToken)).ConfigureAwait(false))
            ?.IdentityId;

    private async Task DeleteGuestAsync(CancellationToken cancellationToken)
    {
        var guest = _guest!;
        _guest = null;
        await CallAsync(
            "DeleteIdentities", () =>
                client.DeleteIdentitiesAsync(new() { IdentityIdsToDelete = [guest] }, cancellationToken)).ConfigureAwait(false);
    }

    private async Task CreateDeveloperIdentityAsync(CancellationToken cancellationToken)
    {
        _users++;
        _developerIdentity = (await CallAsync("GetOpenIdTokenForDeveloperIdentity", () => client.GetOpenIdTokenForDeveloperIdentityAsync(
            new() { IdentityPoolId = _pool!, Logins = new Dictionary<string, string> { [DeveloperProvider] = LatestUser } },
            cancellationToken)).ConfigureAwait(false))?.IdentityId;
    }

    private async Task UnlinkDeveloperAsync(CancellationToken cancellationToken)
    {
        var identity = _developerIdentity!;
        _developerIdentity = null;
        await CallAsync("UnlinkDeveloperIdentity", () => client.UnlinkDeveloperIdentityAsync(
            new()
            {
                IdentityPoolId = _pool!,
                IdentityId = identity,
                DeveloperProviderName = DeveloperProvider,
                DeveloperUserIdentifier = LatestUser,
            },
            cancellationToken)).ConfigureAwait(false);
    }

    // Into a second user of the same identity provider; afterwards the caller begins with another user.
    private async Task MergeAsync(CancellationToken cancellationToken)
    {
        var source = LatestUser;
        await CreateDeveloperIdentityAsync(cancellationToken).ConfigureAwait(false);
        if (_developerIdentity is null)
        {
            return;
        }

        _developerIdentity = null;
        await CallAsync("MergeDeveloperIdentities", () => client.MergeDeveloperIdentitiesAsync(
            new()
            {
                IdentityPoolId = _pool!,
                DeveloperProviderName = DeveloperProvider,
                SourceUserIdentifier = source,
                DestinationUserIdentifier = LatestUser,
            },
            cancellationToken)).ConfigureAwait(false);
    }

    private async Task SignInAsync(CancellationToken cancellationToken)
    {
        _logins++;
        _signedInIdentity = (await CallAsync(
            "GetId", () =>
                client.GetIdAsync(new() { IdentityPoolId = _pool!, Logins = LatestLogins }, cancellationToken)).ConfigureAwait(false))
            ?.IdentityId;
    }

    private async Task UnlinkAsync(CancellationToken cancellationToken)
    {
        var identity = _signedInIdentity!;
        _signedInIdentity = null;
        await CallAsync("UnlinkIdentity", () => client.UnlinkIdentityAsync(
            new() { IdentityId = identity, Logins = LatestLogins, LoginsToRemove = [LoginProvider] }, cancellationToken))
                .ConfigureAwait(false);
    }

    private async Task<T?> CallAsync<T>(string operation, Func<Task<T>> call)
        where T : CognitoIdentityResponse
    {
        try
        {
            var response = await call().ConfigureAwait(false);
            report.Succeeded(operation, response.ResponseMetadata.RetryAttempts);
            return response;
        }
        catch (Exception error)
        {
            report.Failed(operation, error);
            return null;
        }
    }

    // Unsigned, which the emulator accepts where it was given no keys.
    private static string Token(string subject)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = $$"""{"iss":"https://{{LoginProvider}}","sub":"{{subject}}","aud":"app","iat":{{now}},"exp":{{now + 3600}}}""";
        return Jwt.Unsigned(claims);
    }
}
