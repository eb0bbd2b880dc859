using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Http;

public sealed class RequestHeaderTests
{
    [Fact]
    public async Task User_agent_has_the_shared_form_of_the_AWS_SDKs()
    {
        const string Value = "[0-9A-Za-z!$%&'*+.^_`|~,-]+";
        var userAgent = await UserAgentAsync(null);

        Assert.Matches(
            $@"^CognitoIdentityClient/\d+\.\d+\.\d+ ua/2\.1 os/(linux|windows|macos|ios|android|other)#{Value} md/arch#{Value} "
            + $"lang/dotnet#{Value} cfg/retry-mode#standard$",
            userAgent);
    }

    [Theory]
    [InlineData("shop", "shop")]
    [InlineData("my app/1.0 (größe)", "my-app-1.0--gr--e-")]
    [InlineData("a!$%&'*+-.^_`|~,z", "a!$%&'*+-.^_`|~,z")]
    [InlineData("x\r\nHost: evil", "x--Host--evil")]
    [InlineData("#\"\\", "---")]
    public async Task User_agent_has_the_application_id_with_other_characters_as_hyphens(string applicationId, string expected) =>
        Assert.EndsWith($" app/{expected}", await UserAgentAsync(applicationId));

    [Fact]
    public async Task Invocation_id_is_a_UUID_that_retries_keep_and_a_new_call_does_not()
    {
        using var handler = new ScriptedHandler(CannedResponse.Error("InternalErrorException", 500), CannedResponse.Ok);
        using var client = TestClient.Create(handler);

        await client.GetIdAsync(TestClient.GetIdRequest);
        await client.GetIdAsync(TestClient.GetIdRequest);

        var ids = handler.Requests.Select(request => Guid.ParseExact(request["amz-sdk-invocation-id"]!, "D")).ToArray();
        Assert.Equal(3, ids.Length);
        Assert.Equal(ids[0], ids[1]);
        Assert.NotEqual(ids[0], ids[2]);
    }

    [Theory]
    [InlineData(1, new[] { "attempt=1; max=1" })]
    [InlineData(3, new[] { "attempt=1; max=3", "attempt=2; max=3", "attempt=3; max=3" })]
    public async Task Sdk_request_header_counts_the_attempts(int maxAttempts, string[] expected)
    {
        using var handler = new ScriptedHandler(CannedResponse.Error("InternalErrorException", 500));
        using var client = TestClient.Create(handler, options => options.MaxAttempts = maxAttempts);

        await TestClient.FailureAsync<InternalErrorException>(client.GetIdAsync(TestClient.GetIdRequest));

        Assert.Equal(expected, handler.Requests.Select(request => request["amz-sdk-request"]));
    }

    private static async Task<string> UserAgentAsync(string? applicationId)
    {
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        using var client = TestClient.Create(handler, options => options.ApplicationId = applicationId);
        await client.GetIdAsync(TestClient.GetIdRequest);
        return handler.Request["User-Agent"]!;
    }
}
