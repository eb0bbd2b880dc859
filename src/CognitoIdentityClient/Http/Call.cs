using Polly;

namespace CognitoIdentity;

/// <summary>One call of an operation, over all its attempts.</summary>
internal sealed class Call(Operation operation, byte[] body, string invocationId)
{
    /// <summary>The option of a request message under which the handlers find the call.</summary>
    public static readonly HttpRequestOptionsKey<Call> OptionsKey = new("CognitoIdentity.Call");

    private static readonly ResiliencePropertyKey<Call> ContextKey = new("CognitoIdentity.Call");

    public Operation Operation { get; } = operation;

    /// <summary>The request's JSON, the same at every attempt.</summary>
    public byte[] Body { get; } = body;

    /// <summary>The value of <c>amz-sdk-invocation-id</c>, the same at every attempt.</summary>
    public string InvocationId { get; } = invocationId;

    /// <summary>How many attempts were begun.</summary>
    public int Attempts { get; private set; }

    public int RetryAttempts => Math.Max(Attempts - 1, 0);

    /// <summary>When the latest attempt was sent, by the local clock.</summary>
    public DateTimeOffset Sent { get; set; }

    /// <summary>How long the latest answer asked to wait before the next attempt, if it did.</summary>
    public TimeSpan? AskedDelay { get; set; }

    /// <summary>What the latest retry took from the quota.</summary>
    public int? LastRetryCost { get; set; }

    /// <summary>The call that a strategy works on.</summary>
    public static Call From(ResilienceContext context) => context.Properties.GetValue(ContextKey, null!);

    public void BeginAttempt()
    {
        Attempts++;
        AskedDelay = null;
    }

    public void AttachTo(ResilienceContext context) => context.Properties.Set(ContextKey, this);
}
