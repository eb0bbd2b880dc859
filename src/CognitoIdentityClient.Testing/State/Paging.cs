using System.Text;

namespace CognitoIdentity.Testing;

/// <summary>
/// Pages over sorted texts. A token is the last item of the page before it in Base64, as the tokens in the API reference's
/// samples are, so it stays good while items come and go.
/// </summary>
internal static class Paging
{
    /// <summary>Returns the items of a page, and the token of the next one if there is more.</summary>
    /// <exception cref="ServiceError">InvalidParameterException for an invalid token.</exception>
    public static (IReadOnlyList<string> Items, string? NextToken) Page(
        SortedSet<string> all, string? token, int size, Func<string, bool>? filter = null)
    {
        var page = new List<string>(size);
        foreach (var item in After(all, token is null ? null : Decode(token)))
        {
            if (filter?.Invoke(item) == false)
            {
                continue;
            }

            if (page.Count == size)
            {
                return (page, Convert.ToBase64String(Encoding.UTF8.GetBytes(page[^1])));
            }

            page.Add(item);
        }

        return (page, null);
    }

    private static IEnumerable<string> After(SortedSet<string> all, string? last)
    {
        if (last is null)
        {
            return all;
        }

        if (all.Count == 0 || string.CompareOrdinal(last, all.Max) >= 0)
        {
            return [];
        }

        // A view starts in the middle of the tree: a page costs its own length, not the length of what lies before it.
        return all.GetViewBetween(last, all.Max).SkipWhile(item => item == last);
    }

    private static string Decode(string token)
    {
        var bytes = new byte[token.Length];
        if (!Convert.TryFromBase64String(token, bytes, out var length) || length == 0)
        {
            throw ServiceError.InvalidParameter("Invalid NextToken.");
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }
}
