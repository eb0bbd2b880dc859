using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CognitoIdentity;

/// <summary>The effect of a call on the service, which decides whether it may be repeated after an unknown outcome.</summary>
internal enum OperationEffect
{
    /// <summary>Changes nothing: may be repeated after any failure.</summary>
    Read,

    /// <summary>Changes something, and carried out twice leaves the same state as carried out once.</summary>
    RepeatableWrite,

    /// <summary>
    /// Removes something, and carried out twice leaves the same state as carried out once. A repetition that no longer finds it shows that
    /// it was removed before.
    /// </summary>
    RepeatableRemoval,

    /// <summary>A write that creates a second resource if it is carried out twice.</summary>
    NonRepeatableWrite,
}

/// <summary>The description of an operation for the pipeline: handlers read this and never an operation's name.</summary>
internal abstract class Operation(string name, RequestSigner? signer, OperationEffect effect, bool hasOutput)
{
    /// <summary>The operation's name in the API reference, as in <c>GetId</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The value of the <c>X-Amz-Target</c> header.</summary>
    public string Target { get; } = "AWSCognitoIdentityService." + name;

    /// <summary>Whether the service wants a signature. The anonymous operations never touch credentials.</summary>
    public bool IsSigned => Signer is not null;

    /// <summary>Signs the requests; null for an anonymous operation.</summary>
    public RequestSigner? Signer { get; } = signer;

    public OperationEffect Effect { get; } = effect;

    /// <summary>
    /// Whether the body of a success is read. If not, the API reference says that it is empty, and whatever comes is ignored.
    /// </summary>
    public bool HasOutput { get; } = hasOutput;

    /// <summary>Returns whether the name that a reader stands at is a member of the response.</summary>
    public abstract bool IsResponseMember(in Utf8JsonReader name);

    /// <summary>Reads the body of a success; null for a body that is JSON's <c>null</c>.</summary>
    /// <exception cref="JsonException">The body is not a response of the operation.</exception>
    public abstract CognitoIdentityResponse? ReadResponse(ReadOnlySpan<byte> body);
}

/// <summary>An operation with the JSON of its request and of its response.</summary>
/// <param name="name">The operation's name in the API reference.</param>
/// <param name="signer">Signs the requests; null if the service wants no signature.</param>
/// <param name="effect">What a call does to the service.</param>
/// <param name="requestJson">The JSON of the request.</param>
/// <param name="responseJson">The JSON of the response.</param>
/// <param name="hasOutput">
/// False where the API reference says that the service responds with an empty body: whatever body comes is then ignored.
/// </param>
internal sealed class Operation<TRequest, TResponse>(
    string name,
    RequestSigner? signer,
    OperationEffect effect,
    JsonTypeInfo<TRequest> requestJson,
    JsonTypeInfo<TResponse> responseJson,
    bool hasOutput = true)
    : Operation(name, signer, effect, hasOutput)
    where TRequest : IValidatable
    where TResponse : CognitoIdentityResponse
{
    public JsonTypeInfo<TRequest> RequestJson { get; } = requestJson;

    public JsonTypeInfo<TResponse> ResponseJson { get; } = responseJson;

    /// <summary>Checks a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="validation">The checks to apply.</param>
    /// <param name="region">The region that ids in the request must be of; null for any.</param>
    /// <exception cref="RequestValidationException">The request is invalid.</exception>
    public void Validate(TRequest request, RequestValidation validation, string? region)
    {
        if (validation == RequestValidation.None)
        {
            return;
        }

        var checker = new RequestChecker(validation, region);
        request.Validate(ref checker);
        checker.ThrowIfAny(Name);
    }

    /// <summary>
    /// Returns the JSON of a request without secrets, UTF-8. The call pipeline writes requests by itself and clears what it used.
    /// </summary>
    public byte[] WriteRequest(TRequest request) => JsonSerializer.SerializeToUtf8Bytes(request, RequestJson);

    // A body of no bytes is the empty output of any operation.
    public override CognitoIdentityResponse? ReadResponse(ReadOnlySpan<byte> body) =>
        JsonSerializer.Deserialize(HasOutput && !body.IsEmpty ? body : "{}"u8, ResponseJson);

    public override bool IsResponseMember(in Utf8JsonReader name)
    {
        foreach (var property in ResponseJson.Properties)
        {
            if (name.ValueTextEquals(property.Name))
            {
                return true;
            }
        }

        return false;
    }
}
