using Amazon.Runtime;
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
    public async Task AwsCredentials_areTheGuestsByDefault_andTheFactoryIsThereToo()
    {
        using var provider = Build();

        var credentials = provider.GetRequiredService<CognitoIdentityCredentials>();

        Assert.Same(credentials, provider.GetRequiredService<AWSCredentials>());
        Assert.True((await credentials.GetSessionAsync()).IsGuest);
        var factory = provider.GetRequiredService<ICognitoIdentityCredentialsFactory>();
        Assert.False((await factory.ForUser("alice", _pool.GoogleUser("alice")).GetSessionAsync()).IsGuest);
    }

    [Fact]
    public void Client_withoutARegion_takesThePools()
    {
        using var provider = Build();

        Assert.Equal("us-east-1", provider.GetRequiredService<IOptions<CognitoIdentityClientOptions>>().Value.Region);
    }

    [Fact]
    public void Client_withARegionOfItsOwn_keepsIt_andThatIsAMismatch()
    {
        _services.AddCognitoIdentity(options => options.Region = "eu-west-1");
        using var provider = Build();

        var error = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<AWSCredentials>);

        Assert.Contains("the client in eu-west-1", error.Message);
    }

    [Fact]
    public async Task StoreOfTheServices_isUsed()
    {
        var store = new InMemoryIdentityIdStore();
        _services.AddSingleton<IIdentityIdStore>(store);
        using var provider = Build();

        var session = await provider.GetRequiredService<CognitoIdentityCredentials>().GetSessionAsync();

        Assert.Equal(session.IdentityId, await store.GetAsync(_pool.PoolId, "guest"));
    }

    [Fact]
    public void CredentialsThatAreRegisteredAlready_stay()
    {
        var own = new BasicAWSCredentials("AKIDEXAMPLE", "secret");
        _services.AddSingleton<AWSCredentials>(own);
        using var provider = Build();

        Assert.Same(own, provider.GetRequiredService<AWSCredentials>());
    }

    // The backend of a developer user may be the same process with the same client: its signed call is on the way to the credentials, and
    // signed with them would wait for itself.
    [Fact]
    public async Task SignedCalls_ofTheClient_areNotSignedWithTheUsersCredentials()
    {
        using var provider = Build();
        await provider.GetRequiredService<CognitoIdentityCredentials>().GetSessionAsync();

        // There are no others in the tests' environment.
        await Assert.ThrowsAsync<CredentialsNotFoundException>(
            () => provider.GetRequiredService<ICognitoIdentityClient>().ListIdentityPoolsAsync(new() { MaxResults = 1 }));
    }

    private ServiceProvider Build()
    {
        _services.AddCognitoIdentityCredentials(options => options.IdentityPoolId = _pool.PoolId);
        _services.AddCognitoIdentity(options => options.TimeProvider = _pool.Clock)
            .ConfigurePrimaryHttpMessageHandler(() => _pool.Emulator.CreateHandler());
        return _services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
