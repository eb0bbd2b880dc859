using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace CognitoIdentity.Soak;

/// <summary>The outcomes of the calls of a run.</summary>
internal sealed class SoakReport
{
    private readonly ConcurrentDictionary<string, int> _succeeded = new();
    private readonly ConcurrentDictionary<string, int> _failed = new();
    private readonly ConcurrentQueue<string> _violations = new();
    private int _retries;

    /// <summary>The broken promises: a refused signature, something not found that the caller had not removed, an untyped error.</summary>
    public IReadOnlyCollection<string> Violations => _violations;

    /// <summary>The operations that succeeded at least once.</summary>
    public ICollection<string> Operations => _succeeded.Keys;

    public int Calls => _succeeded.Values.Sum() + _failed.Values.Sum();

    public int Retries => _retries;

    public void Succeeded(string operation, int retries)
    {
        _succeeded.AddOrUpdate(operation, 1, static (_, count) => count + 1);
        Interlocked.Add(ref _retries, retries);
    }

    public void Failed(string operation, Exception error)
    {
        _failed.AddOrUpdate(error.GetType().Name, 1, static (_, count) => count + 1);
        if (error is InvalidSignatureException or ResourceNotFoundException or not CognitoIdentityException)
        {
            _violations.Enqueue($"{operation}: {error}");
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture,
            $"{Calls:#,0} calls, {Retries:#,0} retries of those that succeeded, {Violations.Count} violations");
        foreach (var (name, count) in _succeeded.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {name,-42} {count,10:#,0}");
        }

        foreach (var (name, count) in _failed.OrderByDescending(entry => entry.Value))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  failed: {name,-34} {count,10:#,0}");
        }

        foreach (var violation in Violations.Take(20))
        {
            text.AppendLine(violation);
        }

        return text.ToString();
    }
}
