using System.Text.Json;
using Amazon.Runtime;
using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CognitoIdentity.Tests.UserCredentials;

public sealed class AddCognitoIdentityCredentialsTests : IAsyncLifetime
{
    private readonly ServiceCollection _services = new();
    private TestPool _pool = null!;

    public async Task InitializeAsync() => _pool = await TestPool.StartAsync();

    public Task DisposeAsync() => _pool.DisposeAsync().AsTask();

    [Fact]
    public async Task Credentials_and_the_factory_are_registered_and_no_aws_credentials()
    {
        using var provider = Build();

        var credentials = provider.GetRequiredService<CognitoIdentityCredentials>();

        Assert.Null(provider.GetService<AWSCredentials>());
        Assert.True((await credentials.GetSessionAsync()).IsGuest);
        var factory = provider.GetRequiredService<ICognitoIdentityCredentialsFactory>();
        Assert.False((await factory.ForUser("alice", _pool.GoogleUser("alice")).GetSessionAsync()).IsGuest);
    }

    [Fact]
    public void Client_without_a_region_takes_that_of_the_pool()
    {
        using var provider = Build();

        Assert.Equal("us-east-1", provider.GetRequiredService<IOptions<CognitoIdentityClientOptions>>().Value.Region);
    }

    [Fact]
    public void Client_with_a_region_of_its_own_keeps_it_and_that_is_a_mismatch()
    {
        _services.AddCognitoIdentity(options => options.Region = "eu-west-1");
        using var provider = Build();

        var error = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<CognitoIdentityCredentials>);

        Assert.Contains("the client in eu-west-1", error.Message);
    }

    [Fact]
    public async Task Store_of_the_services_is_used()
    {
        var store = new InMemoryIdentityIdStore();
        _services.AddSingleton<IIdentityIdStore>(store);
        using var provider = Build();

        var session = await provider.GetRequiredService<CognitoIdentityCredentials>().GetSessionAsync();

        Assert.Equal(session.IdentityId, await store.GetAsync(_pool.PoolId, "guest"));
    }

    [Fact]
    public async Task Session_store_of_the_services_is_used_by_credentials_factories_and_keyed_ones()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var store = new FileSessionStore(folder.FullName);
            _services.AddSingleton<ISessionStore>(store);
            _services.AddSingleton<TimeProvider>(_pool.Clock);
            _services.AddKeyedCognitoIdentityCredentials("partners", options => options.IdentityPoolId = _pool.PoolId);
            using var provider = Build();

            await provider.GetRequiredService<CognitoIdentityCredentials>().GetSessionAsync();
            await provider.GetRequiredService<ICognitoIdentityCredentialsFactory>().ForUser("alice", _pool.GoogleUser("alice"))
                .GetSessionAsync();
            await provider.GetRequiredKeyedService<ICognitoIdentityCredentialsFactory>("partners").ForUser("bob", _pool.GoogleUser("bob"))
                .GetSessionAsync();

            foreach (var user in (string[])["guest", "user:alice", "user:bob"])
            {
                Assert.NotNull(await store.GetAsync(_pool.PoolId, user));
            }

            var own = new FileSessionStore(Path.Combine(folder.FullName, "own"));
            _services.AddCognitoIdentityCredentials(options => options.SessionStore = own);
            using var second = Build();
            Assert.Same(own, second.GetRequiredService<IOptions<CognitoIdentityCredentialsOptions>>().Value.SessionStore);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Options_from_a_section_and_more_besides_add_up_and_are_not_overridden_by_the_containers()
    {
        var own = new InMemoryIdentityIdStore();
        _services.AddSingleton<IIdentityIdStore>(new InMemoryIdentityIdStore());
        _services.AddCognitoIdentityCredentials(options => options.IdentityIdStore = own);
        _services.AddCognitoIdentityCredentials(Section(
            ("IdentityPoolId", _pool.PoolId),
            ("PreemptExpiryTime", "00:10:00"),
            ("ExpirationBuffer", "00:02:00"),
            ("RefreshTimeout", "00:00:30"),
            ("MaxUsers", "7")));
        using var provider = _services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<CognitoIdentityCredentialsOptions>>().Value;

        Assert.Equal((_pool.PoolId, 7), (options.IdentityPoolId, options.MaxUsers));
        Assert.Equal(
            (TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(30)),
            (options.PreemptExpiryTime, options.ExpirationBuffer, options.RefreshTimeout));
        Assert.Same(own, options.IdentityIdStore);
    }

    [Fact]
    public void Invalid_options_are_reported_at_the_start_with_the_malformed_values_of_the_section()
    {
        _services.AddCognitoIdentityCredentials(Section(("MaxUsers", "many"), ("RefreshTimeout", "soon")));
        using var provider = _services.BuildServiceProvider();

        var error = Assert.ThrowsAny<Exception>(provider.GetRequiredService<IStartupValidator>().Validate).ToString();

        Assert.All(
            ["IdentityPoolId is missing", "MaxUsers is 'many'", "RefreshTimeout is 'soon'"], problem => Assert.Contains(problem, error));
        Assert.DoesNotContain("No region", error);
    }

    // The pool's id is what is missing, and the region would come from it.
    [Fact]
    public void Client_without_a_pool_to_take_the_region_of_says_that_the_pool_is_missing()
    {
        _services.AddCognitoIdentityCredentials(_ => { });
        using var provider = _services.BuildServiceProvider();

        Assert.Contains("IdentityPoolId is missing",
            Assert.Throws<OptionsValidationException>(provider.GetRequiredService<CognitoIdentityCredentials>).Message);
    }

    [Fact]
    public void AWS_credentials_of_the_container_stay_until_the_pools_are_chosen()
    {
        var own = new BasicAWSCredentials("AKIDEXAMPLE", "secret");
        _services.AddSingleton<AWSCredentials>(own);
        using (var provider = Build())
        {
            Assert.Same(own, provider.GetRequiredService<AWSCredentials>());
        }

        _services.UseCognitoIdentityCredentialsForAWSClients();
        using (var provider = Build())
        {
            Assert.Same(provider.GetRequiredService<CognitoIdentityCredentials>(), provider.GetRequiredService<AWSCredentials>());
        }
    }

    [Fact]
    public async Task Keyed_credentials_use_the_keyed_client_of_their_key_or_else_the_default_one()
    {
        var key = new object();
        var (keyedClient, keyed) = FakeClient.Create();
        keyed.IssueAsync = (_, _) => Task.FromResult(FakeClient.NewCredentials(_pool.Clock.GetUtcNow() + TimeSpan.FromHours(1)));
        _services.AddKeyedSingleton("partners", keyedClient);
        _services.AddKeyedCognitoIdentityCredentials("partners", options => options.IdentityPoolId = _pool.PoolId);
        _services.AddKeyedCognitoIdentityCredentials(key, Section(("IdentityPoolId", _pool.PoolId)));
        using var provider = Build();

        await provider.GetRequiredKeyedService<CognitoIdentityCredentials>("partners").GetSessionAsync();
        Assert.Equal((1, 0), (keyed.CallsOf("GetCredentialsForIdentity"), _pool.CallsOf("GetCredentialsForIdentity")));

        await provider.GetRequiredKeyedService<CognitoIdentityCredentials>(key).GetSessionAsync();
        Assert.Equal((1, 1), (keyed.CallsOf("GetCredentialsForIdentity"), _pool.CallsOf("GetCredentialsForIdentity")));

        Assert.NotSame(
            provider.GetRequiredKeyedService<ICognitoIdentityCredentialsFactory>(key),
            provider.GetRequiredKeyedService<ICognitoIdentityCredentialsFactory>("partners"));
    }

    [Fact]
    public async Task Keyed_factories_use_the_pool_of_their_key()
    {
        var partners = await _pool.Client.CreateIdentityPoolAsync(new()
        {
            IdentityPoolName = "partners",
            AllowUnauthenticatedIdentities = true,
            SupportedLoginProviders = new Dictionary<string, string> { [TestPool.Google] = "app" },
        });
        _services.AddKeyedCognitoIdentityCredentials("partners", options => options.IdentityPoolId = partners.IdentityPoolId);
        using var provider = Build();
        var user = _pool.GoogleUser("alice");

        var of = provider.GetRequiredService<ICognitoIdentityCredentialsFactory>().ForUser("alice", user);
        var ofPartners = provider.GetRequiredKeyedService<ICognitoIdentityCredentialsFactory>("partners").ForUser("alice", user);
        var ids = new[] { await of.GetIdentityIdAsync(), await ofPartners.GetIdentityIdAsync() };

        Assert.Equal(2, ids.Distinct().Count());
        Assert.Equal(
            [_pool.PoolId, partners.IdentityPoolId],
            _pool.Emulator.Requests.For("GetId").Select(request =>
                JsonDocument.Parse(request.Body).RootElement.GetProperty("IdentityPoolId").GetString()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Client_of_an_emulator_takes_the_region_of_the_pool_in_any_order_of_the_registrations(bool emulatorComesFirst)
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync(new() { Regions = ["us-east-1", "eu-west-1"] });
        if (emulatorComesFirst)
        {
            _services.UseCognitoIdentityEmulator(emulator);
        }

        _services.AddCognitoIdentityCredentials(options => options.IdentityPoolId = "eu-west-1:177a950c-2c08-43f0-9983-28727e9a3b11");
        if (!emulatorComesFirst)
        {
            _services.UseCognitoIdentityEmulator(emulator);
        }

        using var provider = _services.BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredService<CognitoIdentityCredentials>());
        Assert.Equal("eu-west-1", ((CognitoIdentityClient)provider.GetRequiredService<ICognitoIdentityClient>()).Region);
    }

    // As AWSOptions without a region do.
    [Fact]
    public void Client_whose_region_is_removed_later_takes_that_of_the_pool()
    {
        _services.AddCognitoIdentityCredentials(options => options.IdentityPoolId = _pool.PoolId);
        _services.AddCognitoIdentity(options => options.Region = null);
        using var provider = _services.BuildServiceProvider();

        Assert.Equal("us-east-1", provider.GetRequiredService<IOptions<CognitoIdentityClientOptions>>().Value.Region);
    }

    [Fact]
    public void Keyed_credentials_without_any_client_say_which_registration_is_missing()
    {
        _services.AddKeyedCognitoIdentityCredentials("partners", options => options.IdentityPoolId = _pool.PoolId);
        using var provider = _services.BuildServiceProvider();

        var error =
            Assert.Throws<InvalidOperationException>(() => provider.GetRequiredKeyedService<CognitoIdentityCredentials>("partners"));

        Assert.Contains("AddKeyedCognitoIdentity", error.Message);
    }

    [Fact]
    public void Keyed_options_that_are_invalid_stop_the_start()
    {
        _services.AddKeyedCognitoIdentityCredentials("partners", _ => { });
        using var provider = _services.BuildServiceProvider();

        var error = Assert.ThrowsAny<Exception>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains("IdentityPoolId is missing", error.ToString());
    }

    // The backend of a developer user may be the same process with the same client: its signed call is on the way to the credentials, and
    // signed with them would wait for itself.
    [Fact]
    public async Task Signed_calls_of_the_client_are_not_signed_with_the_users_credentials()
    {
        using var provider = Build();
        await provider.GetRequiredService<CognitoIdentityCredentials>().GetSessionAsync();

        // There are no others in the tests' environment.
        await Assert.ThrowsAsync<CredentialsNotFoundException>(
            () => provider.GetRequiredService<ICognitoIdentityClient>().ListIdentityPoolsAsync(new() { MaxResults = 1 }));
    }

    private static IConfiguration Section(params (string Name, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.ToDictionary(value => value.Name, value => (string?)value.Value))
        .Build();

    private ServiceProvider Build()
    {
        _services.AddCognitoIdentityCredentials(options => options.IdentityPoolId = _pool.PoolId);
        _services.AddCognitoIdentity(options => options.TimeProvider = _pool.Clock)
            .ConfigurePrimaryHttpMessageHandler(() => _pool.Emulator.CreateHandler());
        return _services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
