using System.Text.Json.Nodes;

namespace CognitoIdentity;

/// <summary>The way in which every partial update runs: read, change, and write the whole, under the pool's lock.</summary>
internal static class Modification
{
    /// <summary>Runs a partial update, and repeats it when the service reports a concurrent one.</summary>
    /// <param name="poolLock">The lock of the pool.</param>
    /// <param name="options">Retry settings.</param>
    /// <param name="readAsync">Reads the current value.</param>
    /// <param name="change">Maps the current value to the desired one.</param>
    /// <param name="operation">The operation that writes.</param>
    /// <param name="toRequest">Creates the request that writes the whole of a value. The first argument is the value that was read.</param>
    /// <param name="writeAsync">Sends the request and returns the value after the change.</param>
    /// <param name="cancellationToken">Cancels the call, and the wait for other changes of the same pool.</param>
    public static async Task<T> RunAsync<T, TRequest, TResponse>(
        Task<IDisposable> poolLock,
        ModifyOptions options,
        Func<CancellationToken, Task<T>> readAsync,
        Func<T, T> change,
        Operation<TRequest, TResponse> operation,
        Func<T, T, TRequest> toRequest,
        Func<TRequest, T, CancellationToken, Task<T>> writeAsync,
        CancellationToken cancellationToken)
        where T : class
        where TRequest : IValidatable
        where TResponse : CognitoIdentityResponse
    {
        using var _ = await poolLock.ConfigureAwait(false);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var before = await readAsync(cancellationToken).ConfigureAwait(false);

                // Serialized first, because the change may modify the collections in place.
                var unchanged = ToJson(toRequest(before, before));
                var after = change(before) ?? throw new ArgumentException("The change returned null.", nameof(change));
                var request = toRequest(before, after);
                return JsonNode.DeepEquals(ToJson(request), unchanged)
                    ? before
                    : await writeAsync(request, after, cancellationToken).ConfigureAwait(false);
            }
            catch (ConcurrentModificationException) when (attempt < options.MaxAttempts)
            {
                var delay = RetryDelay.Compute(attempt - 1, isThrottling: false, options.Jitter(), asked: null);
                await Task.Delay(delay, options.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }

        // Records with collections are equal only if they share the collections, so requests are compared as JSON.
        JsonNode? ToJson(TRequest request) => JsonNode.Parse(operation.WriteRequest(request));
    }
}
