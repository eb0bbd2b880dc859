namespace CognitoIdentity.Testing;

/// <summary>The requests that the emulator received: list, describe, wait for one, clear.</summary>
internal sealed class RequestEndpoints(ControlContext context)
{
    private const int MaxLimit = 1_000;
    private const int MaxTimeoutSeconds = 300;

    public Task ListAsync(ControlCall call)
    {
        var filter = new ExchangeFilter(call);
        var after = call.QueryNumber("after", 0, 0, long.MaxValue);
        var limit = (int)call.QueryNumber("limit", 100, 1, MaxLimit);
        var showSecrets = call.QueryFlag("secrets");
        var (exchanges, revision, oldest) = context.Exchanges.Read();
        // The latest ones: they are what a reader looks for, and "after" leads on from them.
        var found = exchanges.Where(exchange => exchange.Number > after && filter.Matches(exchange)).TakeLast(limit);
        var list = new ExchangeListDocument([.. found.Select(exchange => ExchangeView.Describe(exchange, showSecrets))], revision, oldest);
        return call.RespondAsync(list, ControlJson.Readable.ExchangeListDocument);
    }

    public Task DescribeAsync(ControlCall call)
    {
        var exchange = (long.TryParse(call.Id, out var number) ? context.Exchanges.Find(number) : null)
            ?? throw ControlError.NotFound($"There is no request '{call.Id}'; only the latest ones are kept.");
        var details = ExchangeView.DescribeInFull(exchange, call.QueryFlag("secrets"));
        return call.RespondAsync(details, ControlJson.Readable.ExchangeDetailsDocument);
    }

    /// <summary>Responds with the first matching request that is complete, as soon as there is one.</summary>
    public async Task WaitAsync(ControlCall call)
    {
        var filter = new ExchangeFilter(call);
        var after = call.QueryNumber("after", 0, 0, long.MaxValue);
        var timeout = TimeSpan.FromSeconds(call.QueryNumber("timeout", 30, 0, MaxTimeoutSeconds));
        var showSecrets = call.QueryFlag("secrets");
        // Whoever waits is outside and waits in real time, whatever the emulator's clock shows.
        using var limit = new CancellationTokenSource(timeout, TimeProvider.System);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, call.Canceled);
        while (true)
        {
            var changed = context.Exchanges.Watch().Changed;
            var found = context.Exchanges.Read().Exchanges.FirstOrDefault(
                exchange => exchange.IsComplete && exchange.Number > after && filter.Matches(exchange));
            if (found is not null || limit.IsCancellationRequested)
            {
                var details = found is null ? null : ExchangeView.DescribeInFull(found, showSecrets);
                await call.RespondAsync(new(details is null, details), ControlJson.Readable.WaitDocument).ConfigureAwait(false);
                return;
            }

            try
            {
                await changed.WaitAsync(end.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!call.Canceled.IsCancellationRequested)
            {
                // The time is over: the next round looks once more and responds.
            }
        }
    }

    public Task ClearAsync(ControlCall call)
    {
        context.Emulator.Requests.Clear();
        context.Exchanges.Clear();
        call.RespondNoContent();
        return Task.CompletedTask;
    }
}
