using System.Diagnostics.CodeAnalysis;

namespace CognitoIdentity;

/// <summary>The time from the creation of a client to its disposal, which ends its calls.</summary>
[SuppressMessage(
    "Design", "CA1001", Justification = "A call that begins during the disposal may still link to the token; it has no timer to free.")]
internal sealed class ClientLifetime
{
    private readonly CancellationTokenSource _end = new();

    /// <summary>Whether the client was disposed.</summary>
    public bool HasEnded => _end.IsCancellationRequested;

    /// <summary>Begins a call that the disposal cancels.</summary>
    /// <param name="caller">The caller's token.</param>
    /// <param name="token">The token of the call.</param>
    /// <returns>The link between the two, to be disposed after the call; null if the caller cannot cancel and there is none.</returns>
    /// <exception cref="CognitoIdentityClientDisposedException">The client was disposed.</exception>
    public CancellationTokenSource? Begin(CancellationToken caller, out CancellationToken token)
    {
        if (HasEnded)
        {
            throw new CognitoIdentityClientDisposedException();
        }

        var link = caller.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(caller, _end.Token) : null;
        token = link?.Token ?? _end.Token;
        return link;
    }

    /// <summary>Ends the calls in progress.</summary>
    public void End() => _end.Cancel();

    /// <summary>
    /// Returns what a call ends with, if the disposal ended it: an exception that says so, otherwise the exception as it is.
    /// </summary>
    /// <param name="exception">The exception.</param>
    /// <param name="operation">The operation that was called.</param>
    /// <param name="mayHaveBeenCarriedOut">Whether anything sent so far leaves open what the service did.</param>
    public Exception Explain(Exception exception, Operation operation, bool mayHaveBeenCarriedOut) =>
        HasEnded && (exception is OperationCanceledException or ObjectDisposedException or CognitoIdentityConnectionException)
            ? new CognitoIdentityClientDisposedException($"The client was disposed during the call of {operation.Name}.")
            {
                MayHaveBeenCarriedOut = mayHaveBeenCarriedOut,
            }
            : exception;
}
