using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CognitoIdentity.Tests.Operations;

/// <summary>An operation whose response is a JSON object.</summary>
public abstract class OutputOperationTests<TRequest, TResponse>(Func<ICognitoIdentityClient, TRequest, Task<TResponse>> call)
    : OperationTests<TRequest, TResponse>(call)
{
    /// <summary>The members without which a success means nothing, by path.</summary>
    protected virtual IReadOnlyList<string> NeededMembers => [];

    [Fact]
    public Task Response_without_a_needed_member_is_an_error_that_names_it() => Assert.AllAsync(NeededMembers, async path =>
    {
        var response = JsonNode.Parse(GoldenFile.Response(Name))!.AsObject();
        var names = path.Split('.');
        var parent = names.SkipLast(1).Aggregate(response, (node, name) => node[name]!.AsObject());

        parent[names[^1]] = null;
        await AssertMissesAsync(names[^1], response);

        parent.Remove(names[^1]);
        await AssertMissesAsync(names[^1], response);
    });

    // At any depth: one malformed role mapping must not hide the other ones, nor the whole pool.
    [Fact]
    public Task Response_is_read_when_any_other_member_is_null_or_missing() => Assert.AllAsync(OtherMembers().ToList(), async path =>
    {
        var withNull = JsonNode.Parse(GoldenFile.Response(Name))!;
        Parent(withNull, path)[path[^1]] = null;
        await ReadAsync(withNull.ToJsonString());

        var withoutIt = JsonNode.Parse(GoldenFile.Response(Name))!;
        Parent(withoutIt, path).Remove(path[^1]);
        await ReadAsync(withoutIt.ToJsonString());
    });

    [Fact]
    public Task Response_that_lacks_a_member_is_not_the_expected_one() => Assert.AllAsync(OtherMembers().ToList(), async path =>
    {
        var withoutIt = JsonNode.Parse(GoldenFile.Response(Name))!;
        Parent(withoutIt, path).Remove(path[^1]);
        var response = await ReadAsync(withoutIt.ToJsonString());

        Assert.True(
            Record.Exception(() => AssertResponse(response)) is not null,
            $"AssertResponse does not read {string.Join('.', path)}, step 4 of docs/contributing/adding-a-member.md.");
    });

    [Fact]
    public async Task Response_with_unknown_members_is_read_without_them()
    {
        var response = JsonNode.Parse(GoldenFile.Response(Name))!.AsObject();
        response["NewOfTheService"] = new JsonObject { ["Nested"] = new JsonArray(1, null, "text") };
        response["ResponseMetadata"] = new JsonObject { ["RequestId"] = "not the service's" };

        AssertResponse(await ReadAsync(response.ToJsonString()));
    }

    // A member that is read into nothing, or into another member, is missing when the response is written again.
    [Fact]
    public async Task Response_that_is_written_again_is_the_golden_json()
    {
        var json = WireJson.Context.Options.GetTypeInfo(typeof(TResponse));
        var response = await ReadAsync(GoldenFile.Response(Name));

        JsonAssert.Equal(GoldenFile.Response(Name), JsonSerializer.SerializeToUtf8Bytes(response, json));
    }

    // The names and indices that lead to each member, also to those inside of lists and maps.
    private IEnumerable<string[]> OtherMembers() =>
        Members(JsonNode.Parse(GoldenFile.Response(Name))!).Where(path => !NeededMembers.Contains(string.Join('.', path)));

    private static IEnumerable<string[]> Members(JsonNode? node) => node switch
    {
        JsonObject map =>
            map.SelectMany(member => Members(member.Value).Select(path => (string[])[member.Key, .. path]).Append([member.Key])),
        JsonArray list => list.SelectMany((item, index) => Members(item).Select(path => (string[])[$"{index}", .. path])),
        _ => [],
    };

    private static JsonObject Parent(JsonNode root, string[] path) =>
        path.SkipLast(1).Aggregate(
            root, (node, name) => node is JsonArray list ? list[int.Parse(name, CultureInfo.InvariantCulture)]! : node[name]!)
            .AsObject();

    private async Task AssertMissesAsync(string member, JsonObject response)
    {
        var error = await Assert.ThrowsAsync<InvalidResponseException>(() => ReadAsync(response.ToJsonString()));
        Assert.Contains(member, error.Message, StringComparison.Ordinal);
    }
}
