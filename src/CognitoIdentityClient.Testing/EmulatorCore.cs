using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>
/// The service itself: a request in, an answer out, nothing of HTTP servers or clients. The order of the checks is the real
/// front end's: target, signature, JSON, constraints, the operation's own rules.
/// </summary>
internal sealed class EmulatorCore(EmulatorOptions options)
{
    /// <summary>More than this many bytes of body are refused.</summary>
    public const int MaxBodyBytes = 1024 * 1024;

    private static readonly string[] ContentTypes = [ServiceResponse.JsonContentType, "application/json"];

    private readonly SignatureVerifier _signatures = new(options);
    private readonly LoginVerifier _logins = new(options.TrustedKeys);

    public EmulatorState State { get; } = new();

    public OpenIdTokenIssuer Tokens { get; } = new();

    public Identifiers Identifiers { get; } = new(options.RandomSeed);

    public ServiceResponse Handle(ServiceRequest request, DateTimeOffset now)
    {
        var requestId = Guid.NewGuid().ToString();
        try
        {
            if (request.Method == "GET" && PublicDocuments.Find(request) is { } document)
            {
                lock (State.Lock)
                {
                    return ServiceResponse.Document(document(Tokens), requestId, now);
                }
            }
            return ServiceResponse.Success(Execute(request, now), requestId, now);
        }
        catch (ServiceError error)
        {
            return ServiceResponse.Error(error, requestId, now);
        }
    }

    private JsonObject? Execute(ServiceRequest request, DateTimeOffset now)
    {
        var operation = FindOperation(request);
        var caller = operation.IsSigned ? _signatures.Verify(request, now) : null;
        var input = RequestBody.Parse(request.Body);
        ConstraintChecker.Check(input, RequestContract.Requests[operation.Name]);
        lock (State.Lock)
        {
            return operation.Execute(new(State, _logins, Tokens, Identifiers, options, now, new RequestMembers(input), caller));
        }
    }

    private static Operation FindOperation(ServiceRequest request)
    {
        if (request.Method != "POST" || request.Path != "/" || !HasKnownContentType(request))
        {
            throw ServiceError.UnknownOperation(404);
        }

        if (request.Body.Length > MaxBodyBytes)
        {
            throw new ServiceError("RequestEntityTooLargeException", $"Request must be smaller than {MaxBodyBytes} bytes.", 413);
        }

        return OperationTable.Find(request) ?? throw ServiceError.UnknownOperation();
    }

    // The API reference's samples say application/json for some operations.
    private static bool HasKnownContentType(ServiceRequest request)
    {
        var mediaType = request.Header("Content-Type")?.Split(';')[0].Trim();
        return ContentTypes.Contains(mediaType, StringComparer.OrdinalIgnoreCase);
    }
}
