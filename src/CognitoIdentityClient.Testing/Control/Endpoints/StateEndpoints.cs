using System.Reflection;

namespace CognitoIdentity.Testing;

/// <summary>Health, and the state as a whole: reset, seed, snapshot and restore.</summary>
internal sealed class StateEndpoints(ControlContext context)
{
    private static readonly string Version =
        typeof(StateEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
            ?? "";

    public Task HealthAsync(ControlCall call)
    {
        var (pools, identities) = context.Read(state => (state.PoolIds.Count, state.Pools.Sum(pool => pool.IdentityIds.Count)));
        var health = new HealthDocument(
            "ok",
            Version,
            context.StartedAt,
            context.Now,
            context.Emulator.Endpoint.AbsoluteUri,
            context.Options.Regions,
            context.Options.AccountId,
            [.. context.Options.AccessKeys.Select(key => key.AccessKeyId)],
            ExchangeFilter.Operations,
            pools,
            identities,
            context.Emulator.Faults.Count);
        return call.RespondAsync(health, ControlJson.Readable.HealthDocument);
    }

    /// <summary>Puts everything back to empty; what a member of the body sets to false stays.</summary>
    public async Task ResetAsync(ControlCall call)
    {
        var body = await call.ReadAsync("state", "requests", "faults", "clock").ConfigureAwait(false);
        var (state, requests, faults, clock) =
            (body.Flag("state") ?? true, body.Flag("requests") ?? true, body.Flag("faults") ?? true, body.Flag("clock") ?? true);
        if (state)
        {
            lock (context.Core.State.Lock)
            {
                context.Core.State.ReplaceWith(new());
            }
        }

        if (faults)
        {
            context.Emulator.Faults.Clear();
        }

        if (clock)
        {
            context.FollowClock();
        }

        if (requests)
        {
            context.Emulator.Requests.Clear();
            context.Exchanges.Clear();
        }

        context.Exchanges.Signal();
        call.RespondNoContent();
    }

    public async Task SeedAsync(ControlCall call)
    {
        var text = await call.ReadTextAsync().ConfigureAwait(false);
        try
        {
            var ids = context.Emulator.SeedFrom(text, "The seed");
            await call.RespondAsync(new(ids), ControlJson.Readable.SeededDocument).ConfigureAwait(false);
        }
        catch (InvalidSeedException e)
        {
            throw ControlError.Invalid(e.Message);
        }
    }

    public async Task SnapshotAsync(ControlCall call)
    {
        call.Http.Response.Headers.ContentDisposition = "attachment; filename=\"cognito-identity-snapshot.json\"";
        call.Http.Response.ContentType = "application/json";
        await context.Emulator.WriteSnapshotAsync(call.Http.Response.Body, call.Canceled).ConfigureAwait(false);
    }

    public async Task RestoreAsync(ControlCall call)
    {
        try
        {
            await context.Emulator.RestoreSnapshotAsync(call.Http.Request.Body, call.Canceled).ConfigureAwait(false);
        }
        catch (InvalidSnapshotException e)
        {
            throw ControlError.Invalid(e.Message);
        }

        call.RespondNoContent();
    }
}
