using CognitoIdentity.Tests.Conventions;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Retry;

/// <summary>docs/guides/retries.md, "What a lost response can leave behind".</summary>
public sealed class RetryGuideTests
{
    [Theory]
    [MemberData(nameof(Contract.OperationNames), MemberType = typeof(Contract))]
    public void Guide_says_whether_an_operation_is_repeated_and_what_a_lost_response_can_leave_behind(string operation)
    {
        var row = Assert.Single(
            Repository.Read("docs/guides/retries.md").Split('\n'),
            line => line.StartsWith($"| `{operation}` |", StringComparison.Ordinal));
        var cells = row.Split('|', StringSplitOptions.TrimEntries);
        var effect = Shape.Descriptor(operation).Effect;

        Assert.Equal(effect == OperationEffect.NonRepeatableWrite ? "no" : "yes", cells[2]);
        Assert.Equal(effect == OperationEffect.Read, cells[3] == "nothing: it reads");
        Assert.NotEmpty(cells[3]);
    }

    [Fact]
    public void Guide_names_the_removals_whose_repetition_succeeds_if_nothing_is_found()
    {
        var sentence = Assert.Single(
            Repository.Read("docs/guides/retries.md").Split("\n\n"),
            paragraph => paragraph.Contains(" succeed if a repetition", StringComparison.Ordinal));

        Assert.Equal(
            Contract.Instance.Operations.Keys.Where(name => Shape.Descriptor(name).Effect == OperationEffect.RepeatableRemoval).Order(),
            Contract.Instance.Operations.Keys.Where(name => sentence.Contains($"`{name}`", StringComparison.Ordinal)).Order());
    }
}
