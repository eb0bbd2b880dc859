using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace CognitoIdentity.Tests.Support;

/// <summary>Queries of tests to a <see cref="FakeLogger"/>.</summary>
public static class FakeLogs
{
    /// <summary>The level and the name of every event.</summary>
    public static IEnumerable<(LogLevel Level, string? Name)> Events(this FakeLogger log) =>
        log.Collector.GetSnapshot().Select(record => (record.Level, record.Id.Name));

    /// <summary>All texts, those of exceptions, scopes and properties too: a secret could stand in each.</summary>
    public static string Text(this FakeLogCollector log) => string.Join('\n', log.GetSnapshot().Select(record =>
        $"{record.Message} {record.Exception} {string.Join(' ', record.Scopes)} {string.Join(' ', record.StructuredState ?? [])}"));
}
