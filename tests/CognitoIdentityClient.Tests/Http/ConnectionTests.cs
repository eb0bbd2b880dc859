using System.Net.Sockets;
using CognitoIdentity.Tests.Support;
using WireMock.ResponseBuilders;

namespace CognitoIdentity.Tests.Http;

/// <summary>The client that owns its connections, over real sockets.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public async Task Request_on_the_wire_is_a_POST_with_the_documented_headers_and_a_length()
    {
        using var server = StubServer.Start(Response.Create().WithBody("""{"IdentityId":"1"}"""));
        using var client = Client(new($"{server.Url}/custom"));

        var response = await client.GetIdAsync(new() { IdentityPoolId = "r:0" });

        var request = Assert.Single(server.LogEntries).RequestMessage!;
        Assert.Equal("1", response.IdentityId);
        Assert.Equal(("POST", $"{server.Url}/custom/", "1.1"), (request.Method, request.AbsoluteUrl, request.HttpVersion));
        Assert.Equal("""{"IdentityPoolId":"r:0"}""", request.Body);
        Assert.All(
            new Dictionary<string, string>
            {
                ["Host"] = new Uri(server.Url!).Authority,
                ["Content-Type"] = "application/x-amz-json-1.1",
                ["Content-Length"] = "24",
                ["X-Amz-Target"] = "AWSCognitoIdentityService.GetId",
                ["amz-sdk-request"] = "attempt=1; max=3",
            },
            header => Assert.Equal(header.Value, Assert.Single(request.Headers![header.Key])));
        Assert.DoesNotContain("Transfer-Encoding", request.Headers!.Keys, StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain("Accept-Encoding", request.Headers.Keys, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Refused_connection_is_typed_with_the_host_and_the_attempts()
    {
        using var port = new RefusingPort();
        using var client = Client(port.Endpoint);

        var error = await TestClient.FailureAsync<CognitoIdentityConnectionException>(client.GetIdAsync(TestClient.GetIdRequest));

        Check(error, port.Endpoint, attempts: 3);
        Assert.IsType<SocketException>(error.InnerException!.InnerException);
    }

    [Fact]
    public async Task Refused_connection_of_CreateIdentityPool_is_retried_since_nothing_was_sent()
    {
        using var port = new RefusingPort();
        using var client = Client(port.Endpoint);

        var error = await TestClient.FailureAsync<CognitoIdentityConnectionException>(Calls.ByName["CreateIdentityPool"](client, default));

        Check(error, port.Endpoint, attempts: 3);
    }

    public static TheoryData<string> Breakages => [.. BreakagesByName.Keys];

    private static readonly Dictionary<string, Func<Socket, Task>> BreakagesByName = new()
    {
        ["reset before the response"] = LoopbackServer.ResetAsync,
        ["closed before the response"] = _ => Task.CompletedTask,
        ["closed within the headers"] = connection => LoopbackServer.SendAsync(connection, "HTTP/1.1 200 OK\r\nContent-Le"),
        ["closed within the body"] = connection =>
            LoopbackServer.SendAsync(connection, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"Ident"),
        ["closed within a chunk"] = connection =>
            LoopbackServer.SendAsync(connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n{\"Ident"),
        ["no HTTP"] = connection => LoopbackServer.SendAsync(connection, "SSH-2.0-OpenSSH_9.6\r\n\r\n"),
    };

    [Theory]
    [MemberData(nameof(Breakages))]
    public async Task Broken_response_is_typed_with_the_host_and_the_attempts(string breakage)
    {
        await using var server = new LoopbackServer(BreakagesByName[breakage]);
        using var client = Client(server.Endpoint);

        var error = await TestClient.FailureAsync<CognitoIdentityConnectionException>(client.GetIdAsync(TestClient.GetIdRequest));

        Check(error, server.Endpoint, attempts: 3);
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Breakages))]
    public async Task Broken_response_to_CreateIdentityPool_is_not_retried(string breakage)
    {
        await using var server = new LoopbackServer(BreakagesByName[breakage]);
        using var client = Client(server.Endpoint);

        var error = await TestClient.FailureAsync<CognitoIdentityConnectionException>(Calls.ByName["CreateIdentityPool"](client, default));

        Assert.Equal(0, error.RetryAttempts);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Error_whose_body_is_cut_short_is_still_the_services_error()
    {
        await using var server = new LoopbackServer(connection => LoopbackServer.SendAsync(
            connection,
            "HTTP/1.1 400 Bad Request\r\nx-amzn-ErrorType: NotAuthorizedException:\r\nContent-Length: 100\r\n\r\n{\"__ty"));
        using var client = Client(server.Endpoint);

        var error = await TestClient.FailureAsync<NotAuthorizedException>(client.GetIdAsync(TestClient.GetIdRequest));

        Assert.Equal(400, (int)error.StatusCode!);
    }

    [Fact]
    public async Task Redirect_is_not_followed()
    {
        using var other = StubServer.Start(Response.Create().WithBody("""{"IdentityId":"stolen"}"""));
        using var server = StubServer.Start(Response.Create().WithStatusCode(307).WithHeader("Location", other.Url!));
        using var client = Client(new(server.Url!));

        var error = await TestClient.FailureAsync<CognitoIdentityException>(client.GetIdAsync(TestClient.GetIdRequest));

        Assert.Equal(307, (int)error.StatusCode!);
        Assert.Empty(other.LogEntries);
    }

    [Fact]
    public async Task Cancellation_while_the_server_is_silent_ends_the_call()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = new LoopbackServer(async connection =>
        {
            await cancellation.CancelAsync();
            await connection.ReceiveAsync(new byte[1]);
        });
        using var client = Client(server.Endpoint);

        var error = await TestClient.FailureAsync<OperationCanceledException>(
            client.GetIdAsync(TestClient.GetIdRequest, cancellation.Token));

        Assert.Equal(cancellation.Token, error.CancellationToken);
    }

    private static CognitoIdentityClient Client(Uri endpoint) => new(TestClient.Options(options => options.Endpoint = endpoint));

    private static void Check(CognitoIdentityConnectionException error, Uri endpoint, int attempts)
    {
        Assert.Contains(endpoint.Authority, error.Message);
        Assert.Contains($"{attempts} attempts", error.Message);
        Assert.NotNull(error.InnerException);
        Assert.Equal(attempts - 1, error.RetryAttempts);
        Assert.Null(error.StatusCode);
    }
}
