using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Modification;

public sealed class ConcurrentCallersTests
{
    private static readonly Func<IdentityPool, IdentityPool>[] Changes =
    [
        pool => pool with { AllowClassicFlow = true },
        pool => pool with { AllowUnauthenticatedIdentities = false },
        pool => pool with { CognitoIdentityProviders = [
            new() { ClientId = "client", ProviderName = "cognito-idp.us-east-1.amazonaws.com/us-east-1_1" }] },
        pool => pool with { DeveloperProviderName = "login.example" },
        pool => pool with { IdentityPoolName = "New name" },
        pool => pool with { OpenIdConnectProviderARNs = ["arn:aws:iam::123456789012:oidc-provider/example.com"] },
        pool => pool with { SamlProviderARNs = ["arn:aws:iam::123456789012:saml-provider/example"] },
        pool => pool with { SupportedLoginProviders = new Dictionary<string, string> { ["accounts.google.com"] = "google" } },
        .. Enumerable.Range(0, 12).Select(AddTag),
    ];

    [Fact]
    public async Task Twenty_callers_of_one_client_that_change_different_members_of_one_pool_lose_no_change()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var client = emulator.CreateClient();
        var created = await client.CreateIdentityPoolAsync(new() { IdentityPoolName = "Old name", AllowUnauthenticatedIdentities = true });

        await Task.WhenAll(Changes.Select(change => client.ModifyIdentityPoolAsync(created.IdentityPoolId, change)));

        Assert.Equal(20, Changes.Length);
        var pool = await client.DescribeIdentityPoolAsync(new() { IdentityPoolId = created.IdentityPoolId });
        Assert.Equal((true, false), (pool.AllowClassicFlow, pool.AllowUnauthenticatedIdentities));
        Assert.Equal(("login.example", "New name"), (pool.DeveloperProviderName, pool.IdentityPoolName));
        Assert.Single(pool.CognitoIdentityProviders);
        Assert.Single(pool.OpenIdConnectProviderARNs);
        Assert.Single(pool.SamlProviderARNs);
        Assert.Single(pool.SupportedLoginProviders);
        Assert.Equal(12, pool.IdentityPoolTags.Count);
        Assert.Equal(0, PoolLocks.For(client).Count);
    }

    [Fact]
    public async Task Callers_that_change_pool_roles_and_tag_map_of_any_client_lose_no_change()
    {
        var fake = new FakePool { Tags = null };

        await Task.WhenAll(Enumerable.Range(0, 20).SelectMany(IEnumerable<Task> (number) =>
        [
            fake.Client.ModifyIdentityPoolAsync(FakePool.Id, AddTag(number)),
            fake.Client.ModifyIdentityPoolRolesAsync(FakePool.Id, roles => roles with
            {
                RoleMappings = new Dictionary<string, RoleMapping>(roles.RoleMappings)
                {
                    [$"provider {number}"] =
                        new() { Type = RoleMappingType.Token, AmbiguousRoleResolution = AmbiguousRoleResolutionType.Deny },
                },
            }),
            fake.Client.ModifyPrincipalTagAttributeMapAsync(FakePool.Id, "provider", map => map with
            {
                PrincipalTags = new Dictionary<string, string>(map.PrincipalTags) { [$"tag {number}"] = "claim" },
            }),
        ]));

        Assert.Equal(22, fake.Pool.IdentityPoolTags.Count);
        Assert.Equal(21, fake.Roles.RoleMappings.Count);
        Assert.Equal(20, fake.Tags!.PrincipalTags.Count);
        Assert.Equal(60, fake.Writes.Count);
    }

    [Fact]
    public async Task Waiting_caller_can_cancel_and_holds_up_nobody()
    {
        var locks = PoolLocks.For(new FakePool().Client);
        using var source = new CancellationTokenSource();
        var first = await locks.EnterAsync(FakePool.Id, CancellationToken.None);
        var second = locks.EnterAsync(FakePool.Id, source.Token);
        var third = locks.EnterAsync(FakePool.Id, CancellationToken.None);
        (await locks.EnterAsync("us-east-1:other", CancellationToken.None)).Dispose();

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(third.IsCompleted);

        first.Dispose();
        (await third).Dispose();
        Assert.Equal(0, locks.Count);
    }

    [Fact]
    public async Task Client_is_not_kept_alive_by_its_locks()
    {
        var client = await UseAsync();

        // The end of the use runs this on its own stack, which keeps the client alive until this method lets go of the thread.
        await SafetyLimit.UntilAsync(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return !client.IsAlive;
        });

        static async Task<WeakReference> UseAsync()
        {
            var fake = new FakePool();
            await fake.Client.ModifyIdentityPoolAsync(FakePool.Id, AddTag(1));
            return new(fake.Client);
        }
    }

    private static Func<IdentityPool, IdentityPool> AddTag(int number) => pool => pool with
    {
        IdentityPoolTags = new Dictionary<string, string>(pool.IdentityPoolTags) { [$"tag {number}"] = "yes" },
    };
}
