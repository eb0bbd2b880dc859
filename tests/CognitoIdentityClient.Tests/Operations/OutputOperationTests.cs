using System.Text.Json.Nodes;

namespace CognitoIdentity.Tests.Operations;

/// <summary>An operation that answers with a JSON object.</summary>
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

    [Fact]
    public async Task Response_with_null_for_every_other_member_is_read()
    {
        var response = JsonNode.Parse(GoldenFile.Response(Name))!.AsObject();
        foreach (var name in response.Select(member => member.Key).Except(NeededMembers).ToList())
        {
            response[name] = null;
        }

        await ReadAsync(response.ToJsonString());
    }

    [Fact]
    public async Task Response_with_unknown_members_is_read_without_them()
    {
        var response = JsonNode.Parse(GoldenFile.Response(Name))!.AsObject();
        response["NewOfTheService"] = new JsonObject { ["Nested"] = new JsonArray(1, null, "text") };
        response["ResponseMetadata"] = new JsonObject { ["RequestId"] = "not the service's" };

        AssertResponse(await ReadAsync(response.ToJsonString()));
    }

    private async Task AssertMissesAsync(string member, JsonObject response)
    {
        var error = await Assert.ThrowsAsync<InvalidResponseException>(() => ReadAsync(response.ToJsonString()));
        Assert.Contains(member, error.Message, StringComparison.Ordinal);
    }
}
