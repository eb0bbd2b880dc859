using System.Collections;

namespace CognitoIdentity.Testing;

/// <summary>
/// The requests that an emulator has received, in the order of their arrival. Thread-safe: an enumeration sees the requests of the moment
/// at which it began.
/// </summary>
public sealed class RecordedRequestCollection : IReadOnlyCollection<RecordedRequest>
{
    private readonly Queue<RecordedRequest> _requests = [];
    private readonly int _limit;
    private readonly long _maxBytes;
    private long _bytes;

    internal RecordedRequestCollection(int limit, long maxBytes)
    {
        _limit = limit;
        _maxBytes = maxBytes;
    }

    /// <summary>Gets the number of recorded requests.</summary>
    public int Count
    {
        get
        {
            lock (_requests)
            {
                return _requests.Count;
            }
        }
    }

    /// <summary>Returns the recorded requests for one operation.</summary>
    /// <param name="operation">The operation's name, such as <c>GetId</c>.</param>
    /// <returns>The requests in the order in which they arrived; empty if there are none.</returns>
    public IReadOnlyList<RecordedRequest> For(string operation) => [.. this.Where(request => request.Operation == operation)];

    /// <summary>Removes all recorded requests.</summary>
    public void Clear()
    {
        lock (_requests)
        {
            _requests.Clear();
            _bytes = 0;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<RecordedRequest> GetEnumerator()
    {
        RecordedRequest[] copy;
        lock (_requests)
        {
            copy = [.. _requests];
        }

        return copy.AsEnumerable().GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(RecordedRequest request)
    {
        lock (_requests)
        {
            _requests.Enqueue(request);
            _bytes += request.Size;
            while (_requests.Count > _limit || _bytes > _maxBytes)
            {
                _bytes -= _requests.Dequeue().Size;
            }
        }
    }
}
