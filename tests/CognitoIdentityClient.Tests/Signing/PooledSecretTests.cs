using System.Buffers;
using System.Net;
using System.Text;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Signing;

/// <summary>Arrays that went back to the shared pools, where any code of the process can rent them next.</summary>
public sealed class PooledSecretTests
{
    private const string Marker = "SECRETMARKER";
    private const int LargestArray = 1 << 20;
    private const int ResponseLimit = 1 << 19;
    private const int ArraysOfASize = 4;

    [Theory]
    [InlineData(SignatureLocation.AuthorizationHeader)]
    [InlineData(SignatureLocation.QueryString)]
    public void Arrays_in_the_shared_pools_hold_no_secret_after_calls(SignatureLocation location)
    {
        // Longer than what .NET keeps on the stack.
        var token = Token(doublings: 6);
        using var handler = new ImmediateHandler(_ => Respond(new ByteArrayContent(Credentials(token))));
        using var client = Create(handler, location, token);

        var bytes = Stock<byte>();
        var characters = Stock<char>();

        // On one thread: the arrays that it returns to the pool are rented again below.
        for (var i = 0; i < 3; i++)
        {
            Assert.True(client.ListIdentityPoolsAsync(TestClient.ListRequest).IsCompletedSuccessfully);
            Assert.True(SignInAsync(client, token).IsCompletedSuccessfully);
            Assert.True(client.GetCredentialsForIdentityAsync(new() { IdentityId = TestClient.PoolId }).IsCompletedSuccessfully);
        }

        Assert.Equal([], FindMarker(bytes, array => Encoding.Latin1.GetString(array)));
        Assert.Equal([], FindMarker(characters, array => new string(array)));
    }

    // A body grows through arrays of several sizes when its length is not declared.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Arrays_in_the_shared_pools_hold_no_secret_after_large_responses(bool isLengthDeclared)
    {
        var body = Credentials(Token(doublings: 14));
        Assert.InRange(body.Length, 200_000, ResponseLimit);
        using var handler = new ImmediateHandler(_ => Respond(
            isLengthDeclared ? new ByteArrayContent(body) : new StreamContent(new UnseekableStream(body))));
        using var client = Create(handler, SignatureLocation.AuthorizationHeader, Token(doublings: 6));

        var bytes = Stock<byte>();
        var characters = Stock<char>();
        for (var i = 0; i < 3; i++)
        {
            Assert.True(client.GetCredentialsForIdentityAsync(new() { IdentityId = TestClient.PoolId }).IsCompletedSuccessfully);
        }

        Assert.Equal([], FindMarker(bytes, array => Encoding.Latin1.GetString(array)));
        Assert.Equal([], FindMarker(characters, array => new string(array)));
    }

    [Theory]
    [InlineData(SignatureLocation.AuthorizationHeader)]
    [InlineData(SignatureLocation.QueryString)]
    public void Arrays_in_the_shared_pools_hold_no_secret_after_errors(SignatureLocation location)
    {
        var token = Token(doublings: 6);
        var large = Credentials(Token(doublings: 16));
        Assert.InRange(large.Length, ResponseLimit, int.MaxValue);
        var responses = new Func<HttpRequestMessage, HttpResponseMessage>[]
        {
            // Refused, with the request in the message.
            request => Respond(new ByteArrayContent(Refusal(request, token)), HttpStatusCode.BadRequest),

            // Not JSON, longer than the limit, and broken off.
            _ => Respond(new ByteArrayContent(Encoding.UTF8.GetBytes(token)), HttpStatusCode.BadGateway),
            _ => Respond(new ByteArrayContent(Encoding.UTF8.GetBytes(string.Concat("{\"Credentials\":", token)))),
            _ => Respond(new StreamContent(new UnseekableStream(large))),
            _ => Respond(new StreamContent(new UnseekableStream(Credentials(token), breaks: true))),
            request => Respond(new StreamContent(new UnseekableStream(Refusal(request, token), breaks: true)), HttpStatusCode.BadRequest),
        };
        var next = 0;
        using var handler = new ImmediateHandler(request => responses[next](request));
        using var client = Create(handler, location, token);

        var bytes = Stock<byte>();
        var characters = Stock<char>();
        for (; next < responses.Length; next++)
        {
            Assert.True(SignInAsync(client, token).IsFaulted);
            Assert.True(client.GetCredentialsForIdentityAsync(
                new() { IdentityId = TestClient.PoolId, Logins = Logins(token) }).IsFaulted);
        }

        Assert.Equal([], FindMarker(bytes, array => Encoding.Latin1.GetString(array)));
        Assert.Equal([], FindMarker(characters, array => new string(array)));
    }

    // With characters that JSON and a query string escape.
    private static string Token(int doublings)
    {
        var token = Marker + "+/=";
        for (var i = 0; i < doublings; i++)
        {
            token += token;
        }

        return token;
    }

    private static CognitoIdentityClient Create(HttpMessageHandler handler, SignatureLocation location, string token) =>
        TestClient.Create(handler, options =>
        {
            (options.SignatureLocation, options.MaxAttempts, options.MaxResponseBytes) = (location, 1, ResponseLimit);
            options.Credentials = new TestCredentials($"AKID{Marker}", $"{Marker}secret", token);
        });

    private static Task<GetOpenIdTokenForDeveloperIdentityResponse> SignInAsync(CognitoIdentityClient client, string token) =>
        client.GetOpenIdTokenForDeveloperIdentityAsync(new() { IdentityPoolId = TestClient.PoolId, Logins = Logins(token) });

    private static Dictionary<string, string> Logins(string token) => new() { ["login.example"] = token };

    private static HttpResponseMessage Respond(HttpContent content, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = content };

    // Concatenated, since an interpolated string would leave the token in the pool itself.
    private static byte[] Credentials(string token) => Encoding.UTF8.GetBytes(string.Concat(
    [
        "{\"IdentityId\":\"us-east-1:1\",\"Token\":\"", token,
        "\",\"Credentials\":{\"AccessKeyId\":\"ASIA\",\"Expiration\":1.0,",
        "\"SecretKey\":\"SECRET\\u004DARKER\",\"SessionToken\":\"", token, "\"}}",
    ]));

    private static byte[] Refusal(HttpRequestMessage request, string token) => Encoding.UTF8.GetBytes(string.Concat(
    [
        "{\"__type\":\"ValidationException\",\"message\":\"Value '", token, "' of ", request.Headers.Authorization?.Parameter, " in ",
        request.RequestUri!.PathAndQuery, "\"}",
    ]));

    /// <summary>Puts empty arrays of all sizes into the pool: it lends them before it allocates others.</summary>
    private static HashSet<T[]> Stock<T>()
    {
        var stock = new HashSet<T[]>(ReferenceEqualityComparer.Instance);
        for (var size = 16; size <= LargestArray; size *= 2)
        {
            var rented = Enumerable.Range(0, ArraysOfASize).Select(_ => ArrayPool<T>.Shared.Rent(size)).ToList();
            stock.UnionWith(rented);
            rented.ForEach(array => ArrayPool<T>.Shared.Return(array, clearArray: true));
        }

        return stock;
    }

    // Only in the arrays that were empty before: a new one is not initialized and may contain what any dead object of the process held.
    private static List<string> FindMarker<T>(HashSet<T[]> stock, Func<T[], string> text)
    {
        var found = new List<string>();
        for (var size = 16; size <= LargestArray; size *= 2)
        {
            var rented = Enumerable.Range(0, ArraysOfASize).Select(_ => ArrayPool<T>.Shared.Rent(size)).ToList();
            found.AddRange(rented
                .Where(stock.Contains)
                .Select(array => (Text: text(array), Start: text(array).IndexOf(Marker, StringComparison.Ordinal)))
                .Where(array => array.Start >= 0)
                .Select(array =>
                    $"{typeof(T).Name}[{array.Text.Length}] at {array.Start}: {array.Text.Substring(Math.Max(0, array.Start - 40), 80)}"));
            rented.ForEach(array => ArrayPool<T>.Shared.Return(array));
        }

        return found;
    }

    /// <summary>Reads the request as a connection does, and responds at once.</summary>
    private sealed class ImmediateHandler(Func<HttpRequestMessage, HttpResponseMessage> respond) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var sent = new MemoryStream();
            request.Content!.CopyTo(sent, null, cancellationToken);
            _ = request.RequestUri!.PathAndQuery;
            return Task.FromResult(respond(request));
        }
    }

    /// <summary>A body of unknown length, which may break off before its end.</summary>
    private sealed class UnseekableStream(byte[] body, bool breaks = false) : MemoryStream
    {
        private int _read;

        public override bool CanSeek => false;

        // The methods of the base class would copy through an array of the pool.
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (breaks && _read > 0)
            {
                return ValueTask.FromException<int>(new IOException("The connection was reset."));
            }

            var part = body.AsSpan(_read, Math.Min(Math.Min(buffer.Length, 3000), body.Length - _read));
            part.CopyTo(buffer.Span);
            _read += part.Length;
            return new(part.Length);
        }
    }
}
