using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Operations;

/// <summary>Every operation through the client, over loopback, with the client's own signatures: what a user's test does.</summary>
public sealed class ClientStoryTests : IAsyncLifetime
{
    private const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789";
    private const string DeveloperProvider = "login.dev";
    private const string Role = "arn:aws:iam::123456789012:role/";

    private TestEmulator _service = null!;
    private CognitoIdentityClient _client = null!;
    private CognitoIdentity.IdentityPool _pool = null!;

    public async Task InitializeAsync()
    {
        _service = await TestEmulator.StartAsync();
        _client = _service.Emulator.CreateClient();
        _pool = await _client.CreateIdentityPoolAsync(new()
        {
            IdentityPoolName = "Pool",
            AllowUnauthenticatedIdentities = true,
            DeveloperProviderName = DeveloperProvider,
            CognitoIdentityProviders = [new() { ProviderName = UserPool, ClientId = "client", ServerSideTokenCheck = true }],
            IdentityPoolTags = new Dictionary<string, string> { ["stage"] = "test" },
        });
        await _client.SetIdentityPoolRolesAsync(new()
        {
            IdentityPoolId = _pool.IdentityPoolId,
            Roles = new Dictionary<RoleType, string>
            {
                [RoleType.Authenticated] = Role + "authenticated",
                [RoleType.Unauthenticated] = Role + "unauthenticated",
            },
        });
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task Pool_is_described_listed_updated_and_deleted()
    {
        var described = await _client.DescribeIdentityPoolAsync(new() { IdentityPoolId = _pool.IdentityPoolId });
        Assert.Equal(UserPool, Assert.Single(described.CognitoIdentityProviders).ProviderName);
        Assert.Equal("test", described.IdentityPoolTags["stage"]);
        var listed = Assert.Single((await _client.ListIdentityPoolsAsync(new() { MaxResults = 60 })).IdentityPools);
        Assert.Equal((_pool.IdentityPoolId, "Pool"), (listed.IdentityPoolId, listed.IdentityPoolName));

        var updated = await _client.UpdateIdentityPoolAsync(new()
        {
            IdentityPoolId = _pool.IdentityPoolId,
            IdentityPoolName = "New",
            AllowUnauthenticatedIdentities = false,
        });
        Assert.Equal("New", updated.IdentityPoolName);
        Assert.Empty(updated.CognitoIdentityProviders);
        await Assert.ThrowsAsync<NotAuthorizedException>(GuestAsync);

        await _client.DeleteIdentityPoolAsync(new() { IdentityPoolId = _pool.IdentityPoolId });
        await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => _client.DescribeIdentityPoolAsync(new() { IdentityPoolId = _pool.IdentityPoolId }));
    }

    [Fact]
    public async Task Guest_gets_credentials_and_a_token_and_user_gets_the_role_of_the_rules()
    {
        var mapping = new RoleMapping
        {
            Type = RoleMappingType.Rules,
            AmbiguousRoleResolution = AmbiguousRoleResolutionType.Deny,
            RulesConfiguration = new()
            {
                Rules = [new() { Claim = "sub", MatchType = MappingRuleMatchType.StartsWith, Value = "ali", RoleARN = Role + "alice" }],
            },
        };
        var roles = await _client.GetIdentityPoolRolesAsync(new() { IdentityPoolId = _pool.IdentityPoolId });
        var guest = await GuestAsync();
        var credentials = (await _client.GetCredentialsForIdentityAsync(new() { IdentityId = guest })).Credentials;
        Assert.Equal(_service.Now.AddHours(1), credentials.Expiration);
        Assert.Equal(Role + "unauthenticated", IssuedSession.Read(credentials.SessionToken).RoleArn);
        Assert.Equal(3, (await _client.GetOpenIdTokenAsync(new() { IdentityId = guest })).Token.Split('.').Length);

        await _client.SetIdentityPoolRolesAsync(new()
        {
            IdentityPoolId = _pool.IdentityPoolId,
            Roles = roles.Roles,
            RoleMappings = new Dictionary<string, RoleMapping> { [UserPool + ":client"] = mapping },
        });
        var alice = await _client.GetIdAsync(new() { IdentityPoolId = _pool.IdentityPoolId, Logins = Login("alice") });
        var session = await _client.GetCredentialsForIdentityAsync(new() { IdentityId = alice.IdentityId, Logins = Login("alice") });
        Assert.Equal(Role + "alice", IssuedSession.Read(session.Credentials.SessionToken).RoleArn);
        var bob = await _client.GetIdAsync(new() { IdentityPoolId = _pool.IdentityPoolId, Logins = Login("bob") });
        await Assert.ThrowsAsync<NotAuthorizedException>(
            () => _client.GetCredentialsForIdentityAsync(new() { IdentityId = bob.IdentityId, Logins = Login("bob") }));
    }

    [Fact]
    public async Task Developer_users_are_linked_looked_up_merged_and_unlinked()
    {
        var guest = await GuestAsync();
        var one = await DeveloperUserAsync("one");
        Assert.Equal(guest, await DeveloperUserAsync("two", guest));
        var error = await Assert.ThrowsAsync<DeveloperUserAlreadyRegisteredException>(() => DeveloperUserAsync("one", guest));
        Assert.Equal("GetOpenIdTokenForDeveloperIdentity", error.OperationName);

        var merged = await _client.MergeDeveloperIdentitiesAsync(new()
        {
            IdentityPoolId = _pool.IdentityPoolId,
            DeveloperProviderName = DeveloperProvider,
            SourceUserIdentifier = "one",
            DestinationUserIdentifier = "two",
        });
        Assert.Equal(guest, merged.IdentityId);
        var forbidden = await Assert.ThrowsAsync<NotAuthorizedException>(
            () => _client.GetOpenIdTokenAsync(new() { IdentityId = one }));
        Assert.StartsWith($"Access to Identity '{one}' is forbidden.", forbidden.Message, StringComparison.Ordinal);

        await _client.UnlinkDeveloperIdentityAsync(new()
        {
            IdentityPoolId = _pool.IdentityPoolId,
            IdentityId = guest,
            DeveloperProviderName = DeveloperProvider,
            DeveloperUserIdentifier = "one",
        });
        var found = await _client.LookupDeveloperIdentityAsync(new() { IdentityPoolId = _pool.IdentityPoolId, IdentityId = guest });
        Assert.Equal(["two"], found.DeveloperUserIdentifierList);
    }

    [Fact]
    public async Task Identities_are_described_unlinked_listed_and_deleted()
    {
        var guest = await GuestAsync();
        var alice = (await _client.GetIdAsync(new() { IdentityPoolId = _pool.IdentityPoolId, Logins = Login("alice") })).IdentityId;
        Assert.Equal([UserPool], (await _client.DescribeIdentityAsync(new() { IdentityId = alice })).Logins);
        await _client.UnlinkIdentityAsync(new() { IdentityId = alice, Logins = Login("alice"), LoginsToRemove = [UserPool] });

        var request = new ListIdentitiesRequest { IdentityPoolId = _pool.IdentityPoolId, MaxResults = 60 };
        Assert.Equal(2, (await _client.ListIdentitiesAsync(request)).Identities.Count);
        Assert.Equal(guest, Assert.Single((await _client.ListIdentitiesAsync(request with { HideDisabled = true })).Identities).IdentityId);

        var deleted = await _client.DeleteIdentitiesAsync(new() { IdentityIdsToDelete = [alice, "us-east-1:0"] });
        var unprocessed = Assert.Single(deleted.UnprocessedIdentityIds);
        Assert.Equal((UnprocessedIdentityErrorCode.AccessDenied, "us-east-1:0"), (unprocessed.ErrorCode, unprocessed.IdentityId));
    }

    [Fact]
    public async Task Tags_and_principal_tags_are_set_and_read()
    {
        var arn = $"arn:aws:cognito-identity:us-east-1:123456789012:identitypool/{_pool.IdentityPoolId}";
        await _client.TagResourceAsync(new() { ResourceArn = arn, Tags = new Dictionary<string, string> { ["équipe"] = "α" } });
        await _client.UntagResourceAsync(new() { ResourceArn = arn, TagKeys = ["stage"] });
        Assert.Equal("α", Assert.Single((await _client.ListTagsForResourceAsync(new() { ResourceArn = arn })).Tags).Value);

        await _client.SetPrincipalTagAttributeMapAsync(new()
        {
            IdentityPoolId = _pool.IdentityPoolId,
            IdentityProviderName = UserPool,
            PrincipalTags = new Dictionary<string, string> { ["user"] = "sub" },
        });
        var map = await _client.GetPrincipalTagAttributeMapAsync(
            new() { IdentityPoolId = _pool.IdentityPoolId, IdentityProviderName = UserPool });
        Assert.Equal("sub", map.PrincipalTags["user"]);
        Assert.False(map.UseDefaults);
    }

    private async Task<string> GuestAsync() => (await _client.GetIdAsync(new() { IdentityPoolId = _pool.IdentityPoolId })).IdentityId;

    private async Task<string> DeveloperUserAsync(string user, string? identityId = null) =>
        (await _client.GetOpenIdTokenForDeveloperIdentityAsync(new()
        {
            IdentityPoolId = _pool.IdentityPoolId,
            IdentityId = identityId,
            Logins = new Dictionary<string, string> { [DeveloperProvider] = user },
        })).IdentityId!;

    private Dictionary<string, string> Login(string user) =>
        new() { [UserPool] = JwtKey.Provider.Sign("https://" + UserPool, "client", user, _service.Now) };
}
