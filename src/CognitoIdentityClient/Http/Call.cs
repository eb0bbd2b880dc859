using Amazon.Runtime;

namespace CognitoIdentity;

/// <summary>One call of an operation, over all its attempts.</summary>
/// <param name="operation">The operation.</param>
/// <param name="body">The request's JSON, the same at every attempt.</param>
/// <param name="invocationId">The value of <c>amz-sdk-invocation-id</c>, the same at every attempt.</param>
/// <param name="cancellationToken">Cancels the call; the timeouts of the client have tokens of their own.</param>
internal sealed class Call(Operation operation, byte[] body, string invocationId, CancellationToken cancellationToken)
{
    public Operation Operation { get; } = operation;

    public byte[] Body { get; } = body;

    public string InvocationId { get; } = invocationId;

    /// <summary>Whether the caller canceled the call, in contrast to a timeout of the client.</summary>
    public bool IsCanceled => cancellationToken.IsCancellationRequested;

    /// <summary>The number of attempts that were handed to the message handlers.</summary>
    public int Attempts { get; private set; }

    public int RetryAttempts => Math.Max(Attempts - 1, 0);

    /// <summary>Whether the next attempt still waits for its AWS credentials.</summary>
    public bool IsFetchingCredentials { get; private set; }

    /// <summary>The measurements of the call; null without a listener.</summary>
    public CallObservation? Observation { get; set; }

    /// <summary>The credentials of the attempt; null for an anonymous operation.</summary>
    public ImmutableCredentials? Keys { get; set; }

    /// <summary>The body of the attempt's request, which knows whether it was sent; null before the attempt.</summary>
    public RequestContent? Content { get; set; }

    /// <summary>The time by the local clock at which the attempt was sent.</summary>
    public DateTimeOffset Sent { get; set; }

    /// <summary>The clock skew that the attempt was signed with.</summary>
    public TimeSpan SignedSkew { get; set; }

    /// <summary>The clock skew that the attempt's response taught; null if it taught none.</summary>
    public TimeSpan? TaughtSkew { get; set; }

    /// <summary>Whether the call was repeated for a wrong clock already: the first such retry costs nothing.</summary>
    public bool WasRetriedForSkew { get; set; }

    /// <summary>The wait before the next attempt that the latest response asked for; null if it asked for none.</summary>
    public TimeSpan? AskedDelay { get; set; }

    /// <summary>The tokens that the latest retry took from the quota; null if none did.</summary>
    public int? LastRetryCost { get; private set; }

    /// <summary>The tokens that were taken for a retry that has not been sent yet.</summary>
    public int UnsentRetryCost { get; private set; }

    /// <summary>The error of the latest attempt that failed with one; null before.</summary>
    public CognitoIdentityException? LastFailure { get; set; }

    /// <summary>Whether the latest attempt leaves open what the service did.</summary>
    public bool IsAttemptOpen { get; private set; }

    /// <summary>Whether any attempt so far leaves open what the service did.</summary>
    public bool MayHaveBeenCarriedOut { get; private set; }

    /// <summary>Begins to fetch the credentials of the next attempt. That sends nothing, so it is no attempt yet.</summary>
    public void BeginCredentials()
    {
        IsFetchingCredentials = Operation.IsSigned;
        IsAttemptOpen = false;
        Content = null;
    }

    public void BeginAttempt()
    {
        IsFetchingCredentials = false;
        Attempts++;
        UnsentRetryCost = 0;
        AskedDelay = null;
        TaughtSkew = null;
    }

    /// <summary>Records that the attempt ended without saying what the service did.</summary>
    public void LeaveOpen()
    {
        IsAttemptOpen = true;
        MayHaveBeenCarriedOut = true;
    }

    /// <summary>Records the tokens that were taken from the quota for the next attempt.</summary>
    public void PayForRetry(int cost)
    {
        LastRetryCost = cost;
        UnsentRetryCost = cost;
    }
}
