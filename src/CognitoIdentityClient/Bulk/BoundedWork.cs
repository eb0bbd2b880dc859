namespace CognitoIdentity;

/// <summary>
/// Processes the items of a source concurrently until the source ends, an error occurs or the caller cancels. It never throws: it returns
/// the exception that stopped it, so that the caller can still account for everything that was done.
/// </summary>
internal sealed class BoundedWork : IDisposable
{
    private readonly int _maxConcurrency;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _cutOff;
    private readonly CancellationTokenRegistration _cancellation;
    private Exception? _stoppedBy;

    public BoundedWork(BulkOptions options, CancellationToken cancellationToken)
    {
        _maxConcurrency = options.MaxConcurrency;
        _cutOff = new(Timeout.InfiniteTimeSpan, options.TimeProvider);
        _cancellation = cancellationToken.Register(() =>
        {
            var isFirst = IsFirst(new OperationCanceledException(cancellationToken));
            _cutOff.CancelAfter(options.GracePeriod);
            if (isFirst)
            {
                // This has to come last: the work may end inside this call, and its owner then disposes of both token sources.
                _stopping.Cancel();
            }
        });
    }

    /// <summary>Canceled when no new request may begin.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Canceled when pending requests must end: the caller canceled, and the grace period is over.</summary>
    public CancellationToken CutOff => _cutOff.Token;

    /// <summary>Stops the work. Of several errors the first is the one reported.</summary>
    public void Stop(Exception error)
    {
        if (IsFirst(error))
        {
            _stopping.Cancel();
        }
    }

    /// <summary>Processes every item.</summary>
    /// <param name="source">The items. They are read one at a time, and at most one ahead of the workers.</param>
    /// <param name="workAsync">Processes an item. An exception of it stops the work.</param>
    /// <returns>The exception that stopped the work; null if the source ended.</returns>
    public async Task<Exception?> RunAsync<T>(IAsyncEnumerable<T> source, Func<T, Task> workAsync)
    {
        // The loop gets no token: it ends when UntilStoppedAsync ends, so that every item that was read is also processed.
        var options = new ParallelOptions { MaxDegreeOfParallelism = _maxConcurrency };
        try
        {
            await Parallel.ForEachAsync(UntilStoppedAsync(source), options, (item, _) => TryAsync(item, workAsync)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // GetAsyncEnumerator or DisposeAsync of the source failed.
            Stop(exception);
        }

        return _stoppedBy;
    }

    public void Dispose()
    {
        _cancellation.Dispose();
        _cutOff.Dispose();
        _stopping.Dispose();
    }

    private bool IsFirst(Exception error) => Interlocked.CompareExchange(ref _stoppedBy, error, null) is null;

    private async ValueTask TryAsync<T>(T item, Func<T, Task> workAsync)
    {
        try
        {
            await workAsync(item).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Stop(exception);
        }
    }

    private async IAsyncEnumerable<T> UntilStoppedAsync<T>(IAsyncEnumerable<T> source)
    {
        var items = source.GetAsyncEnumerator(Stopping);
        await using (items.ConfigureAwait(false))
        {
            while (!Stopping.IsCancellationRequested && await MoveNextAsync(items).ConfigureAwait(false))
            {
                yield return items.Current;
            }
        }
    }

    private async ValueTask<bool> MoveNextAsync<T>(IAsyncEnumerator<T> items)
    {
        try
        {
            return await items.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Stop(exception);
            return false;
        }
    }
}
