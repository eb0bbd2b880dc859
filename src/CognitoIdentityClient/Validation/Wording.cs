namespace CognitoIdentity;

/// <summary>How ranges and counts are put in words.</summary>
internal static class Wording
{
    public static string Range(int min, int max) => min == 0 ? $"up to {max}" : max == int.MaxValue ? $"{min} or more" : $"{min} to {max}";

    public static string Count(int count, string singular, string? plural = null) =>
        count == 1 ? $"1 {singular}" : $"{count} {plural ?? singular + "s"}";
}
