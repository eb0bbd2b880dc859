using System.Collections.ObjectModel;

namespace CognitoIdentity;

/// <summary>
/// Collections as they arrive in responses: an absent or null one is empty, and null elements are dropped, so that no caller meets a null
/// where the type has none.
/// </summary>
internal static class ReceivedCollections
{
    public static IReadOnlyList<T> OrEmpty<T>(this IReadOnlyList<T>? received)
        where T : class
    {
        if (received is null)
        {
            return [];
        }

        // By index: an enumerator over the interface would be one allocation for every list that arrives.
        for (var i = 0; i < received.Count; i++)
        {
            if (received[i] is null)
            {
                return [.. received.Where(item => item is not null)];
            }
        }

        return received;
    }

    public static IReadOnlyDictionary<TKey, TValue> OrEmpty<TKey, TValue>(this IReadOnlyDictionary<TKey, TValue>? received)
        where TKey : notnull
        where TValue : class
    {
        if (received is null)
        {
            return ReadOnlyDictionary<TKey, TValue>.Empty;
        }

        // The serializer makes a Dictionary, which can be searched without an enumerator on the heap.
        var hasNull = received is Dictionary<TKey, TValue?> dictionary
            ? dictionary.ContainsValue(null)
            : received.Values.Any(value => value is null);
        return hasNull
            ? received.Where(entry => entry.Value is not null).ToDictionary(entry => entry.Key, entry => entry.Value)
            : received;
    }
}
