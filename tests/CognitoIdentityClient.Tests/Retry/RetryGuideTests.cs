using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Retry;

public sealed class RetryGuideTests
{
    [Fact]
    public void Guide_says_of_every_operation_what_a_lost_response_can_leave_behind()
    {
        var rows = Repository.Read("docs/guides/retries.md").Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|'))
            .Where(cells => cells is [_, _, " yes " or " no ", { Length: > 3 }, ""])
            .Select(cells => cells[1].Trim(' ', '`'))
            .Where(Calls.ByName.ContainsKey);

        Assert.Equal(Calls.ByName.Keys.Order(), rows.Order());
    }
}
