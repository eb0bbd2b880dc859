using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CognitoIdentity;

/// <summary>
/// A position in a list: the service's token of a page, and the number of items of that page that were already returned. The text form is
/// boto3's (botocore, <c>paginate.py</c>), so that a list can be continued in either language.
/// </summary>
/// <param name="NextToken">The token that fetches the page; null for the first.</param>
/// <param name="ItemsReturned">
/// The number of its items that were returned; null at the beginning of a page. Both null and 0 skip nothing, but boto3 writes them
/// differently.
/// </param>
internal readonly record struct PagePosition(string? NextToken, int? ItemsReturned)
{
    private const string NextTokenName = "NextToken";
    private const string ItemsReturnedName = "boto_truncate_amount";

    /// <summary>The number of items of the page to skip.</summary>
    public int Skip => ItemsReturned ?? 0;

    /// <summary>Parses a token. A text that is not in boto3's form is a token of the service.</summary>
    public static PagePosition Parse(string token)
    {
        var buffer = new byte[token.Length];
        if (Convert.TryFromBase64String(token, buffer, out var length))
        {
            try
            {
                using var json = JsonDocument.Parse(buffer.AsMemory(0, length));
                if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(NextTokenName, out var next))
                {
                    var returned = json.RootElement.TryGetProperty(ItemsReturnedName, out var amount)
                        ? Math.Max(amount.GetInt32(), 0)
                        : (int?)null;
                    return new(string.IsNullOrEmpty(next.GetString()) ? null : next.GetString(), returned);
                }
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
            {
                // A token of the service that happens to be valid Base64.
            }
        }

        return new(token, null);
    }

    /// <summary>Returns the token as text, with the spaces that Python's <c>json.dumps</c> writes.</summary>
    public override string ToString()
    {
        var next = NextToken is null ? "null" : $"\"{JsonEncodedText.Encode(NextToken, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
        var given = ItemsReturned is null ? "" : $", \"{ItemsReturnedName}\": {ItemsReturned}";
        return Convert.ToBase64String(Encoding.UTF8.GetBytes($"{{\"{NextTokenName}\": {next}{given}}}"));
    }
}
