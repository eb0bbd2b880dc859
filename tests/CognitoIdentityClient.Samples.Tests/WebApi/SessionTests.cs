using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CognitoIdentity.Samples.Tests.WebApi;

/// <summary>The sessions of users, by the API of samples/WebApi.</summary>
public sealed class SessionTests
{
    [Theory]
    [InlineData("alice", "shop-customer")]
    [InlineData("bob", "shop-admin")]
    [InlineData("carol", "shop-customer")]
    public async Task User_calls_aws_in_the_role_that_the_rules_of_the_pool_choose(string user, string role)
    {
        await using var shop = new Shop();
        using var client = await shop.SignInAsync(user);

        var session = await client.GetJsonAsync("/api/session");
        var caller = await client.GetJsonAsync("/api/session/caller");

        Assert.StartsWith("us-east-1:", session.Text("identityId"), StringComparison.Ordinal);
        Assert.Equal((role, "123456789012"), (caller.Text("role"), caller.Text("account")));
        Assert.Equal($"arn:aws:sts::123456789012:assumed-role/{role}/CognitoIdentityCredentials", caller.Text("arn"));
    }

    [Fact]
    public async Task Session_is_cached_until_it_is_refreshed()
    {
        await using var shop = new Shop();
        using var client = await shop.SignInAsync("alice");

        var first = await client.GetJsonAsync("/api/session");
        var second = await client.GetJsonAsync("/api/session");
        var refreshed = await client.PostJsonAsync("/api/session/refresh");

        Assert.Equal(["refresh", "cache", "refresh"], new[] { first, second, refreshed }.Select(session => session.Text("source")));
        Assert.InRange(first.GetProperty("secondsLeft").GetDouble(), 1, 3600);
        Assert.Single(shop.Emulator.Requests.For("GetId"));
        Assert.Equal(2, shop.Emulator.Requests.For("GetCredentialsForIdentity").Count);
    }

    [Fact]
    public async Task Users_have_identities_of_their_own_which_they_keep_after_signing_out()
    {
        await using var shop = new Shop();
        using var alice = await shop.SignInAsync("alice");
        using var bob = await shop.SignInAsync("bob");
        var identity = (await alice.GetJsonAsync("/api/session")).Text("identityId");

        Assert.NotEqual(identity, (await bob.GetJsonAsync("/api/session")).Text("identityId"));
        using (var response = await alice.PostAsync(new Uri("/api/session/sign-out", UriKind.Relative), content: null))
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        using var again = await shop.SignInAsync("alice");
        var session = await again.GetJsonAsync("/api/session");
        Assert.Equal((identity, "refresh"), (session.Text("identityId"), session.Text("source")));
    }

    [Fact]
    public async Task Partner_has_a_role_in_the_second_pool()
    {
        await using var shop = new Shop();
        using var client = await shop.SignInAsync("carol");

        var session = await client.GetJsonAsync("/api/partners/session");
        var caller = await client.GetJsonAsync("/api/partners/caller");

        Assert.StartsWith("eu-central-1:", session.Text("identityId"), StringComparison.Ordinal);
        Assert.Equal(("partner", "210987654321"), (caller.Text("role"), caller.Text("account")));
    }

    [Fact]
    public async Task Customer_is_refused_by_the_second_pool_with_its_reason_and_a_hint()
    {
        await using var shop = new Shop();
        using var client = await shop.SignInAsync("alice");

        using var response = await client.GetAsync(new Uri("/api/partners/session", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("NotAuthorizedException", problem.Text("title"));
        Assert.StartsWith("The ambiguous role mapping rules for: login.shop.example", problem.Text("detail"), StringComparison.Ordinal);
        Assert.NotEmpty(problem.Text("hint"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no token")]
    [InlineData(
        "eyJhbGciOiJub25lIn0."
        + "eyJzdWIiOiJhbGljZSIsImlzcyI6Imh0dHBzOi8vbG9naW4uc2hvcC5leGFtcGxlIiwiYXVkIjoic2hvcCIsImV4cCI6NDEwMjQ0NDgwMH0.")]
    public async Task Request_without_a_token_of_the_shop_is_refused(string? token)
    {
        await using var shop = new Shop();
        using var client = shop.CreateClient();
        client.DefaultRequestHeaders.Authorization = token is null ? null : new("Bearer", token);

        foreach (var path in new[] { "/api/session", "/api/session/caller", "/api/partners/session", "/api/partners/caller" })
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        Assert.Empty(shop.Emulator.Requests);
    }

    [Fact]
    public async Task Identity_pool_verifies_the_tokens_of_the_shop()
    {
        await using var shop = new Shop();
        await using var other = new Shop();
        using var client = shop.Emulator.CreateClient();

        // Another run has another key.
        using var stranger = await other.SignInAsync("alice");
        var token = stranger.DefaultRequestHeaders.Authorization!.Parameter!;
        var exception = await Assert.ThrowsAsync<NotAuthorizedException>(() => client.GetIdAsync(new()
        {
            IdentityPoolId = "us-east-1:00000000-0000-4000-8000-00000000c057",
            Logins = new Dictionary<string, string> { ["login.shop.example"] = token },
        }));

        Assert.Equal("Invalid login token. Couldn't verify signed token.", exception.ServiceMessage);
    }

    [Fact]
    public async Task Unknown_user_is_not_signed_in()
    {
        await using var shop = new Shop();
        using var client = shop.CreateClient();

        using var response = await client.PostAsJsonAsync("/api/sign-in", new { userId = "mallory" });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
