using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Retry;

/// <summary>
/// docs/guides/retries.md, "What is retried": the conformance sequences of the AWS SDKs, through the client and its handlers.
/// </summary>
public sealed class RetrySequenceTests
{
    private static readonly Sequence[] Sequences = TestData.Read<Sequence[]>("Retry/retry-sequences.json");

    public static TheoryData<string> Names => [.. Sequences.Select(sequence => sequence.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Sequence_has_the_outcomes_waits_and_tokens_of_the_SDKs(string name)
    {
        var sequence = Sequences.Single(sequence => sequence.Name == name);
        using var harness = new RetryHarness(
            sequence.Steps.Select(CannedResponse),
            options => options.MaxAttempts = sequence.MaxAttempts,
            sequence.InitialTokens);

        var seen = new List<SequenceStep>();
        while (seen.Count < sequence.Steps.Count)
        {
            seen.AddRange(await CallAsync(harness, sequence, first: seen.Count));
        }

        Assert.Equal(sequence.Steps, seen);
        Assert.Equal(sequence.Steps.Count, harness.Handler.Requests.Count);
    }

    /// <summary>Returns the steps of one call, in the terms of the sequence.</summary>
    private static async Task<IReadOnlyList<SequenceStep>> CallAsync(RetryHarness harness, Sequence sequence, int first)
    {
        var error = await Record.ExceptionAsync(() => harness.GetIdAsync());
        var last = harness.Arrivals.Count - 1;
        var retries = Enumerable.Range(first, last - first).Select(index => sequence.Steps[index] with
        {
            Outcome = "retry",
            TokensAfter = harness.Arrivals[index + 1].Tokens,
            DelaySeconds = harness.Waits[index],
        });
        var expectedStatus = sequence.Steps[last].Status;
        Assert.Equal(expectedStatus == 200 ? null : expectedStatus, (int?)(error as CognitoIdentityException)?.StatusCode);
        var outcome = error is null ? "success" : last - first + 1 == sequence.MaxAttempts ? "max-attempts" : "quota";
        return [.. retries, sequence.Steps[last] with { Outcome = outcome, TokensAfter = harness.Quota.Tokens, DelaySeconds = null }];
    }

    private static Step CannedResponse(SequenceStep step) =>
        step.Status == 200 ? Support.CannedResponse.Ok
        : step.Code is { } code ? Support.CannedResponse.Error(code, step.Status)
        : Support.CannedResponse.Body("", step.Status);

    private sealed record Sequence(string Name, int MaxAttempts, int InitialTokens, IReadOnlyList<SequenceStep> Steps);

    private sealed record SequenceStep(int Status, string? Code, string Outcome, int TokensAfter, double? DelaySeconds);
}
