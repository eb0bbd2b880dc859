
namespace CognitoIdentity.Testing.Tests.Operations;

public class ListTests
{
    [Fact]
    public async Task Identities_come_in_pages_each_once_and_in_order()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = service.Emulator.Seed(new() { Identities = [.. Enumerable.Repeat(new IdentitySeed(), 130)] });
        var pages = await PagesAsync(service, pool, 60);
        Assert.Equal([60, 60, 10], pages.Select(page => page.Count));
        var ids = pages.SelectMany(page => page).ToList();
        Assert.Equal(130, ids.Distinct().Count());
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public async Task Identities_that_fill_their_pages_end_without_an_empty_page()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = service.Emulator.Seed(new() { Identities = [.. Enumerable.Repeat(new IdentitySeed(), 4)] });
        Assert.Equal([2, 2], (await PagesAsync(service, pool, 2)).Select(page => page.Count));
    }

    [Fact]
    public async Task Page_goes_on_behind_an_identity_that_was_deleted_meanwhile()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = service.Emulator.Seed(new() { Identities = [.. Enumerable.Repeat(new IdentitySeed(), 5)] });
        var first = await ListAsync(service, pool, "\"MaxResults\":2");
        var ids = Ids(first);
        (await service.CallAsync("DeleteIdentities", $$"""{"IdentityIdsToDelete":["{{ids[1]}}"]}""")).Ok();
        var rest = await ListAsync(service, pool, $"\"MaxResults\":60,\"NextToken\":\"{first.Text("NextToken")}\"");
        Assert.Equal(3, Ids(rest).Except(ids).Count());
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData(",\"HideDisabled\":false", 2)]
    [InlineData(",\"HideDisabled\":true", 1)]
    public async Task Disabled_identities_are_listed_unless_hidden(string member, int count)
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync("\"DeveloperProviderName\":\"login.dev\"");
        await service.DeveloperTokenAsync(pool, """{"login.dev":"one"}""");
        await service.DeveloperTokenAsync(pool, """{"login.dev":"two"}""");
        (await service.CallAsync(
            "MergeDeveloperIdentities",
            $$"""{"IdentityPoolId":"{{pool}}","DeveloperProviderName":"login.dev","SourceUserIdentifier":"one","DestinationUserIdentifier":"two"}""")).Ok();
        Assert.Equal(count, Ids(await ListAsync(service, pool, "\"MaxResults\":60" + member)).Count);
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("=")]
    public async Task Token_that_is_not_ours_is_refused(string token)
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync();
        var response =
            await ListAsync(service, pool, $"\"MaxResults\":1,\"NextToken\":\"{token.Replace(" ", "", StringComparison.Ordinal)}\"");
        Assert.Equal("InvalidParameterException", response.ErrorCode);
    }

    [Fact]
    public async Task Deleted_identities_are_gone_and_unknown_ones_reported()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync();
        var guest = await service.GetIdAsync(pool);
        var response = await service.CallAsync("DeleteIdentities", $$"""{"IdentityIdsToDelete":["{{guest}}","us-east-1:0"]}""");
        Assert.Equal("""{"UnprocessedIdentityIds":[{"ErrorCode":"AccessDenied","IdentityId":"us-east-1:0"}]}""", response.Ok().Body);
        Assert.Equal(
            "ResourceNotFoundException", (await service.CallAsync("DescribeIdentity", $$"""{"IdentityId":"{{guest}}"}""")).ErrorCode);
    }

    [Fact]
    public async Task Deleted_identity_with_a_login_frees_the_login()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync("\"SupportedLoginProviders\":{\"graph.facebook.com\":\"1\"}");
        const string Alice = """{"graph.facebook.com":"alice"}""";
        var id = await service.GetIdAsync(pool, Alice);
        (await service.CallAsync("DeleteIdentities", $$"""{"IdentityIdsToDelete":["{{id}}"]}""")).Ok();
        Assert.NotEqual(id, await service.GetIdAsync(pool, Alice));
    }

    [Fact]
    public async Task Described_identity_has_its_providers_and_dates()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync("\"SupportedLoginProviders\":{\"graph.facebook.com\":\"1\"}");
        var id = await service.GetIdAsync(pool);
        service.Time.Advance(TimeSpan.FromMilliseconds(1_250));
        (await service.CallAsync("GetOpenIdToken", $$$"""{"IdentityId":"{{{id}}}","Logins":{"graph.facebook.com":"alice"}}""")).Ok();
        var response = await service.CallAsync("DescribeIdentity", $$"""{"IdentityId":"{{id}}"}""");
        Assert.Equal(
            $$"""{"IdentityId":"{{id}}","Logins":["graph.facebook.com"],"CreationDate":1795348800.000,"LastModifiedDate":1795348801.250}""",
            response.Ok().Body);
    }

    private static async Task<List<List<string>>> PagesAsync(TestEmulator service, string pool, int size)
    {
        var pages = new List<List<string>>();
        string? token = null;
        do
        {
            var page =
                (await ListAsync(service, pool, $"\"MaxResults\":{size}{(token is null ? "" : $",\"NextToken\":\"{token}\"")}")).Ok();
            pages.Add(Ids(page));
            token = page.Json.GetProperty("NextToken").GetString();
        }
        while (token is not null);
        return pages;
    }

    private static Task<EmulatorResponse> ListAsync(TestEmulator service, string pool, string members) =>
        service.CallAsync("ListIdentities", $$"""{"IdentityPoolId":"{{pool}}",{{members}}}""");

    private static List<string> Ids(EmulatorResponse response) =>
        [.. response.Ok().Json.GetProperty("Identities").EnumerateArray()
            .Select(identity => identity.GetProperty("IdentityId").GetString()!)];
}
