using System.Text.Json.Nodes;

namespace CognitoIdentity;

/// <summary>Reads something, changes it, and writes all of it.</summary>
/// <param name="ReadAsync">Reads what there is.</param>
/// <param name="Operation">The operation that writes.</param>
/// <param name="ToRequest">The whole of it as a request; the first argument is what was read.</param>
/// <param name="WriteAsync">Writes it. Its result is what there is afterwards.</param>
internal sealed record Modification<T, TRequest, TResponse>(
    Func<CancellationToken, Task<T>> ReadAsync,
    Operation<TRequest, TResponse> Operation,
    Func<T, T, TRequest> ToRequest,
    Func<TRequest, T, CancellationToken, Task<T>> WriteAsync)
    where T : class
    where TRequest : IValidatable
    where TResponse : CognitoIdentityResponse
{
    public async Task<T> RunAsync(
        ICognitoIdentityClient client,
        string identityPoolId,
        Func<T, T> change,
        ModifyOptions options,
        CancellationToken cancellationToken)
    {
        using var _ = await PoolLocks.For(client).EnterAsync(identityPoolId, cancellationToken).ConfigureAwait(false);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AttemptAsync(change, cancellationToken).ConfigureAwait(false);
            }
            catch (ConcurrentModificationException) when (attempt < options.MaxAttempts)
            {
                var delay = RetryDelay.Compute(attempt - 1, isThrottling: false, options.Jitter(), asked: null);
                await Task.Delay(delay, options.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<T> AttemptAsync(Func<T, T> change, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(cancellationToken).ConfigureAwait(false);
        // Before the change: it may work on the collections themselves.
        var unchanged = Content(ToRequest(before, before));
        var after = change(before) ?? throw new ArgumentException("The change returned null.", nameof(change));
        var request = ToRequest(before, after);
        return JsonNode.DeepEquals(Content(request), unchanged)
            ? before
            : await WriteAsync(request, after, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What would be sent: records with collections are equal only if they share them, so it is compared as JSON.</summary>
    private JsonNode? Content(TRequest request) => JsonNode.Parse(Operation.WriteRequest(request));
}
