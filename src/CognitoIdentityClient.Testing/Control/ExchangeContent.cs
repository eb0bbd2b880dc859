using System.Text.Json;

namespace CognitoIdentity.Testing;

/// <summary>The JSON of an exchange, read leniently: a member that is missing or of another type is null.</summary>
internal sealed class ExchangeContent
{
    private readonly JsonElement _request;
    private readonly JsonElement _response;

    public ExchangeContent(Exchange exchange)
    {
        Exchange = exchange;
        _request = Parse(System.Text.Encoding.UTF8.GetBytes(exchange.Request.Body));
        _response = Parse(exchange.Response?.Body ?? []);
        if (exchange.Response is { Status: >= 300 } failed)
        {
            ErrorCode = failed.Failure?.Code;
            ErrorMessage = failed.Failure?.Message;
        }
    }

    public Exchange Exchange { get; }

    /// <summary>The error's code; null for a success and for an error that has none.</summary>
    public string? ErrorCode { get; }

    public string? ErrorMessage { get; }

    /// <summary>Returns a text of the request.</summary>
    public string? Sent(string name) => Text(_request, name);

    /// <summary>Returns a text of the response.</summary>
    public string? Returned(string name) => Text(_response, name);

    public JsonElement? ReturnedObject(string name) => Find(_response, name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    /// <summary>Returns the number of items in a list or an object of the response.</summary>
    public int ReturnedCount(string name) => Count(Find(_response, name));

    public int SentCount(string name) => Count(Find(_request, name));

    /// <summary>
    /// Returns the names of an object's members or the texts of a list in the request, joined by commas; null when there are none.
    /// </summary>
    public string? SentNames(string name)
    {
        string[] names = Find(_request, name) switch
        {
            { ValueKind: JsonValueKind.Object } map => [.. map.EnumerateObject().Select(member => member.Name)],
            { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(item => item.ToString())],
            _ => [],
        };
        return names.Length == 0 ? null : string.Join(", ", names);
    }

    private static int Count(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.Object } map => map.EnumerateObject().Count(),
        { ValueKind: JsonValueKind.Array } list => list.GetArrayLength(),
        _ => 0,
    };

    private static JsonElement? Find(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement element, string name)
    {
        try
        {
            return Find(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // The text has an escape that is not valid Unicode.
            return null;
        }
    }

    private static JsonElement Parse(byte[] body)
    {
        try
        {
            if (body.Length == 0)
            {
                return default;
            }

            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
