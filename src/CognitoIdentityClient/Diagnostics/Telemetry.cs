using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CognitoIdentity;

/// <summary>The source of spans and the meter of the client. Both are named <c>CognitoIdentity</c>.</summary>
/// <remarks>
/// Names and values follow version 1.41.0 of OpenTelemetry's semantic conventions: for spans those of AWS SDK clients, which have kept
/// <c>rpc.system</c>, <c>rpc.service</c> and <c>rpc.method</c>, and for the duration of calls those of RPC metrics.
/// https://opentelemetry.io/docs/specs/semconv/cloud-providers/aws-sdk/ https://opentelemetry.io/docs/specs/semconv/rpc/rpc-metrics/
/// </remarks>
internal static class Telemetry
{
    private const string Name = "CognitoIdentity";

    // The service's name (its service id) in the models of the AWS SDKs.
    public const string Service = "Cognito Identity";

    public const string System = "aws-api";

    private static readonly string? Version = typeof(Telemetry).Assembly.GetName().Version?.ToString(fieldCount: 3);

    // .NET intends one source and one meter for a process; neither has the state of a client or a user.
    public static readonly ActivitySource Source = new(Name, Version);

    public static readonly Meter Meter = new(Name, Version);

    /// <summary>Returns the value of <c>error.type</c>: the service's code, or the exception's type if there is no code.</summary>
    public static string ErrorType(Exception exception) =>
        (exception as CognitoIdentityException)?.ErrorCode ?? exception.GetType().FullName!;
}
