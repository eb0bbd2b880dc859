using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Http;

/// <summary>The cause that the exception of a total timeout names.</summary>
public sealed class LastFailureTests
{
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);

    private readonly VirtualTime _clock = new() { LongestWait = TimeSpan.FromSeconds(1) };

    [Fact]
    public async Task Total_timeout_has_the_timeout_of_the_latest_attempt_as_its_cause_and_not_an_older_error()
    {
        // An error, an attempt without a response, and the total timeout during the third attempt.
        var attempts = 0;
        Step hanging = (request, token) =>
        {
            _clock.Advance(++attempts == 1 ? AttemptTimeout : TimeSpan.FromSeconds(8));
            return CannedResponse.Never(request, token);
        };
        using var handler = new ScriptedHandler(CannedResponse.Error("InternalErrorException", 500), hanging);
        using var client = TestClient.Create(handler, options => (options.TimeProvider, options.AttemptTimeout, options.TotalTimeout) =
            (_clock, AttemptTimeout, TimeSpan.FromSeconds(15)));

        var error = await TestClient.FailureAsync<CognitoIdentityTimeoutException>(client.GetIdAsync(TestClient.GetIdRequest));

        Assert.StartsWith("TotalTimeout of 00:00:15 passed after 3 attempts", error.Message, StringComparison.Ordinal);
        var cause = Assert.IsType<CognitoIdentityTimeoutException>(error.InnerException);
        Assert.StartsWith("AttemptTimeout of 00:00:10 passed in attempt 2 of GetId", cause.Message, StringComparison.Ordinal);
        Assert.True(error.MayHaveBeenCarriedOut);
    }
}
