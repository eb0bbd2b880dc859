using System.Diagnostics.CodeAnalysis;

namespace CognitoIdentity;

/// <summary>A map of limited size, which evicts the least recently used entry. Thread-safe.</summary>
/// <param name="capacity">The largest number of entries.</param>
/// <param name="evicted">Called when an entry was evicted; or null.</param>
internal sealed class LruMap<TKey, TValue>(int capacity, Action? evicted = null)
    where TKey : notnull
{
    private readonly object _gate = new();
    private readonly Dictionary<TKey, LinkedListNode<KeyValuePair<TKey, TValue>>> _nodes = [];

    // The most recently used first.
    private readonly LinkedList<KeyValuePair<TKey, TValue>> _order = new();

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _nodes.Count;
            }
        }
    }

    public TValue GetOrAdd<TState>(TKey key, Func<TState, TValue> create, TState state)
    {
        lock (_gate)
        {
            return TryUse(key, out var value) ? value : Add(key, create(state));
        }
    }

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_gate)
        {
            return TryUse(key, out value);
        }
    }

    public void Set(TKey key, TValue value)
    {
        lock (_gate)
        {
            Remove(key);
            Add(key, value);
        }
    }

    /// <summary>Returns the values whose keys match.</summary>
    public IReadOnlyList<TValue> FindAll(Func<TKey, bool> matches)
    {
        lock (_gate)
        {
            return [.. _order.Where(entry => matches(entry.Key)).Select(entry => entry.Value)];
        }
    }

    /// <summary>Removes and returns the values whose keys match.</summary>
    public IReadOnlyList<TValue> RemoveAll(Func<TKey, bool> matches)
    {
        lock (_gate)
        {
            KeyValuePair<TKey, TValue>[] found = [.. _order.Where(entry => matches(entry.Key))];
            foreach (var (key, _) in found)
            {
                Remove(key);
            }

            return [.. found.Select(entry => entry.Value)];
        }
    }

    public void Remove(TKey key)
    {
        lock (_gate)
        {
            if (_nodes.Remove(key, out var node))
            {
                _order.Remove(node);
            }
        }
    }

    private bool TryUse(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!_nodes.TryGetValue(key, out var node))
        {
            value = default;
            return false;
        }

        _order.Remove(node);
        _order.AddFirst(node);
        value = node.Value.Value;
        return true;
    }

    private TValue Add(TKey key, TValue value)
    {
        _nodes.Add(key, _order.AddFirst(new KeyValuePair<TKey, TValue>(key, value)));
        if (_nodes.Count > capacity)
        {
            Remove(_order.Last!.Value.Key);
            evicted?.Invoke();
        }

        return value;
    }
}
