namespace CognitoIdentity.Testing;

/// <summary>
/// The latest exchanges, for the control API and its page: bounded by number and by bytes, the oldest go first. Every change gives
/// the log a new revision, by which a reader fetches only what is new.
/// </summary>
internal sealed class ExchangeLog(int maxCount = 1_000, long maxBytes = 16 * 1024 * 1024)
{
    private readonly object _lock = new();
    private readonly Queue<Exchange> _exchanges = [];
    private TaskCompletionSource? _changed;
    private long _bytes;
    private long _count;
    private long _revision;

    /// <summary>Returns the current revision, and a task that completes with the next one.</summary>
    public (long Revision, Task Changed) Watch()
    {
        lock (_lock)
        {
            _changed ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return (_revision, _changed.Task);
        }
    }

    /// <summary>Returns the exchanges kept, oldest first, with the revision that they are of and the number of the oldest one.</summary>
    public (IReadOnlyList<Exchange> Exchanges, long Revision, long OldestNumber) Read()
    {
        lock (_lock)
        {
            return ([.. _exchanges], _revision, _exchanges.TryPeek(out var oldest) ? oldest.Number : _count + 1);
        }
    }

    public Exchange? Find(long number)
    {
        lock (_lock)
        {
            return _exchanges.FirstOrDefault(exchange => exchange.Number == number);
        }
    }

    public Exchange Begin(ServiceRequest request, RecordedRequest recorded)
    {
        var accessKeyId = GetAccessKeyId(request);
        lock (_lock)
        {
            var exchange = new Exchange(++_count, recorded, accessKeyId) { Revision = _revision + 1 };
            _exchanges.Enqueue(exchange);
            Grow(exchange.Size);
            return exchange;
        }
    }

    /// <summary>Completes an exchange; without a response the connection was closed.</summary>
    public void End(Exchange exchange, ServiceResponse? response, TimeSpan elapsed)
    {
        lock (_lock)
        {
            exchange.Complete(response, elapsed);
            exchange.Revision = _revision + 1;
            // An exchange that was dropped meanwhile, or cleared away, takes no more room.
            Grow(_exchanges.TryPeek(out var oldest) && oldest.Number <= exchange.Number ? response?.Body.Length ?? 0 : 0);
        }
    }

    /// <summary>Tells readers that something other than an exchange changed, such as the clock.</summary>
    public void Signal()
    {
        lock (_lock)
        {
            Grow(0);
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _exchanges.Clear();
            _bytes = 0;
            Grow(0);
        }
    }

    private void Grow(int bytes)
    {
        _bytes += bytes;
        while (_exchanges.Count > maxCount || (_bytes > maxBytes && _exchanges.Count > 1))
        {
            _bytes -= _exchanges.Dequeue().Size;
        }

        _revision++;
        _changed?.TrySetResult();
        _changed = null;
    }

    private static string? GetAccessKeyId(ServiceRequest request)
    {
        try
        {
            return RequestSignature.IsOn(request) ? RequestSignature.Parse(request).AccessKeyId : null;
        }
        catch (ServiceError)
        {
            // The response says what is wrong with the signature.
            return null;
        }
    }
}
