using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Modification;

public sealed class ModifyRolesAndTagsTests
{
    private const string GuestRole = "arn:aws:iam::123456789012:role/guest";
    private static readonly ModifyOptions Options = new() { TimeProvider = new VirtualTime() };

    [Fact]
    public async Task Role_that_is_added_keeps_the_other_and_the_mappings()
    {
        var fake = new FakePool();
        var mappings = fake.Roles.RoleMappings;

        var after = await fake.Client.ModifyIdentityPoolRolesAsync(FakePool.Id, AddGuestRole);

        var request = Assert.IsType<SetIdentityPoolRolesRequest>(Assert.Single(fake.Writes));
        Assert.Equal([RoleType.Authenticated, RoleType.Unauthenticated], request.Roles.Keys);
        Assert.Same(mappings, request.RoleMappings);
        Assert.Equal(GuestRole, after.Roles[RoleType.Unauthenticated]);
    }

    [Fact]
    public async Task Rule_that_is_changed_deep_inside_is_sent_and_the_same_rule_is_not()
    {
        var fake = new FakePool();

        await fake.Client.ModifyIdentityPoolRolesAsync(FakePool.Id, roles => WithRule(roles, "admin"));
        Assert.Empty(fake.Writes);

        await fake.Client.ModifyIdentityPoolRolesAsync(FakePool.Id, roles => WithRule(roles, "owner"));
        Assert.Single(fake.Writes);
        Assert.Equal("owner", fake.Roles.RoleMappings["provider"].RulesConfiguration!.Rules[0].Value);
    }

    [Fact]
    public async Task Concurrent_modification_of_roles_reads_again_and_keeps_both_changes()
    {
        var fake = new FakePool();
        fake.BeforeWrite = pool =>
        {
            if (pool.Reads == 1)
            {
                pool.Roles = pool.Roles with { RoleMappings = new Dictionary<string, RoleMapping>() };
                throw new ConcurrentModificationException();
            }
        };

        var after = await fake.Client.ModifyIdentityPoolRolesAsync(FakePool.Id, AddGuestRole, Options);

        Assert.Equal(2, after.Roles.Count);
        Assert.Empty(after.RoleMappings);
    }

    [Fact]
    public async Task Tag_that_is_added_keeps_the_others_and_UseDefaults()
    {
        var fake = new FakePool();

        await fake.Client.ModifyPrincipalTagAttributeMapAsync(FakePool.Id, "provider", AddTag);

        var request = Assert.IsType<SetPrincipalTagAttributeMapRequest>(Assert.Single(fake.Writes));
        Assert.Equal(["team", "plan"], request.PrincipalTags!.Keys);
        Assert.False(request.UseDefaults);

        await fake.Client.ModifyPrincipalTagAttributeMapAsync(FakePool.Id, "provider", AddTag);
        Assert.Single(fake.Writes);
    }

    [Fact]
    public async Task UseDefaults_that_is_changed_is_sent_and_keeps_the_tags()
    {
        var fake = new FakePool();

        await fake.Client.ModifyPrincipalTagAttributeMapAsync(FakePool.Id, "provider", map => map with { UseDefaults = true });

        Assert.True(fake.Tags!.UseDefaults);
        Assert.Equal("custom:team", Assert.Single(fake.Tags.PrincipalTags).Value);
    }

    // Otherwise the tags that could not be read would be wiped by the write.
    [Fact]
    public async Task Error_of_reading_a_tag_map_is_not_taken_for_an_empty_map()
    {
        var requests = 0;
        var client = FakeClient.Create((_, _) => ++requests == 1
            ? throw new NotAuthorizedException()
            : Task.FromResult<object>(new SetPrincipalTagAttributeMapResponse()));

        await Assert.ThrowsAsync<NotAuthorizedException>(() =>
            client.ModifyPrincipalTagAttributeMapAsync(FakePool.Id, "provider", map => map with { UseDefaults = true }));

        Assert.Equal(1, requests);
    }

    [Fact]
    public async Task Ids_are_those_of_the_call_and_cannot_be_changed()
    {
        var client = new FakePool().Client;

        await Assert.ThrowsAsync<ArgumentException>(
            () => client.ModifyIdentityPoolRolesAsync(FakePool.Id, roles => roles with { IdentityPoolId = "us-east-1:2" }));
        await Assert.ThrowsAsync<ArgumentException>(
            () => client.ModifyPrincipalTagAttributeMapAsync(FakePool.Id, "provider", map => map with { IdentityPoolId = "us-east-1:2" }));
        await Assert.ThrowsAsync<ArgumentException>(
            () => client.ModifyPrincipalTagAttributeMapAsync(FakePool.Id, "provider", map => map with { IdentityProviderName = "other" }));
        await Assert.ThrowsAsync<ArgumentException>(() => client.ModifyPrincipalTagAttributeMapAsync(FakePool.Id, "", map => map));
    }

    [Fact]
    public async Task Emulators_roles_and_tag_map_are_made_and_changed()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var client = emulator.CreateClient();
        var pool = await client.CreateIdentityPoolAsync(new()
        {
            IdentityPoolName = "Pool",
            AllowUnauthenticatedIdentities = true,
            SupportedLoginProviders = new Dictionary<string, string> { ["accounts.google.com"] = "google" },
        });

        await client.ModifyIdentityPoolRolesAsync(pool.IdentityPoolId, AddGuestRole);
        await client.ModifyPrincipalTagAttributeMapAsync(pool.IdentityPoolId, "accounts.google.com", AddTag);
        await client.ModifyPrincipalTagAttributeMapAsync(
            pool.IdentityPoolId, "accounts.google.com", map =>
                map with { PrincipalTags = new Dictionary<string, string>(map.PrincipalTags) { ["team"] = "hd" } });

        var roles = await client.GetIdentityPoolRolesAsync(new() { IdentityPoolId = pool.IdentityPoolId });
        Assert.Equal(GuestRole, roles.Roles[RoleType.Unauthenticated]);
        var map = await client.GetPrincipalTagAttributeMapAsync(
            new() { IdentityPoolId = pool.IdentityPoolId, IdentityProviderName = "accounts.google.com" });
        Assert.Equal(["plan", "team"], map.PrincipalTags.Keys.Order());
    }

    [Fact]
    public async Task Emulators_ConcurrentModificationException_reads_again()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var client = emulator.CreateClient();
        var pool = await client.CreateIdentityPoolAsync(new() { IdentityPoolName = "Pool", AllowUnauthenticatedIdentities = true });
        emulator.Faults.Add(
            Fault.Error("ConcurrentModificationException", "Somebody was faster.") with { Operation = "UpdateIdentityPool", Count = 2 });

        await client.ModifyIdentityPoolAsync(pool.IdentityPoolId, before => before with { IdentityPoolName = "New name" }, Options);

        Assert.Equal(3, emulator.Requests.Count(request => request.Operation == "DescribeIdentityPool"));
        Assert.Equal("New name", (await client.DescribeIdentityPoolAsync(new() { IdentityPoolId = pool.IdentityPoolId })).IdentityPoolName);
    }

    private static GetIdentityPoolRolesResponse AddGuestRole(GetIdentityPoolRolesResponse roles) => roles with
    {
        Roles = new Dictionary<RoleType, string>(roles.Roles) { [RoleType.Unauthenticated] = GuestRole },
    };

    private static GetIdentityPoolRolesResponse WithRule(GetIdentityPoolRolesResponse roles, string value) => roles with
    {
        RoleMappings = new Dictionary<string, RoleMapping>
        {
            ["provider"] = roles.RoleMappings["provider"] with { RulesConfiguration = new() { Rules = [FakePool.Rule(value)] } },
        },
    };

    private static GetPrincipalTagAttributeMapResponse AddTag(GetPrincipalTagAttributeMapResponse map) => map with
    {
        PrincipalTags = new Dictionary<string, string>(map.PrincipalTags) { ["plan"] = "custom:plan" },
    };
}
