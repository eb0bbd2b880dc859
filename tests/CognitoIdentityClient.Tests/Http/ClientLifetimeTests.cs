using CognitoIdentity.Tests.Signing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Http;

public sealed class ClientLifetimeTests
{
    [Fact]
    public async Task Disposing_a_client_over_a_given_handler_leaves_the_handler_to_its_owner()
    {
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        using (var first = TestClient.Create(handler))
        {
            await first.GetIdAsync(TestClient.GetIdRequest);
        }

        Assert.False(handler.IsDisposed);
        using var second = TestClient.Create(handler);
        await second.GetIdAsync(TestClient.GetIdRequest);
    }

    [Fact]
    public async Task Disposing_a_client_that_owns_its_connections_closes_them()
    {
        var closed = new TaskCompletionSource<int>();
        await using var server = new LoopbackServer(async connection =>
        {
            await LoopbackServer.SendJsonAsync(connection, """{"IdentityId":"us-east-1:1"}""");
            closed.SetResult(await connection.ReceiveAsync(new byte[1]));
        });
        var client = new CognitoIdentityClient(TestClient.Options(options => options.Endpoint = server.Endpoint));
        await client.GetIdAsync(TestClient.GetIdRequest);
        Assert.False(closed.Task.IsCompleted);

        client.Dispose();

        Assert.Equal(0, await closed.Task.WithinSafetyLimit());
    }

    [Fact]
    public async Task Disposed_client_refuses_calls_and_may_be_disposed_again()
    {
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        CognitoIdentityClient[] clients = [TestClient.Create(handler), new(TestClient.Options())];

        foreach (var client in clients)
        {
            client.Dispose();
            client.Dispose();
            await TestClient.FailureAsync<ObjectDisposedException>(client.GetIdAsync(TestClient.GetIdRequest));
        }

        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task Calls_in_parallel_each_get_their_own_response()
    {
        const int Parallel = 400;
        using var handler = new ScriptedHandler(async (request, token) =>
        {
            await Task.Yield();
            var pool = request.Text.Split('"')[3];
            return await CannedResponse.Body($$"""{"IdentityId":"of {{pool}}"}""", 200, ("x-amzn-echo", pool))(request, token);
        });
        using var client = TestClient.Create(handler);

        var responses = await Task.WhenAll(Enumerable.Range(0, Parallel).Select(index =>
            Task.Run(() => client.GetIdAsync(new() { IdentityPoolId = $"pool:{index}" }))));

        Assert.Equal(Enumerable.Range(0, Parallel).Select(index => $"of pool:{index}"), responses.Select(response => response.IdentityId));
        Assert.Equal(
            Enumerable.Range(0, Parallel).Select(index => $"pool:{index}"),
            responses.Select(response => response.ResponseMetadata.HttpHeaders["X-Amzn-Echo"]));
        Assert.Equal(Parallel, handler.Requests.Select(request => request["amz-sdk-invocation-id"]).Distinct().Count());
    }

    [Fact]
    public async Task Signed_calls_in_parallel_are_each_signed_over_their_own_body()
    {
        const int Parallel = 400;
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        using var client = TestClient.Create(handler);

        await Task.WhenAll(Enumerable.Range(0, Parallel).Select(index =>
            Task.Run(() => client.DeleteIdentityPoolAsync(new() { IdentityPoolId = $"us-east-1:{index}" }))));

        Assert.Equal(Parallel, handler.Requests.Count);
        var keys = TestClient.Credentials.GetCredentials();
        Assert.All(handler.Requests, request =>
            Assert.Equal(ReferenceSignature.Compute(request, "us-east-1", keys).Authorization, request["Authorization"]));
    }
}
