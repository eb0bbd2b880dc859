using System.Globalization;

namespace CognitoIdentity.Testing;

/// <summary>Shows faults as documents and sentences, and reads them from requests.</summary>
internal static class FaultView
{
    /// <summary>The members of a fault in a request.</summary>
    public static readonly string[] Members = ["kind", "operation", "count", "probability", "code", "message", "statusCode", "seconds"];

    private static readonly string[] MembersOfSomeKinds = ["code", "message", "statusCode", "seconds"];

    public static FaultDocument Document(int id, Fault fault, int? left) => new(
        id,
        Name(fault.Kind),
        Describe(fault),
        fault.Operation,
        left,
        fault.Probability,
        fault.Kind == FaultKind.Error ? fault.Code : null,
        fault.Kind == FaultKind.Error ? fault.Message : null,
        fault.Kind is FaultKind.Error or FaultKind.Status ? fault.StatusCode : null,
        fault.Kind is FaultKind.Delay or FaultKind.WrongDate && fault.Time != Timeout.InfiniteTimeSpan ? fault.Time.TotalSeconds : null);

    public static string Describe(Fault fault) => fault.Kind switch
    {
        FaultKind.Error => $"Respond with {fault.Code}",
        FaultKind.Status => $"Respond with status {fault.StatusCode}",
        FaultKind.Delay when fault.Time == Timeout.InfiniteTimeSpan => "Never respond",
        FaultKind.Delay => $"Delay the response by {Seconds(fault.Time)} s",
        FaultKind.ConnectionLostBeforeWork => "Close the connection before any work",
        FaultKind.ConnectionLostAfterWork => "Do the work, then close the connection",
        FaultKind.TruncatedBody => "Cut the response in half",
        FaultKind.GarbageBody => "Respond with an HTML page",
        _ => $"Put a Date header that is off by {Seconds(fault.Time)} s",
    };

    /// <exception cref="ControlError">A member is missing, does not belong to the kind, or is of the wrong type.</exception>
    public static Fault Read(ControlBody body)
    {
        var kind = body.RequiredText("kind");
        Fault fault;
        string[] own;
        switch (kind)
        {
            case "throttling":
                (fault, own) = (Fault.Throttling(), []);
                break;
            case "error":
                var status = body.WholeNumber("statusCode") ?? 400;
                (fault, own) =
                    (Fault.Error(body.RequiredText("code"), body.Text("message") ?? "", status), ["code", "message", "statusCode"]);
                break;
            case "status":
                var bare = body.WholeNumber("statusCode") ?? throw ControlError.Invalid("'statusCode' is required.");
                (fault, own) = (Fault.Status(bare), ["statusCode"]);
                break;
            case "delay":
                var wait = body.Number("seconds") is { } seconds ? Time(seconds) : Timeout.InfiniteTimeSpan;
                (fault, own) = (Fault.Delay(wait), ["seconds"]);
                break;
            case "connectionLostBeforeWork":
                (fault, own) = (Fault.ConnectionLostBeforeWork(), []);
                break;
            case "connectionLostAfterWork":
                (fault, own) = (Fault.ConnectionLostAfterWork(), []);
                break;
            case "truncatedBody":
                (fault, own) = (Fault.TruncatedBody(), []);
                break;
            case "garbageBody":
                (fault, own) = (Fault.GarbageBody(), []);
                break;
            case "wrongDate":
                var offset = body.Number("seconds") ?? throw ControlError.Invalid("'seconds' is required.");
                (fault, own) = (Fault.WrongDate(Time(offset)), ["seconds"]);
                break;
            default:
                throw ControlError.Invalid(
                    $"'kind' must be one of {string.Join(", ", Enum.GetValues<FaultKind>().Select(Name).Prepend("throttling"))}.");
        }

        RequireNone(body, kind, MembersOfSomeKinds.Except(own));
        return fault with
        {
            Operation = body.Text("operation"),
            Count = body.WholeNumber("count"),
            Probability = body.Number("probability") ?? 1,
        };
    }

    private static void RequireNone(ControlBody body, string kind, IEnumerable<string> members)
    {
        if (members.FirstOrDefault(body.Has) is { } member)
        {
            throw ControlError.Invalid($"'{member}' does not belong to a fault of the kind {kind}.");
        }
    }

    private static TimeSpan Time(double seconds) => Math.Abs(seconds) <= TimeSpan.MaxValue.TotalSeconds / 2
        ? TimeSpan.FromSeconds(seconds)
        : throw ControlError.Invalid("'seconds' is too large.");

    private static string Name(FaultKind kind)
    {
        var name = $"{kind}";
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
