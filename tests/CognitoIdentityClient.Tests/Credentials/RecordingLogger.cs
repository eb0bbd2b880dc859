using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>Keeps what is logged.</summary>
internal sealed class RecordingLogger : ILogger<CognitoIdentityCredentials>
{
    private readonly ConcurrentQueue<(LogLevel Level, string? Name, string Text)> _entries = new();

    public IEnumerable<(LogLevel, string?)> Events => _entries.Select(entry => (entry.Level, entry.Name));

    /// <summary>All texts, those of the exceptions too.</summary>
    public string Text => string.Join('\n', _entries.Select(entry => entry.Text));

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        _entries.Enqueue((logLevel, eventId.Name, $"{formatter(state, exception)} {exception}"));
}
