namespace CognitoIdentity;

/// <summary>The words for ranges and counts in messages.</summary>
internal static class Wording
{
    /// <summary>Returns a range in words: <c>1 to 55</c>, <c>up to 10</c>, <c>1 or more</c>.</summary>
    public static string Range(int min, int max) => min == 0 ? $"up to {max}" : max == int.MaxValue ? $"{min} or more" : $"{min} to {max}";

    /// <summary>Returns a count with its noun: <c>1 item</c>, <c>2 items</c>.</summary>
    public static string Count(int count, string singular, string? plural = null) =>
        count == 1 ? $"1 {singular}" : $"{count} {plural ?? singular + "s"}";
}
