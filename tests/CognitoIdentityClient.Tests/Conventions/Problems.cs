namespace CognitoIdentity.Tests.Conventions;

/// <summary>The violations of a convention. All of them are shown, because whoever broke a convention did so more than once.</summary>
internal static class Problems
{
    public static void AssertNone(IEnumerable<string> problems)
    {
        var lines = problems.ToList();
        Assert.True(lines.Count == 0, $"{lines.Count} to change:{Environment.NewLine}{string.Join(Environment.NewLine, lines)}");
    }
}
