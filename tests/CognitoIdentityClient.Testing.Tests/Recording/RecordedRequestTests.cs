namespace CognitoIdentity.Testing.Tests.Recording;

public class RecordedRequestTests
{
    [Fact]
    public async Task Request_is_recorded_as_it_came()
    {
        await using var service = await TestEmulator.StartAsync();
        service.Time.Advance(TimeSpan.FromSeconds(5));
        await service.CallAsync("ListIdentityPools", """{"MaxResults":7}""");

        var request = Assert.Single(service.Emulator.Requests);
        Assert.Equal(("ListIdentityPools", """{"MaxResults":7}""", true, service.Now),
            (request.Operation, request.Body, request.IsSigned, request.Time));
        Assert.Equal("application/x-amz-json-1.1", request.Headers["content-type"]);
        Assert.Equal("16", request.Headers["Content-Length"]);
    }

    [Fact]
    public async Task Text_of_a_recorded_request_shows_no_secret()
    {
        await using var service = await TestEmulator.StartAsync();
        await service.CallAsync("GetId", """{"IdentityPoolId":"a:0","Logins":{"graph.facebook.com":"secret"}}""");
        Assert.Equal("GetId at 2026-11-22T12:00:00.0000000+00:00", service.Emulator.Requests.Single().ToString());
    }

    [Fact]
    public async Task Oldest_requests_are_forgotten_beyond_the_limit()
    {
        await using var service = await TestEmulator.StartAsync(options => options.MaxRecordedRequests = 2);
        foreach (var operation in new[] { "GetId", "GetOpenIdToken", "UnlinkIdentity" })
        {
            await service.CallAsync(operation, "{}");
        }

        Assert.Equal(["GetOpenIdToken", "UnlinkIdentity"], service.Emulator.Requests.Select(request => request.Operation));
        service.Emulator.Requests.Clear();
        Assert.Empty(service.Emulator.Requests);
    }
}
