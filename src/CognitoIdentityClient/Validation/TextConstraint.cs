namespace CognitoIdentity;

/// <summary>
/// A text with a minimum and a maximum length, and optionally a pattern. Lengths count UTF-16 units, as in the service (Java).
/// </summary>
internal sealed class TextConstraint(int min, int max, TextPattern? pattern = null) : Constraint<string>
{
    public override void Check(string value, ref RequestChecker checker) => Check(value, ref checker, subject: "");

    /// <summary>Checks the key of an entry in a map.</summary>
    public void CheckKey(string key, ref RequestChecker checker) => Check(key, ref checker, subject: "has a key that ");

    private void Check(string value, ref RequestChecker checker, string subject)
    {
        if (!checker.ChecksLimits)
        {
            return;
        }

        if (value.Length < min || value.Length > max)
        {
            var allowed = Wording.Range(min, max);
            checker.Add($"{allowed} characters", $"{subject}is {Wording.Count(value.Length, "character")} long; {allowed} are allowed");
        }

        // No pattern matches the empty text, but its mistake is the length, which is reported above.
        if (pattern is not null && value.Length > 0 && !pattern.Matches(value))
        {
            checker.Add(
                $"pattern {pattern.Text}",
                $"{subject}does not match the pattern {pattern.Text} ({Wording.Count(value.Length, "character")})");
        }
    }
}
