namespace CognitoIdentity.Testing;

/// <summary>
/// What stands between the transports and the core: the log of requests and the faults that tests ask for. Both transports go
/// through it, so they behave alike.
/// </summary>
internal sealed class RequestPipeline(EmulatorCore core, RecordedRequestCollection requests, FaultPlan faults, Func<TimeProvider> clock)
{
    private static readonly byte[] Garbage = "<html><body>It works!</body></html>"u8.ToArray();

    private volatile bool _hasStopped;

    /// <summary>Whether the emulator was disposed: in process nothing else would tell.</summary>
    public bool HasStopped => _hasStopped;

    public void Stop() => _hasStopped = true;

    /// <summary>The answer, or null where the connection closes without one.</summary>
    public async Task<ServiceResponse?> SendAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        var time = clock();
        // GET is for documents about the service, not for its operations.
        if (request.Method == "GET")
        {
            return core.Handle(request, time.GetUtcNow());
        }

        var operation = OperationTable.Find(request)?.Name;
        requests.Add(new RecordedRequest(request, operation, time.GetUtcNow()));
        var struck = faults.Strike(operation);
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
                    return WithFaults(ServiceResponse.Error(
                        new(fault.Code, fault.Message, fault.StatusCode), Guid.NewGuid().ToString(), time.GetUtcNow()), struck);
                case FaultKind.Status:
                    return WithFaults(new(fault.StatusCode, [], new Dictionary<string, string> { ["Date"] = time.GetUtcNow().ToString("r") }), struck);
            }
        }
        return WithFaults(core.Handle(request, time.GetUtcNow()), struck);
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
                    response = response with { Body = Garbage, Headers = With(response, "Content-Type", "text/html") };
                    break;
                case FaultKind.WrongDate:
                    var date = Shift(DateTimeOffset.ParseExact(response.Headers["Date"], "r", null), fault.Time);
                    response = response with { Headers = With(response, "Date", date.ToString("r")) };
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

    private static Dictionary<string, string> With(ServiceResponse response, string name, string value) =>
        new(response.Headers, StringComparer.OrdinalIgnoreCase) { [name] = value };
}
