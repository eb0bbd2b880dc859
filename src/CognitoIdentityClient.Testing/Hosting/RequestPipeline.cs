using Microsoft.Extensions.Logging;

namespace CognitoIdentity.Testing;

/// <summary>
/// The steps between the transports and the core: cross-origin headers, recording, injected faults and the log. Both transports
/// go through it, so they behave alike.
/// </summary>
internal sealed class RequestPipeline(
    EmulatorCore core, RecordedRequestCollection requests, FaultPlan faults, Func<TimeProvider> clock, ILogger log, ExchangeLog? exchanges)
{
    private static readonly byte[] Garbage = "<html><body>It works!</body></html>"u8.ToArray();

    private volatile bool _hasStopped;

    /// <summary>Whether the emulator was disposed: in process nothing else would show it.</summary>
    public bool HasStopped => _hasStopped;

    public void Stop() => _hasStopped = true;

    /// <summary>Handles a request and returns the response, or null where the connection closes without one.</summary>
    public async Task<ServiceResponse?> SendAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        var time = clock();
        if (CrossOrigin.IsPreflight(request))
        {
            return CrossOrigin.Preflight(request, time.GetUtcNow());
        }

        return EmulatorCore.IsCall(request)
            ? await RecordCallAsync(request, time, cancellationToken).ConfigureAwait(false)
            : CrossOrigin.Allow(
                request, await core.HandleAsync(request, time.GetUtcNow(), cancellationToken).ConfigureAwait(false));
    }

    private async Task<ServiceResponse?> RecordCallAsync(ServiceRequest request, TimeProvider time, CancellationToken cancellationToken)
    {
        var operation = EmulatorCore.OperationName(request);
        var recorded = new RecordedRequest(request, operation, time.GetUtcNow());
        requests.Add(recorded);
        var started = TimeProvider.System.GetTimestamp();
        var exchange = exchanges?.Begin(request, recorded);
        ServiceResponse? response = null;
        try
        {
            var called = exchange is null ? request : request with { Exchange = exchange };
            response = await CallAsync(called, operation, time, cancellationToken).ConfigureAwait(false) is { } result
                ? CrossOrigin.Allow(request, result)
                : null;
        }
        finally
        {
            // Also when the sender gave up: the page then shows that the request got no response.
            exchanges?.End(exchange!, response, TimeProvider.System.GetElapsedTime(started));
        }

        if (log.IsEnabled(LogLevel.Information))
        {
            log.Called(operation ?? "unknown operation", response, TimeProvider.System.GetElapsedTime(started));
        }

        return response;
    }

    private async Task<ServiceResponse?> CallAsync(
        ServiceRequest request, string? operation, TimeProvider time, CancellationToken cancellationToken)
    {
        var struck = faults.Strike(operation);
        request.Exchange?.Faults = struck;
        foreach (var fault in struck)
        {
            switch (fault.Kind)
            {
                case FaultKind.Delay:
                    await Task.Delay(fault.Time, time, cancellationToken).ConfigureAwait(false);
                    break;
                case FaultKind.ConnectionLostBeforeWork:
                    return null;
                case FaultKind.Error:
                    return WithFaults(
                        EmulatorCore.Refuse(request, new(fault.Code, fault.Message, fault.StatusCode), time.GetUtcNow()), struck);
                case FaultKind.Status:
                    return WithFaults(
                        new(fault.StatusCode, [], new Dictionary<string, string> { ["Date"] = time.GetUtcNow().ToString("r") }), struck);
            }
        }

        return WithFaults(await core.HandleAsync(request, time.GetUtcNow(), cancellationToken).ConfigureAwait(false), struck);
    }

    private static ServiceResponse? WithFaults(ServiceResponse response, IReadOnlyList<Fault> struck)
    {
        foreach (var fault in struck)
        {
            switch (fault.Kind)
            {
                case FaultKind.ConnectionLostAfterWork:
                    return null;
                case FaultKind.TruncatedBody:
                    response = response with { Body = response.Body[..(response.Body.Length / 2)] };
                    break;
                case FaultKind.GarbageBody:
                    response = (response with { Body = Garbage }).With(("Content-Type", "text/html"));
                    break;
                case FaultKind.WrongDate:
                    var date = Shift(DateTimeOffset.ParseExact(response.Headers["Date"], "r", null), fault.Time);
                    response = response.With(("Date", date.ToString("r")));
                    break;
            }
        }

        return response;
    }

    private static DateTimeOffset Shift(DateTimeOffset date, TimeSpan offset)
    {
        if (offset > DateTimeOffset.MaxValue - date)
        {
            return DateTimeOffset.MaxValue;
        }

        return offset < DateTimeOffset.MinValue - date ? DateTimeOffset.MinValue : date + offset;
    }
}
