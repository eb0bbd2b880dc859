namespace CognitoIdentity;

/// <summary>Text with a least and a greatest length and perhaps a pattern. Lengths count UTF-16 units, as the service (Java) does.</summary>
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

        // No pattern matches the empty text, whose length is what is wrong with it.
        if (pattern is not null && value.Length > 0 && !pattern.Matches(value))
        {
            checker.Add(
                $"pattern {pattern.Text}",
                $"{subject}does not match the pattern {pattern.Text} ({Wording.Count(value.Length, "character")})");
        }
    }
}
