using System.Globalization;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Retry;

/// <summary>
/// docs/guides/retries.md, "A wrong clock": what each attempt is signed with, what is retried, and what the client has learned, in the
/// conformance cases of clock-skew correction.
/// </summary>
public sealed class ClockSkewVectorTests
{
    private static readonly SkewCase[] Cases = TestData.Read<SkewCase[]>("Retry/clock-skew.json");

    public static TheoryData<string> Names => [.. Cases.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Case_signs_retries_and_learns_as_the_SDKs_do(string name)
    {
        var operations = Cases.Single(one => one.Name == name).Operations;
        var clock = new VirtualTime(operations[0].Attempts[0].Sent);

        // A request that teaches nothing shows the learned skew: one is sent before the first operation, and one after each.
        using var harness = new SkewHarness(
            clock,
            [
                Taught(clock, operations[0].InitialSkew),
                CannedResponse.Ok,
                .. operations.SelectMany(
                    operation => operation.Attempts.Select(attempt => Responded(clock, attempt)).Append(CannedResponse.Ok)),
            ],
            operations[0].MaxAttempts);
        await harness.Client.GetIdAsync(TestClient.GetIdRequest);
        await harness.CallAsync();

        foreach (var operation in operations)
        {
            var before = harness.Signed.Count;
            Assert.Equal(operation.InitialSkew, harness.LastSkew);
            clock.Advance(operation.Attempts[0].Sent - clock.GetUtcNow());
            await harness.CallAsync();
            Assert.Equal(operation.Attempts.Select(attempt => attempt.SignedAt), harness.Signed.Skip(before));

            await harness.CallAsync();
            Assert.Equal(operation.FinalSkew, harness.LastSkew);
        }
    }

    private static Step Taught(VirtualTime clock, int skewSeconds) =>
        Dated("""{"IdentityId":"1"}""", 200, clock.GetUtcNow().AddSeconds(skewSeconds).ToString("r", CultureInfo.InvariantCulture), null);

    private static Step Responded(VirtualTime clock, SkewAttempt attempt) => (request, token) =>
    {
        Assert.Equal(attempt.Sent, clock.GetUtcNow());
        clock.Advance(attempt.Received - attempt.Sent);
        var body = attempt.Code is null ? "{}" : $$"""{"__type":"{{attempt.Code}}"}""";
        return Dated(body, attempt.Status, attempt.Date, attempt.Age)(request, token);
    };

    private static Step Dated(string body, int status, string? date, string? age)
    {
        var headers = new List<(string, string)>();
        if (date is not null)
        {
            headers.Add(("Date", date));
        }

        if (age is not null)
        {
            headers.Add(("Age", age));
        }

        return CannedResponse.Body(body, status, [.. headers]);
    }

    private sealed record SkewCase(string Name, IReadOnlyList<SkewOperation> Operations);

    private sealed record SkewOperation(int InitialSkew, int FinalSkew, int? MaxAttempts, IReadOnlyList<SkewAttempt> Attempts);

    private sealed record SkewAttempt(
        DateTimeOffset Sent,
        DateTimeOffset Received,
        DateTimeOffset SignedAt,
        int Status,
        string? Date,
        string? Age,
        string? Code);
}
