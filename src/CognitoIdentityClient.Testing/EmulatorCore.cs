using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace CognitoIdentity.Testing;

/// <summary>
/// The service itself: a request in, a response out, nothing of HTTP servers or clients. The order of the checks is the real front
/// end's: target, signature, JSON, constraints, the operation's own rules.
/// </summary>
internal sealed class EmulatorCore
{
    /// <summary>More than this many bytes of body are refused.</summary>
    public const int MaxBodyBytes = 1024 * 1024;

    private static readonly string[] ContentTypes = [ServiceResponse.JsonContentType, "application/json"];

    private readonly EmulatorOptions _options;
    private readonly ILogger _log;
    private readonly TokenKeys _keys;
    private readonly LoginVerifier _logins;
    private readonly CredentialsIssuer _credentials;
    private readonly SignatureVerifier _signatures;
    private readonly AssumeRoleWithWebIdentity _assumeRole;

    public EmulatorCore(EmulatorOptions options, ILogger log)
    {
        _options = options;
        _log = log;
        Identifiers = new(options.RandomSeed);
        _keys = new(options, Tokens);
        _logins = new(_keys);
        _credentials = new(Identifiers);
        _signatures = new(options, _credentials);
        State = new() { Journal = options.HasControlApi ? new() : null };
        _assumeRole = new(State, Tokens, _credentials);
    }

    public EmulatorState State { get; }

    public OpenIdTokenIssuer Tokens { get; } = new();

    public Identifiers Identifiers { get; }

    /// <summary>Reads and verifies login tokens, as the operations do.</summary>
    public (TokenKeys Keys, LoginVerifier Verifier) Logins => (_keys, _logins);

    /// <summary>Whether the request calls an operation; other requests are for documents about the service.</summary>
    public static bool IsCall(ServiceRequest request) => request.Method != "GET" || QueryRequest.IsOn(request);

    /// <summary>The name of the operation that the request calls; null for one that the emulator does not have.</summary>
    public static string? OperationName(ServiceRequest request) =>
        QueryRequest.IsOn(request) ? QueryRequest.OperationName(request) : OperationTable.Find(request)?.Name;

    /// <summary>The error in the protocol of the request.</summary>
    public static ServiceResponse Refuse(ServiceRequest request, ServiceError error, DateTimeOffset now)
    {
        var requestId = Guid.NewGuid().ToString();
        return QueryRequest.IsOn(request) ? QueryResponse.Error(error, requestId, now) : ServiceResponse.Error(error, requestId, now);
    }

    public ServiceResponse Handle(ServiceRequest request, DateTimeOffset now)
    {
        try
        {
            var requestId = Guid.NewGuid().ToString();
            if (!IsCall(request))
            {
                var document = PublicDocuments.Find(request, _options.Regions[0]) ?? throw ServiceError.UnknownOperation(404);
                return ServiceResponse.Document(document(Tokens), requestId, now);
            }

            return QueryRequest.IsOn(request)
                ? _assumeRole.Execute(request, requestId, now)
                : ServiceResponse.Success(Execute(request, now), requestId, now);
        }
        catch (ServiceError error)
        {
            return Refuse(request, error, now);
        }
        catch (Exception failure)
        {
            _log.Failed(failure, OperationName(request) ?? "unknown operation");
            return Refuse(request, ServiceError.Internal(failure), now);
        }
    }

    private JsonObject? Execute(ServiceRequest request, DateTimeOffset now)
    {
        var operation = FindOperation(request);
        var caller = operation.IsSigned ? _signatures.Verify(request, now) : null;
        var input = RequestBody.Parse(request.Body);
        ConstraintChecker.Check(input, RequestContract.Requests[operation.Name]);
        var members = new RequestMembers(input);
        // Signatures of tokens are verified before the lock and made after it: they take longer than everything else.
        LoginToken[] logins = [.. members.Map("Logins").Select(login => _keys.Read(login.Key, login.Value))];
        var call = new OperationCall(State, _logins, _credentials, Identifiers, _options, now, members, logins, caller);
        JsonObject? output;
        lock (State.Lock)
        {
            output = operation.Execute(call);
            request.Exchange?.Changes = State.Journal?.Take() ?? [];
        }

        if (call.TokenClaims is { } claims)
        {
            output!["Token"] = Tokens.Sign(claims);
        }

        return output;
    }

    private static Operation FindOperation(ServiceRequest request)
    {
        if (request.Method != "POST" || request.Path != "/" || !HasKnownContentType(request))
        {
            throw ServiceError.UnknownOperation(404);
        }

        RequireSize(request);
        return OperationTable.Find(request) ?? throw ServiceError.UnknownOperation();
    }

    /// <exception cref="ServiceError">The body is too large.</exception>
    public static void RequireSize(ServiceRequest request)
    {
        if (request.Body.Length > MaxBodyBytes)
        {
            throw new ServiceError("RequestEntityTooLargeException", $"Request must be smaller than {MaxBodyBytes} bytes.", 413);
        }
    }

    // The API reference's samples say application/json for some operations.
    private static bool HasKnownContentType(ServiceRequest request) =>
        ContentTypes.Contains(request.MediaType, StringComparer.OrdinalIgnoreCase);
}
