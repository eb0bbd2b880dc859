using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Http;

/// <summary>The time until the pings of HTTP/2 find a connection that went dark, by the rules of .NET: no test measures time.</summary>
public sealed class PingTests
{
    // https://learn.microsoft.com/dotnet/api/system.net.http.socketshttphandler.keepalivepingdelay: a connection from which no frame came
    // for the delay is pinged, and given up if the timeout passes. .NET looks at both only at its heartbeat, a quarter of the shorter of
    // the two but at least a second.
    [Fact]
    public void Dark_connection_is_given_up_early_enough_for_a_call_to_succeed_within_five_seconds()
    {
        using var handler = PrimaryHandler.CreateSocketsHandler();
        var heartbeat = Math.Max(1, Math.Min(handler.KeepAlivePingDelay.TotalSeconds, handler.KeepAlivePingTimeout.TotalSeconds) / 4);

        // The request may follow the last frame at once, and a heartbeat may just have missed the end of the delay.
        var pinged = handler.KeepAlivePingDelay.TotalSeconds + heartbeat;
        var givenUp = pinged + (Math.Ceiling(handler.KeepAlivePingTimeout.TotalSeconds / heartbeat) * heartbeat);

        Assert.Equal(HttpKeepAlivePingPolicy.WithActiveRequests, handler.KeepAlivePingPolicy);
        Assert.InRange(givenUp, 3, 4);
        Assert.True(TimeSpan.FromSeconds(givenUp) < TestClient.Options().AttemptTimeout);
    }
}
