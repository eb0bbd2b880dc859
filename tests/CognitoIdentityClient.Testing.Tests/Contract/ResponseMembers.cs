using System.Text.Json;
using CognitoIdentity.Tests.Conventions;
using ApiContract = CognitoIdentity.Tests.Conventions.Contract;

namespace CognitoIdentity.Testing.Tests.Contract;

/// <summary>
/// Notes which members the responses have, as <c>Operation.Member.Member</c>. Members that the contract lacks are noted, too.
/// </summary>
internal sealed class ResponseMembers(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public HashSet<string> Seen { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var operation = request.Headers.GetValues("X-Amz-Target").Single().Split('.')[^1];
        if (response.IsSuccessStatusCode && body.Length > 0)
        {
            Note(operation, JsonSerializer.Deserialize<JsonElement>(body), ApiContract.Instance.Operations[operation].Response);
        }

        return response;
    }

    private void Note(string path, JsonElement value, IReadOnlyList<MemberContract> members)
    {
        foreach (var property in value.EnumerateObject().Where(property => HasValue(property.Value)))
        {
            var own = $"{path}.{property.Name}";
            Seen.Add(own);
            var words = members.SingleOrDefault(member => member.Name == property.Name)?.Type.Split(' ') ?? [];
            if (words.FirstOrDefault(ApiContract.Instance.DataTypes.ContainsKey) is { } type)
            {
                foreach (var element in Elements(property.Value, words[^1]))
                {
                    Note(own, element, ApiContract.Instance.DataTypes[type].Members);
                }
            }
        }
    }

    // A member that is always null, or always empty, is as good as missing.
    private static bool HasValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.Object => value.EnumerateObject().Any(),
        _ => true,
    };

    private static IEnumerable<JsonElement> Elements(JsonElement value, string kind) => kind switch
    {
        "objects" => value.EnumerateArray(),
        "map" => value.EnumerateObject().Select(entry => entry.Value),
        _ => [value],
    };
}
