using System.Reflection;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>A request, a response or a data type: the record, and its members in the contract.</summary>
internal sealed record Shape(Type Type, IReadOnlyList<MemberContract> Members)
{
    /// <summary>
    /// Every shape by its record's name. One without a record is missing here: <see cref="OperationPlaceTests"/> names it.
    /// </summary>
    public static IReadOnlyDictionary<string, Shape> All { get; } = Contract.Instance.Operations
        .SelectMany(operation => new[]
        {
            (Name: operation.Key + "Request", Members: operation.Value.Request),
            (Name: ResponseName(operation.Key), Members: operation.Value.Response),
        })
        .Concat(Contract.Instance.DataTypes.Select(type => (Name: type.Key, type.Value.Members)))
        .DistinctBy(shape => shape.Name)
        .Where(shape => FindType(shape.Name) is not null)
        .ToDictionary(shape => shape.Name, shape => new Shape(PublicType(shape.Name), shape.Members));

    public static TheoryData<string> Names { get; } = new(All.Keys);

    public static TheoryData<string> RequestNames { get; } =
        new(Contract.Instance.Operations.Keys.Select(operation => operation + "Request").Where(All.ContainsKey));

    public static Type RequestType(string operation) => PublicType(operation + "Request");

    public static Type ResponseType(string operation) => PublicType(ResponseName(operation));

    /// <summary>Returns the operation's description for the pipeline, which its request has.</summary>
    public static Operation Descriptor(string operation) => Assert.IsAssignableFrom<Operation>(
        RequestType(operation).GetProperty("Operation", BindingFlags.Static | BindingFlags.NonPublic)?.GetValue(null));

    /// <summary>Returns the name of the response's record. Three operations return the pool itself, as the service does.</summary>
    public static string ResponseName(string operation) =>
        operation is "CreateIdentityPool" or "DescribeIdentityPool" or "UpdateIdentityPool" ? nameof(IdentityPool) : operation + "Response";

    public static Type PublicType(string name) => FindType(name)
        ?? throw new InvalidOperationException(
            $"The contract has {name}, and the client has no public type of that name: see {nameof(OperationPlaceTests)}.");

    private static Type? FindType(string name) => typeof(ICognitoIdentityClient).Assembly.GetType("CognitoIdentity." + name);
}
