namespace CognitoIdentity.Testing.Tests;

/// <summary>Random damage to a text, the same in every run.</summary>
internal sealed class Damage(int seed)
{
    private static readonly char[] Letters = [.. "{}[]\":,=&%*.-+/\\ 0é\u0000\ud83d", (char)0xD800];

    private readonly Random _random = new(seed);

    /// <summary>Returns a text of which up to three characters were replaced, removed, doubled or swapped with the rest.</summary>
    public string Apply(string good)
    {
        var text = good;
        for (var i = _random.Next(1, 4); i > 0 && text.Length > 1; i--)
        {
            var at = _random.Next(text.Length);
            text = _random.Next(5) switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, $"{text[at]}"),
                2 => text[at..] + text[..at],
                3 => text[..at],
                _ => text.Remove(at, 1).Insert(at, $"{Letters[_random.Next(Letters.Length)]}"),
            };
        }

        return text;
    }
}
