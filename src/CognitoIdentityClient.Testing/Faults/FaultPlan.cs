using System.Globalization;

namespace CognitoIdentity.Testing;

/// <summary>
/// The faults to inject into coming requests. Those that match a request apply in the order in which they were added; one that responds
/// in the service's place, or closes the connection before the operation, is the last one for that request.
/// </summary>
public sealed class FaultPlan
{
    // The longest that a timer takes is a little more.
    private static readonly TimeSpan MaxDelay = TimeSpan.FromDays(49);

    private readonly List<PlannedFault> _planned = [];
    private int _lastId;
    private readonly Random _chance;

    internal FaultPlan(int? seed) => _chance = seed is { } value ? new Random(value) : new Random();

    /// <summary>Gets the number of faults that are not used up yet.</summary>
    public int Count
    {
        get
        {
            lock (_planned)
            {
                return _planned.Count;
            }
        }
    }

    /// <summary>Adds a fault after those already planned.</summary>
    /// <param name="fault">The fault.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A count below 1, a probability outside 0 to 1, an invalid status code, or a delay that is too long for a timer.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The service has no such operation, or the error code is empty or not printable ASCII.
    /// </exception>
    public void Add(Fault fault) => Plan(fault);

    /// <summary>Adds a fault and returns its number.</summary>
    internal int Plan(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        Check(fault);
        lock (_planned)
        {
            _planned.Add(new(++_lastId, fault));
            return _lastId;
        }
    }

    /// <exception cref="ArgumentException">A value is out of its range, or the service has no such operation.</exception>
    internal static void Check(Fault fault)
    {
        foreach (var (member, value, min, max) in Numbers(fault))
        {
            if (!(value >= min && value <= max))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(fault), string.Create(CultureInfo.InvariantCulture, $"'{member}' must be from {min} to {max}."));
            }
        }

        // The code goes into a header too.
        if (fault.Kind == FaultKind.Error && (string.IsNullOrEmpty(fault.Code) || !fault.Code.All(letter => letter is > ' ' and <= '~')))
        {
            throw new ArgumentException("The error code must be printable ASCII without spaces, and not empty.", nameof(fault));
        }

        if (fault.Operation is not null && !OperationTable.ByName.ContainsKey(fault.Operation)
            && fault.Operation != AssumeRoleWithWebIdentity.Name)
        {
            throw new ArgumentException($"The service has no operation '{fault.Operation}'.", nameof(fault));
        }
    }

    /// <summary>Returns the numbers of a fault with their limits, by the names that the control API has for them.</summary>
    private static IEnumerable<(string Member, double Value, double Min, double Max)> Numbers(Fault fault)
    {
        yield return ("count", fault.Count ?? 1, 1, int.MaxValue);
        yield return ("probability", fault.Probability, 0, 1);
        if (fault.Kind is FaultKind.Error or FaultKind.Status)
        {
            yield return ("statusCode", fault.StatusCode, fault.Kind == FaultKind.Error ? 400 : 300, 599);
        }

        if (fault.Kind == FaultKind.Delay && fault.Time != Timeout.InfiniteTimeSpan)
        {
            yield return ("seconds", fault.Time.TotalSeconds, 0, MaxDelay.TotalSeconds);
        }
    }

    /// <summary>Removes all faults.</summary>
    public void Clear()
    {
        lock (_planned)
        {
            _planned.Clear();
        }
    }

    /// <summary>Returns the faults that are not used up, each with its number and how many more requests it affects.</summary>
    internal IReadOnlyList<(int Id, Fault Fault, int? Left)> Read()
    {
        lock (_planned)
        {
            return [.. _planned.Select(planned => (planned.Id, planned.Fault, planned.Left))];
        }
    }

    /// <summary>Removes one fault.</summary>
    /// <returns>Whether there was such a fault.</returns>
    internal bool Remove(int id)
    {
        lock (_planned)
        {
            return _planned.RemoveAll(planned => planned.Id == id) > 0;
        }
    }

    /// <summary>Returns the faults that affect this request; what they use up is gone afterwards.</summary>
    internal IReadOnlyList<Fault> Strike(string? operation)
    {
        lock (_planned)
        {
            var struck = new List<Fault>();
            foreach (var planned in _planned)
            {
                var fault = planned.Fault;
                if (fault.Operation is not null && fault.Operation != operation)
                {
                    continue;
                }

                if (fault.Probability < 1 && _chance.NextDouble() >= fault.Probability)
                {
                    continue;
                }

                planned.Left--;
                struck.Add(fault);
                if (fault.Kind is FaultKind.Error or FaultKind.Status or FaultKind.ConnectionLostBeforeWork)
                {
                    break;
                }
            }

            _planned.RemoveAll(planned => planned.Left == 0);
            return struck;
        }
    }

    private sealed class PlannedFault(int id, Fault fault)
    {
        public int Id { get; } = id;

        public Fault Fault { get; } = fault;

        /// <summary>Gets or sets the number of requests that it may still affect; null for any number.</summary>
        public int? Left { get; set; } = fault.Count;
    }
}
