using System.Collections;
using System.Reflection;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Modification;

public sealed class ModifyIdentityPoolTests
{
    private static readonly ModifyOptions Options = new() { TimeProvider = new VirtualTime() };

    public static TheoryData<string, Func<IdentityPool, IdentityPool>> Changes { get; } = new()
    {
        { "AllowClassicFlow", pool => pool with { AllowClassicFlow = null } },
        { "AllowUnauthenticatedIdentities", pool => pool with { AllowUnauthenticatedIdentities = false } },
        { "CognitoIdentityProviders",
            pool => pool with { CognitoIdentityProviders = [pool.CognitoIdentityProviders[0] with { ServerSideTokenCheck = false }] } },
        { "DeveloperProviderName", pool => pool with { DeveloperProviderName = "other" } },
        { "IdentityPoolName", pool => pool with { IdentityPoolName = "Other" } },
        { "IdentityPoolTags", pool => pool with { IdentityPoolTags = new Dictionary<string, string>() } },
        { "OpenIdConnectProviderARNs", pool => pool with { OpenIdConnectProviderARNs = [] } },
        { "SamlProviderARNs",
            pool => pool with { SamlProviderARNs = [.. pool.SamlProviderARNs, "arn:aws:iam::123456789012:saml-provider/two"] } },
        { "SupportedLoginProviders",
            pool => pool with { SupportedLoginProviders = new Dictionary<string, string> { ["www.amazon.com"] = "amazon" } } },
    };

    // UpdateIdentityPool resets what is left out: each member is changed alone, and the request has the changed one and all others.
    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Change_of_one_member_writes_it_and_keeps_all_others(string member, Func<IdentityPool, IdentityPool> change)
    {
        var fake = new FakePool();
        var before = fake.Pool;

        var after = await fake.Client.ModifyIdentityPoolAsync(FakePool.Id, change, Options);

        var request = Assert.IsType<UpdateIdentityPoolRequest>(Assert.Single(fake.Writes));
        Assert.Same(fake.Pool, after);
        foreach (var property in typeof(UpdateIdentityPoolRequest).GetProperties())
        {
            var expected = Value(property.Name == member ? change(before) : before, property);
            Assert.Equal(expected, property.GetValue(request));
        }

        static object? Value(IdentityPool pool, PropertyInfo property) => typeof(IdentityPool).GetProperty(property.Name)!.GetValue(pool);
    }

    // A member that the list above does not name, or that the fake's pool lacks, would be lost without a failing test.
    [Fact]
    public void Changes_name_every_member_of_the_request_but_the_id()
    {
        var members = typeof(UpdateIdentityPoolRequest).GetProperties().Select(property => property.Name)
            .Where(name => name != "IdentityPoolId").ToList();
        var unchanged = string.Join(", ", members.Except(Changes.Select(change => (string)change[0])));
        var unset = string.Join(", ", members.Where(
            name => typeof(IdentityPool).GetProperty(name)!.GetValue(new FakePool().Pool) is null or ICollection { Count: 0 }));

        Assert.True(
            unchanged.Length == 0, $"ModifyIdentityPoolTests.cs changes no {unchanged}, step 9 of docs/contributing/adding-a-member.md.");
        Assert.True(unset.Length == 0, $"FakePool.cs sets no {unset}, step 9 of docs/contributing/adding-a-member.md.");
    }

    [Fact]
    public async Task Nothing_is_sent_when_nothing_changed()
    {
        var fake = new FakePool();
        var before = fake.Pool;

        // New collections with the same content, in another order where order has no meaning.
        var after = await fake.Client.ModifyIdentityPoolAsync(
            FakePool.Id,
            pool => pool with
            {
                IdentityPoolTags = new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" },
                SamlProviderARNs = [.. pool.SamlProviderARNs],
                CognitoIdentityProviders = [pool.CognitoIdentityProviders[0] with { }],
            });

        Assert.Empty(fake.Writes);
        Assert.Same(before, after);
    }

    [Fact]
    public async Task Change_that_works_on_the_collection_itself_is_noticed()
    {
        var fake = new FakePool();

        await fake.Client.ModifyIdentityPoolAsync(FakePool.Id, pool =>
        {
            ((Dictionary<string, string>)pool.IdentityPoolTags)["c"] = "3";
            return pool;
        });

        Assert.Equal(3, Assert.IsType<UpdateIdentityPoolRequest>(Assert.Single(fake.Writes)).IdentityPoolTags!.Count);
    }

    [Fact]
    public async Task Collections_that_are_not_set_are_left_out_and_emptied_ones_are_sent_empty()
    {
        var fake = new FakePool { Pool = new() { IdentityPoolId = FakePool.Id, IdentityPoolName = "Name", SamlProviderARNs = ["arn"] } };

        await fake.Client.ModifyIdentityPoolAsync(FakePool.Id, pool => pool with { SamlProviderARNs = [] });

        Assert.Equal(
            """{"AllowUnauthenticatedIdentities":false,"IdentityPoolId":"us-east-1:1","IdentityPoolName":"Name","SamlProviderARNs":[]}""",
            System.Text.Encoding.UTF8.GetString(
                UpdateIdentityPoolRequest.Operation.WriteRequest((UpdateIdentityPoolRequest)fake.Writes.Single())));
    }

    [Fact]
    public async Task Concurrent_modification_reads_again_and_keeps_both_changes()
    {
        var clock = new VirtualTime();
        var fake = new FakePool();
        fake.BeforeWrite = pool =>
        {
            if (pool.Reads == 1)
            {
                pool.Pool = pool.Pool with { IdentityPoolName = "Theirs" };
                throw new ConcurrentModificationException();
            }
        };

        var after = await fake.Client.ModifyIdentityPoolAsync(
            FakePool.Id, pool => pool with { AllowClassicFlow = false }, new() { TimeProvider = clock, Jitter = () => 0.5 });

        Assert.Equal(2, fake.Reads);
        Assert.Equal(("Theirs", false), (after.IdentityPoolName, after.AllowClassicFlow));
        Assert.Equal([TimeSpan.FromMilliseconds(25)], clock.Waits);
    }

    [Fact]
    public async Task Concurrent_modification_in_every_attempt_is_thrown_in_the_end()
    {
        var fake = new FakePool { BeforeWrite = _ => throw new ConcurrentModificationException("Again.") };

        var error = await Assert.ThrowsAsync<ConcurrentModificationException>(
            () => fake.Client.ModifyIdentityPoolAsync(
                FakePool.Id, pool => pool with { AllowClassicFlow = false }, Options with { MaxAttempts = 3 }));

        Assert.Equal("Again.", error.Message);
        Assert.Equal(3, fake.Reads);
    }

    [Fact]
    public async Task Change_that_throws_or_returns_null_or_another_id_sends_nothing_and_blocks_nobody()
    {
        var fake = new FakePool();

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => fake.Client.ModifyIdentityPoolAsync(FakePool.Id, _ => throw new InvalidOperationException()));
        await Assert.ThrowsAsync<ArgumentException>(() => fake.Client.ModifyIdentityPoolAsync(FakePool.Id, _ => null!));
        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => fake.Client.ModifyIdentityPoolAsync(FakePool.Id, pool => pool with { IdentityPoolId = "us-east-1:2" }));

        Assert.Contains("IdentityPoolId", error.Message, StringComparison.Ordinal);
        Assert.Empty(fake.Writes);
        await fake.Client.ModifyIdentityPoolAsync(FakePool.Id, pool => pool with { AllowClassicFlow = false });
    }

    [Fact]
    public async Task Bad_arguments_are_refused_at_once_by_name()
    {
        var client = new FakePool().Client;

        Assert.Equal("identityPoolId",
            (await Assert.ThrowsAsync<ArgumentException>(() => client.ModifyIdentityPoolAsync("", pool => pool))).ParamName);
        Assert.Equal("change",
            (await Assert.ThrowsAsync<ArgumentNullException>(() => client.ModifyIdentityPoolAsync(FakePool.Id, null!))).ParamName);
        Assert.Equal(
            "MaxAttempts",
            (await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
                () => client.ModifyIdentityPoolAsync(FakePool.Id, pool => pool, new() { MaxAttempts = 0 }))).ParamName);
    }
}
