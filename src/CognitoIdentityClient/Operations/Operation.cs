using System.Text.Json.Serialization.Metadata;

namespace CognitoIdentity;

/// <summary>What a call of an operation does to the service, and so what may be done after a failure that leaves the outcome open.</summary>
internal enum OperationEffect
{
    /// <summary>Changes nothing: may be repeated after any failure.</summary>
    Read,

    /// <summary>Changes something, and carried out twice leaves the same state as carried out once.</summary>
    RepeatableWrite,

    /// <summary>Carried out twice, it makes a second resource.</summary>
    NonRepeatableWrite,
}

/// <summary>What the pipeline needs to know of an operation: handlers read this and never an operation's name.</summary>
internal abstract class Operation(string name, bool isSigned, OperationEffect effect)
{
    /// <summary>The option of a request message under which the handlers find the operation.</summary>
    public static readonly HttpRequestOptionsKey<Operation> OptionsKey = new("CognitoIdentity.Operation");

    /// <summary>The operation's name in the API reference, as in <c>GetId</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The value of the <c>X-Amz-Target</c> header.</summary>
    public string Target { get; } = "AWSCognitoIdentityService." + name;

    /// <summary>Whether the service wants a signature. The anonymous operations never touch credentials.</summary>
    public bool IsSigned { get; } = isSigned;

    public OperationEffect Effect { get; } = effect;
}

/// <summary>An operation with the JSON of its request and of its response.</summary>
internal sealed class Operation<TRequest, TResponse>(
    string name,
    bool isSigned,
    OperationEffect effect,
    JsonTypeInfo<TRequest> requestJson,
    JsonTypeInfo<TResponse> responseJson,
    bool hasOutput = true)
    : Operation(name, isSigned, effect)
    where TResponse : CognitoIdentityResponse
{
    public JsonTypeInfo<TRequest> RequestJson { get; } = requestJson;

    public JsonTypeInfo<TResponse> ResponseJson { get; } = responseJson;

    /// <summary>False where the API reference says that the service answers with an empty body; whatever body comes is then ignored.</summary>
    public bool HasOutput { get; } = hasOutput;
}
