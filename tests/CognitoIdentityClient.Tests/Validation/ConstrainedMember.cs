using System.Text.Json.Nodes;
using CognitoIdentity.Tests.Conventions;

namespace CognitoIdentity.Tests.Validation;

/// <summary>A member of a request, or of an object in one, with its constraints.</summary>
/// <param name="Operation">The operation whose request it is in.</param>
/// <param name="Path">The path of the member, as a violation names it.</param>
/// <param name="Contract">Its constraints.</param>
/// <param name="Parent">Finds the object that has it in the JSON of <see cref="ValidRequest"/>.</param>
internal sealed record ConstrainedMember(string Operation, string Path, MemberContract Contract, Func<JsonObject, JsonObject> Parent)
{
    public string Key => $"{Operation}: {Path}";

    /// <summary>Every member of every request.</summary>
    public static IReadOnlyDictionary<string, ConstrainedMember> All { get; } = Conventions.Contract.Instance.Operations
        .SelectMany(operation => Expand(operation.Key, "", operation.Value.Request, request => request))
        .ToDictionary(member => member.Key);

    public static TheoryData<string> Keys { get; } = new(All.Keys);

    /// <summary>The JSON of a valid request, with a value of this member's that is another.</summary>
    public JsonObject RequestWith(JsonNode? value)
    {
        var request = ValidRequest.Json(Operation);
        Parent(request)[Contract.Name] = value;
        return request;
    }

    private static IEnumerable<ConstrainedMember> Expand(
        string operation,
        string prefix,
        IReadOnlyList<MemberContract> members,
        Func<JsonObject, JsonObject> parent) =>
        members.SelectMany(member =>
        {
            var path = prefix + member.Name;
            ConstrainedMember self = new(operation, path, Limits.For(member), parent);
            return Inside(member) is var (type, step, find)
                ? Expand(operation, $"{path}{step}.", Conventions.Contract.Instance.DataTypes[type].Members,
                    request => find(parent(request)[member.Name]!))
                    .Prepend(self)
                : [self];
        });

    /// <summary>The objects in a member: their type, how a path goes into the first, and how to find it.</summary>
    private static (string Type, string Step, Func<JsonNode, JsonObject> Find)? Inside(MemberContract member) =>
        member.Type.Split(' ') switch
        {
            ["Array", "of", var type, "objects"] => (type, "[0]", node => node[0]!.AsObject()),
            ["String", "to", var type, "object", "map"] =>
                (type, $"[\"{ValidRequest.MapKey}\"]", node => node[ValidRequest.MapKey]!.AsObject()),
            [var type, "object"] => (type, "", node => node.AsObject()),
            _ => null,
        };
}
