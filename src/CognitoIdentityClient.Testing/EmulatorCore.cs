using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace CognitoIdentity.Testing;

/// <summary>
/// The service itself: a request in, a response out, nothing of HTTP servers or clients. The order of the checks is the real front
/// end's: target, signature, JSON, constraints, the operation's own rules.
/// </summary>
internal sealed class EmulatorCore
{
    /// <summary>The maximum size of a request body, in bytes.</summary>
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
        _keys = new(options, Tokens, log);
        _logins = new(_keys);
        _credentials = new(Identifiers);
        _signatures = new(options, _credentials);
        State = new() { Journal = options.HasControlApi ? new() : null };
        _assumeRole = new(State, Tokens, _credentials);
    }

    public EmulatorState State { get; }

    public OpenIdTokenIssuer Tokens { get; } = new();

    public Identifiers Identifiers { get; }

    /// <summary>The keys and the verifier of login tokens, as the operations use them.</summary>
    public (TokenKeys Keys, LoginVerifier Verifier) Logins => (_keys, _logins);

    /// <summary>
    /// Returns whether the request calls an operation, of this service or of another one; other requests are for documents about the
    /// service.
    /// </summary>
    public static bool IsCall(ServiceRequest request) =>
        request.Method is not ("GET" or "HEAD") || QueryRequest.IsOn(request) || CalledService.FindOther(request) is not null;

    /// <summary>Returns the name of the operation that the request calls; null for one that the emulator does not have.</summary>
    public static string? OperationName(ServiceRequest request) =>
        QueryRequest.IsOn(request) ? QueryRequest.OperationName(request) : OperationTable.Find(request)?.Name;

    /// <summary>Returns the error in the protocol of the request.</summary>
    public static ServiceResponse Refuse(ServiceRequest request, ServiceError error, DateTimeOffset now) =>
        ErrorResponse.Create(request, error, Guid.NewGuid().ToString(), now);

    public async ValueTask<ServiceResponse> HandleAsync(ServiceRequest request, DateTimeOffset now, CancellationToken cancellationToken)
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
                : ServiceResponse.Success(await ExecuteAsync(request, now, cancellationToken).ConfigureAwait(false), requestId, now);
        }
        catch (ServiceError error)
        {
            return Refuse(request, error, now);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            _log.Failed(failure, OperationName(request) ?? "unknown operation");
            return Refuse(request, ServiceError.Internal(failure), now);
        }
    }

    private async ValueTask<JsonObject?> ExecuteAsync(ServiceRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var operation = FindOperation(request);
        var caller = operation.IsSigned ? _signatures.Verify(request, now) : null;
        var input = RequestBody.Parse(request.Body);
        ConstraintChecker.Check(input, RequestContract.Requests[operation.Name]);
        var members = new RequestMembers(input);
        // Signatures of tokens are verified before the lock and made after it: they take longer than everything else.
        var logins = await _keys.ReadAsync(members.Map("Logins"), cancellationToken).ConfigureAwait(false);
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
            throw NoOperation(request, 404);
        }

        RequireSize(request);
        return OperationTable.Find(request) ?? throw NoOperation(request, 400);
    }

    private static ServiceError NoOperation(ServiceRequest request, int status) =>
        CalledService.FindOther(request) is { } other ? ServiceError.OtherService(other) : ServiceError.UnknownOperation(status);

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
