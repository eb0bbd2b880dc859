namespace CognitoIdentity;

/// <summary>
/// Works on the items of a source, several at a time, until the source ends, something goes wrong or the caller cancels. Nothing is thrown:
/// what stopped the work is its result, so that all that was done can be accounted for.
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
                // Last: the work may end here and now, in the caller's Cancel, and then all this is disposed of.
                _stopping.Cancel();
            }
        });
    }

    /// <summary>No new request may begin.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Requests under way are to end: the caller cancelled, and the grace period is over.</summary>
    public CancellationToken CutOff => _cutOff.Token;

    /// <summary>Stops the work. Of several errors the first one counts.</summary>
    public void Stop(Exception error)
    {
        if (IsFirst(error))
        {
            _stopping.Cancel();
        }
    }

    /// <summary>Does the work.</summary>
    /// <param name="source">Read by one reader at a time, and not further than there are workers.</param>
    /// <param name="workAsync">Works on an item. What it throws stops the work.</param>
    /// <returns>What stopped the work; null if the source came to its end.</returns>
    public async Task<Exception?> RunAsync<T>(IAsyncEnumerable<T> source, Func<T, Task> workAsync)
    {
        // The loop is not cancelled: it ends because its source does, and so no item is taken that is not worked on.
        var options = new ParallelOptions { MaxDegreeOfParallelism = _maxConcurrency };
        try
        {
            await Parallel.ForEachAsync(UntilStoppedAsync(source), options, (item, _) => TryAsync(item, workAsync)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The source could not be opened or closed.
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
