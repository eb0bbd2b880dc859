using Polly;

namespace CognitoIdentity;

/// <summary>One call of an operation, over all its attempts.</summary>
internal sealed class Call(Operation operation, byte[] body, string invocationId)
{
    /// <summary>The property of a resilience context under which the strategies find the call.</summary>
    public static readonly ResiliencePropertyKey<Call> ContextKey = new("CognitoIdentity.Call");

    public Operation Operation { get; } = operation;

    /// <summary>The request's JSON, the same at every attempt.</summary>
    public byte[] Body { get; } = body;

    /// <summary>The value of <c>amz-sdk-invocation-id</c>, the same at every attempt.</summary>
    public string InvocationId { get; } = invocationId;

    /// <summary>How many attempts were begun.</summary>
    public int Attempts { get; private set; }

    public int RetryAttempts => Math.Max(Attempts - 1, 0);

    public void BeginAttempt() => Attempts++;
}
