using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CognitoIdentity;

/// <summary>
/// Where a list was left: the service's token of a page, and how many items of that page were already given. The text is boto3's (botocore,
/// <c>paginate.py</c>), so that a script can stop in one language and go on in the other.
/// </summary>
internal readonly record struct PagePosition(string? NextToken, int ItemsGiven)
{
    private const string NextTokenName = "NextToken";
    private const string ItemsGivenName = "boto_truncate_amount";

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
                    var given = json.RootElement.TryGetProperty(ItemsGivenName, out var amount) ? amount.GetInt32() : 0;
                    return new(next.GetString(), Math.Max(given, 0));
                }
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
            {
                // Base64 by chance: a service token.
            }
        }

        return new(token, 0);
    }

    /// <summary>The token as text, with the spaces that Python's <c>json.dumps</c> writes.</summary>
    public override string ToString()
    {
        var next = NextToken is null ? "null" : $"\"{JsonEncodedText.Encode(NextToken, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
        var given = ItemsGiven > 0 ? $", \"{ItemsGivenName}\": {ItemsGiven}" : "";
        return Convert.ToBase64String(Encoding.UTF8.GetBytes($"{{\"{NextTokenName}\": {next}{given}}}"));
    }
}
