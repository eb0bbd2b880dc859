using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>Credentials of several pools, each with a key, which any object can be. The client of a pool has the same key.</summary>
public sealed class KeyedCredentialsTests
{
    private const string Uuid = "177a950c-2c08-43f0-9983-28727e9a3b11";

    private readonly ServiceCollection _services = new();

    public static TheoryData<object> Keys => [1, "partners", DayOfWeek.Monday, new SameText(1), Guid.Empty];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Keyed_client_without_a_region_takes_that_of_the_pool_of_its_key(object key)
    {
        _services.AddKeyedCognitoIdentity(key, _ => { });
        _services.AddKeyedCognitoIdentityCredentials(key, options => options.IdentityPoolId = $"eu-west-3:{Uuid}");
        using var provider = _services.BuildServiceProvider();

        var client = Assert.IsType<CognitoIdentityClient>(provider.GetRequiredKeyedService<ICognitoIdentityClient>(key));
        Assert.Equal("eu-west-3", client.Region);
        Assert.NotNull(provider.GetRequiredKeyedService<CognitoIdentityCredentials>(key));
        Assert.NotNull(provider.GetRequiredKeyedService<ICognitoIdentityCredentialsFactory>(key));
    }

    [Fact]
    public void Order_of_the_registrations_does_not_matter()
    {
        var key = new SameText(1);
        _services.AddKeyedCognitoIdentityCredentials(key, options => options.IdentityPoolId = $"eu-west-3:{Uuid}");
        _services.AddKeyedCognitoIdentity(key, _ => { });
        using var provider = _services.BuildServiceProvider();

        Assert.Equal("eu-west-3", ((CognitoIdentityClient)provider.GetRequiredKeyedService<ICognitoIdentityClient>(key)).Region);
    }

    [Fact]
    public async Task Keys_with_the_same_text_have_pools_of_their_own()
    {
        object[] keys = [new SameText(1), new SameText(2), "same"];
        string[] regions = ["eu-west-1", "eu-west-2", "eu-west-3"];
        var asked = new List<string>();
        _services.AddSingleton(FakeClient.Create((request, _) =>
        {
            asked.Add(((GetIdRequest)request).IdentityPoolId);
            return Task.FromResult<object>(new GetIdResponse { IdentityId = asked[^1] });
        }));
        foreach (var (key, region) in keys.Zip(regions))
        {
            _services.AddKeyedCognitoIdentityCredentials(key, options => options.IdentityPoolId = $"{region}:{Uuid}");
        }

        await using var provider = _services.BuildServiceProvider();
        foreach (var key in keys)
        {
            await provider.GetRequiredKeyedService<CognitoIdentityCredentials>(key).GetIdentityIdAsync();
        }

        Assert.Equal(regions.Select(region => $"{region}:{Uuid}"), asked);
    }

    [Fact]
    public void Key_that_is_an_empty_text_is_refused_as_for_the_client() => Assert.Equal(
        "serviceKey",
        Assert.Throws<ArgumentException>(() => _services.AddKeyedCognitoIdentityCredentials("", _ => { })).ParamName);

    private sealed class SameText(int number)
    {
        public override bool Equals(object? other) => other is SameText same && same.GetHashCode() == number;

        public override int GetHashCode() => number;

        public override string ToString() => "same";
    }
}
