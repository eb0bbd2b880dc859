using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CognitoIdentity;

/// <summary>
/// Where a list was left: the service's token of a page, and how many items of that page were already given. The text is boto3's (botocore,
/// <c>paginate.py</c>), so that a script can stop in one language and go on in the other.
/// </summary>
/// <param name="NextToken">The token that fetches the page; null for the first.</param>
/// <param name="ItemsGiven">
/// How many of its items were given; null where a page begins. Both null and 0 skip nothing, but boto3 writes them differently.
/// </param>
internal readonly record struct PagePosition(string? NextToken, int? ItemsGiven)
{
    private const string NextTokenName = "NextToken";
    private const string ItemsGivenName = "boto_truncate_amount";

    /// <summary>How many items of the page to leave out.</summary>
    public int Skip => ItemsGiven ?? 0;

    /// <summary>Reads a token; what is not one in boto3's form is the service's own.</summary>
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
                    var given = json.RootElement.TryGetProperty(ItemsGivenName, out var amount) ? Math.Max(amount.GetInt32(), 0) : (int?)null;
                    return new(string.IsNullOrEmpty(next.GetString()) ? null : next.GetString(), given);
                }
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
            {
                // Base64 by chance: a service token.
            }
        }

        return new(token, null);
    }

    /// <summary>The token as text, with the spaces that Python's <c>json.dumps</c> writes.</summary>
    public override string ToString()
    {
        var next = NextToken is null ? "null" : $"\"{JsonEncodedText.Encode(NextToken, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
        var given = ItemsGiven is null ? "" : $", \"{ItemsGivenName}\": {ItemsGiven}";
        return Convert.ToBase64String(Encoding.UTF8.GetBytes($"{{\"{NextTokenName}\": {next}{given}}}"));
    }
}
