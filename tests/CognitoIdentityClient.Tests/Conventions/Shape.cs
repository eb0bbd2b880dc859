namespace CognitoIdentity.Tests.Conventions;

/// <summary>A request, a response or a data type: the record, and its members in the contract.</summary>
internal sealed record Shape(Type Type, IReadOnlyList<MemberContract> Members)
{
    /// <summary>Every shape by its record's name.</summary>
    public static IReadOnlyDictionary<string, Shape> All { get; } = Contract.Instance.Operations
        .SelectMany(operation => new Shape[]
        {
            new(RequestType(operation.Key), operation.Value.Request),
            new(ResponseType(operation.Key), operation.Value.Response),
        })
        .Concat(Contract.Instance.DataTypes.Select(type => new Shape(PublicType(type.Key), type.Value.Members)))
        .DistinctBy(shape => shape.Type)
        .ToDictionary(shape => shape.Type.Name);

    public static TheoryData<string> Names { get; } = new(All.Keys);

    public static TheoryData<string> RequestNames { get; } =
        new(Contract.Instance.Operations.Keys.Select(operation => RequestType(operation).Name));

    public static Type RequestType(string operation) => PublicType(operation + "Request");

    /// <summary>Three operations answer with the pool itself, as the service does.</summary>
    public static Type ResponseType(string operation) => operation is "CreateIdentityPool" or "DescribeIdentityPool" or "UpdateIdentityPool"
        ? typeof(IdentityPool)
        : PublicType(operation + "Response");

    public static Type PublicType(string name) =>
        typeof(ICognitoIdentityClient).Assembly.GetType("CognitoIdentity." + name, throwOnError: true)!;
}
