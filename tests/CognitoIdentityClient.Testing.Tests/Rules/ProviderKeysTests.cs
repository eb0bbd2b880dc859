using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Tokens;

namespace CognitoIdentity.Testing.Tests.Rules;

public class ProviderKeysTests
{
    private const string Provider = "login.example.com";

    private readonly VirtualTime _time = new(TestEmulator.Start) { LongestWait = TimeSpan.Zero };
    private JsonWebKeySet _published = Other();
    private int _fetches;

    [Fact]
    public async Task Keys_are_not_fetched_when_the_key_of_the_token_is_known()
    {
        var keys = Create(JwtKey.Provider.KeySet);
        Assert.Equal("test", Assert.Single((await keys.ForAsync(Token(), default))!.Keys).KeyId);
        Assert.Equal(0, _fetches);
    }

    [Fact]
    public async Task Keys_are_fetched_when_a_token_has_a_new_key()
    {
        var keys = Create(Other());
        _published = JwtKey.Provider.KeySet;
        Assert.True(Token().IsSignedBy((await keys.ForAsync(Token(), default))!.Keys));
        Assert.True(Token().IsSignedBy((await keys.ForAsync(Token(), default))!.Keys));
        Assert.Equal(1, _fetches);
    }

    [Fact]
    public async Task Keys_are_fetched_at_the_first_token_when_none_are_given()
    {
        var keys = Create(null);
        _published = JwtKey.Provider.KeySet;
        Assert.True(keys.MustVerify);
        Assert.True(Token().IsSignedBy((await keys.ForAsync(Token(), default))!.Keys));
    }

    [Fact]
    public async Task Keys_are_fetched_again_only_after_the_interval()
    {
        var keys = Create(Other());
        await keys.ForAsync(Token(), default);
        _published = JwtKey.Provider.KeySet;
        _time.Advance(ProviderKeys.Interval - TimeSpan.FromTicks(1));
        Assert.False(Token().IsSignedBy((await keys.ForAsync(Token(), default))!.Keys));

        _time.Advance(TimeSpan.FromTicks(1));
        Assert.True(Token().IsSignedBy((await keys.ForAsync(Token(), default))!.Keys));
        Assert.Equal(2, _fetches);
    }

    [Fact]
    public async Task Keys_are_fetched_once_for_many_tokens_at_the_same_time()
    {
        var fetched = new TaskCompletionSource<JsonWebKeySet>();
        var keys = Create(Other(), _ => fetched.Task);
        var calls = Enumerable.Range(0, 20).Select(_ => keys.ForAsync(Token(), default).AsTask()).ToList();
        fetched.SetResult(JwtKey.Provider.KeySet);
        await Task.WhenAll(calls);
        Assert.Equal(1, _fetches);
    }

    [Fact]
    public async Task Keys_stay_as_they_are_when_the_fetch_fails()
    {
        var keys = Create(Other(), _ => throw new HttpRequestException("Nobody listens."));
        Assert.Equal("other", Assert.Single((await keys.ForAsync(Token(), default))!.Keys).KeyId);
    }

    [Fact]
    public async Task Fetch_that_its_caller_canceled_is_made_again_for_the_next_token()
    {
        var keys = Create(Other(), cancellationToken => _fetches == 1
            ? Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ContinueWith(_ => Other(), cancellationToken)
            : Task.FromResult(JwtKey.Provider.KeySet));
        using var left = new CancellationTokenSource();
        var first = keys.ForAsync(Token(), left.Token).AsTask();
        await left.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.True(Token().IsSignedBy((await keys.ForAsync(Token(), default))!.Keys));
    }

    [Fact]
    public async Task Token_with_a_new_key_is_accepted_by_an_operation()
    {
        _published = JwtKey.Provider.KeySet;
        await using var service = await TestEmulator.StartAsync(options => options.TrustedIssuers = [Issuer(Other(), Fetch)]);
        var pool = await service.CreatePoolAsync($$"""
            "OpenIdConnectProviderARNs":["arn:aws:iam::123456789012:oidc-provider/{{Provider}}"]
            """);
        await service.GetIdAsync(
            pool, $$"""{"{{Provider}}":"{{JwtKey.Provider.Sign($"https://{Provider}", "app", "alice", service.Now)}}"}""");
        Assert.Equal(1, _fetches);
    }

    private static JsonWebTokenText Token() =>
        JsonWebTokenText.TryParse(JwtKey.Provider.Sign($"https://{Provider}", "app", "alice", TestEmulator.Start))!;

    private static JsonWebKeySet Other()
    {
        var set = JwtKey.Forger.KeySet;
        set.Keys[0].KeyId = set.Keys[0].Kid = "other";
        return set;
    }

    private ProviderKeys Create(JsonWebKeySet? keys, Func<CancellationToken, Task<JsonWebKeySet>>? fetch = null) =>
        new(Issuer(keys, fetch ?? Fetch), NullLogger.Instance, _time);

    private TrustedIssuer Issuer(JsonWebKeySet? keys, Func<CancellationToken, Task<JsonWebKeySet>> fetch) => new(Provider)
    {
        Keys = keys,
        FetchKeys = cancellationToken =>
        {
            _fetches++;
            return fetch(cancellationToken);
        },
    };

    private Task<JsonWebKeySet> Fetch(CancellationToken cancellationToken) => Task.FromResult(_published);
}
