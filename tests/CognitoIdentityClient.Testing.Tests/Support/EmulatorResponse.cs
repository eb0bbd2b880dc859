using System.Text.Json;

namespace CognitoIdentity.Testing.Tests;

/// <summary>A response of the emulator as it was received.</summary>
internal sealed record EmulatorResponse(int Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string? ErrorCode => Status == 200 ? null : Text("__type");

    public string? ErrorMessage => Status == 200 ? null : Text("message");

    public string Text(string member) => Json.GetProperty(member).GetString()!;

    /// <summary>The body of the response, which must be a success.</summary>
    public EmulatorResponse Ok()
    {
        Assert.True(Status == 200, $"Expected a success but got {Status}: {Body}");
        return this;
    }

    public void IsError(string code, string message)
    {
        Assert.True(Status != 200, $"Expected {code} but got a success: {Body}");
        Assert.Equal((code, message), (ErrorCode, ErrorMessage));
    }
}
