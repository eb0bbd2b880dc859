namespace CognitoIdentity.Testing;

/// <summary>All paths of the control API.</summary>
internal static class ControlRoutes
{
    public static ControlRoute[] Create(ControlContext context)
    {
        var state = new StateEndpoints(context);
        var requests = new RequestEndpoints(context);
        var faults = new FaultEndpoints(context);
        var clock = new ClockEndpoints(context);
        var pools = new PoolEndpoints(context);
        var identities = new IdentityEndpoints(context);
        var tokens = new TokenEndpoints(context);
        var events = new EventStream(context);
        return
        [
            .. ConsoleFiles.Routes,
            new("GET", "/health", state.HealthAsync),
            new("POST", "/reset", state.ResetAsync),
            new("POST", "/seed", state.SeedAsync),
            new("GET", "/snapshot", state.SnapshotAsync),
            new("POST", "/restore", state.RestoreAsync),
            new("GET", "/requests", requests.ListAsync, [.. ExchangeFilter.Parameters, "after", "limit", "secrets"]),
            new("DELETE", "/requests", requests.ClearAsync),
            new("GET", "/requests/wait", requests.WaitAsync, [.. ExchangeFilter.Parameters, "after", "timeout", "secrets"]),
            new("GET", "/requests/{id}", requests.DescribeAsync, "secrets"),
            new("GET", "/faults", faults.ListAsync),
            new("POST", "/faults", faults.AddAsync),
            new("DELETE", "/faults", faults.ClearAsync),
            new("DELETE", "/faults/{id}", faults.RemoveAsync),
            new("GET", "/clock", clock.DescribeAsync),
            new("POST", "/clock/set", clock.SetAsync),
            new("POST", "/clock/advance", clock.AdvanceAsync),
            new("POST", "/clock/follow", clock.FollowAsync),
            new("GET", "/pools", pools.ListAsync, "limit", "nextToken"),
            new("GET", "/pools/{id}", pools.DescribeAsync),
            new("GET", "/pools/{id}/identities", identities.ListAsync, "limit", "nextToken", "secrets"),
            new("GET", "/identities/{id}", identities.DescribeAsync, "secrets"),
            new("POST", "/tokens/explain", tokens.ExplainAsync),
            new("GET", "/events", events.SendAsync, "after", "secrets"),
        ];
    }
}
