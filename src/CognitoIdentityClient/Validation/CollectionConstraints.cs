namespace CognitoIdentity;

/// <summary>A list with a minimum and a maximum number of items, and a constraint on each.</summary>
internal sealed class ListConstraint<T>(Constraint<T> item, int min = 0, int max = int.MaxValue) : Constraint<IReadOnlyList<T>>
{
    public override void Check(IReadOnlyList<T> list, ref RequestChecker checker)
    {
        if (checker.ChecksLimits && (list.Count < min || list.Count > max))
        {
            var allowed = Wording.Range(min, max);
            checker.Add($"{allowed} items", $"has {Wording.Count(list.Count, "item")}; {allowed} are allowed");
        }

        // By index, because an enumerator over the interface would be allocated.
        for (var i = 0; i < list.Count; i++)
        {
            var before = checker.Count;
            checker.CheckPresent(list[i], item);
            if (checker.Count > before)
            {
                checker.MoveInto($"[{i}]", before);
            }
        }
    }
}

/// <summary>A map with a maximum number of entries, and constraints on keys and values.</summary>
internal class MapConstraint<TKey, TValue>(TextConstraint key, Constraint<TValue> value, int max = int.MaxValue)
    : Constraint<IReadOnlyDictionary<TKey, TValue>>
    where TKey : notnull
{
    public override void Check(IReadOnlyDictionary<TKey, TValue> map, ref RequestChecker checker)
    {
        if (checker.ChecksLimits && map.Count > max)
        {
            checker.Add($"up to {max} entries", $"has {Wording.Count(map.Count, "entry", "entries")}; up to {max} are allowed");
        }

        // The enumerator of a Dictionary is a struct. Over the interface, as for other kinds of maps, it would be allocated.
        if (map is Dictionary<TKey, TValue> dictionary)
        {
            foreach (var (entryKey, entryValue) in dictionary)
            {
                CheckAt(entryKey.ToString()!, entryValue, ref checker);
            }
        }
        else
        {
            foreach (var (entryKey, entryValue) in map)
            {
                CheckAt(entryKey.ToString()!, entryValue, ref checker);
            }
        }
    }

    /// <summary>Reports the violations of an entry.</summary>
    protected virtual void CheckEntry(string entryKey, TValue entryValue, ref RequestChecker checker)
    {
        key.CheckKey(entryKey, ref checker);
        checker.CheckPresent(entryValue, value);
    }

    private void CheckAt(string entryKey, TValue entryValue, ref RequestChecker checker)
    {
        var before = checker.Count;
        CheckEntry(entryKey, entryValue, ref checker);
        if (checker.Count > before)
        {
            checker.MoveInto(PathKey.Format(entryKey), before);
        }
    }
}
