using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>One operation of the service: its name on the wire, whether callers must sign it, and its rule.</summary>
/// <param name="Name">The name in X-Amz-Target, after the dot.</param>
/// <param name="IsSigned">False for an anonymous operation, which needs no credentials.</param>
/// <param name="Execute">Carries the operation out; returns null for an operation whose response has no body.</param>
internal sealed record Operation(string Name, bool IsSigned, Func<OperationCall, JsonObject?> Execute);
