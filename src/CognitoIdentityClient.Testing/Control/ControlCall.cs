using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace CognitoIdentity.Testing;

/// <summary>A request to the control API with what its handler needs to read it and to respond.</summary>
/// <param name="Http">The request and its response.</param>
/// <param name="Id">The part of the path that names one thing; empty for a path without one.</param>
internal sealed record ControlCall(HttpContext Http, string Id)
{
    private const int MaxBodyBytes = 64 * 1024 * 1024;

    public CancellationToken Canceled => Http.RequestAborted;

    /// <summary>Returns a query parameter; null when it is left out or empty.</summary>
    public string? Query(string name) => Http.Request.Query[name] switch
    {
        { Count: > 1 } => throw ControlError.Invalid($"'{name}' can be given only once."),
        var value => value.ToString() is { Length: > 0 } text ? text : null,
    };

    public bool QueryFlag(string name) => Query(name) switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw ControlError.Invalid($"'{name}' must be true or false."),
    };

    public long QueryNumber(string name, long @default, long min, long max)
    {
        if (Query(name) is not { } text)
        {
            return @default;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw ControlError.Invalid($"'{name}' must be a whole number from {min} to {max}.");
    }

    /// <summary>Reads the text of the body, as UTF-8 without a byte order mark.</summary>
    /// <exception cref="ControlError">The body is not UTF-8, or too large.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadTextAsync()
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await Http.Request.Body.ReadAsync(buffer, Canceled).ConfigureAwait(false)) > 0)
        {
            if (body.Length + count > MaxBodyBytes)
            {
                throw ControlError.Invalid($"The body must be smaller than {MaxBodyBytes} bytes.");
            }

            body.Write(buffer, 0, count);
        }

        var text = body.GetBuffer().AsMemory(0, (int)body.Length);
        return Utf8.IsValid(text.Span)
            ? text[ByteOrderMark.LengthIn(text.Span)..]
            : throw ControlError.Invalid("The body is not valid UTF-8.");
    }

    public async Task<ControlBody> ReadAsync(params string[] members) => new(await ReadTextAsync().ConfigureAwait(false), members);

    public async Task RespondAsync<T>(T document, JsonTypeInfo<T> type, int status = 200)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(document, type);
        await RespondAsync(body, status >= 400 ? "application/problem+json" : "application/json", status).ConfigureAwait(false);
    }

    public async Task RespondAsync(ReadOnlyMemory<byte> body, string contentType, int status = 200)
    {
        Http.Response.StatusCode = status;
        Http.Response.ContentType = contentType;
        Http.Response.ContentLength = body.Length;
        await Http.Response.Body.WriteAsync(body, Canceled).ConfigureAwait(false);
    }

    public void RespondNoContent() => Http.Response.StatusCode = 204;
}
