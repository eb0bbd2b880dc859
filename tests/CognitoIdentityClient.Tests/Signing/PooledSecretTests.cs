using System.Buffers;
using System.Net;
using System.Text;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Signing;

/// <summary>Arrays that went back to the shared pools, where any code of the process can rent them next.</summary>
public sealed class PooledSecretTests
{
    private const string Marker = "SECRETMARKER";
    private const int LargestArray = 1 << 17;
    private const int ArraysOfASize = 4;

    [Theory]
    [InlineData(SignatureLocation.AuthorizationHeader)]
    [InlineData(SignatureLocation.QueryString)]
    public void Arrays_in_the_shared_pools_hold_no_secret_after_calls(SignatureLocation location)
    {
        // Longer than what .NET keeps on the stack, and with characters that a query string escapes.
        var token = Marker + "+/=";
        for (var i = 0; i < 6; i++)
        {
            token += token;
        }

        using var handler = new ImmediateHandler(token);
        using var client = TestClient.Create(handler, options =>
        {
            options.SignatureLocation = location;
            options.Credentials = new TestCredentials($"AKID{Marker}", $"{Marker}secret", token);
        });

        var bytes = Stock<byte>();
        var characters = Stock<char>();

        // On one thread: the arrays that it returns to the pool are rented again below.
        for (var i = 0; i < 3; i++)
        {
            Assert.True(client.ListIdentityPoolsAsync(TestClient.ListRequest).IsCompletedSuccessfully);
            Assert.True(client.GetOpenIdTokenForDeveloperIdentityAsync(new()
            {
                IdentityPoolId = TestClient.PoolId,
                Logins = new Dictionary<string, string> { ["login.example"] = token },
            }).IsCompletedSuccessfully);
            Assert.True(client.GetCredentialsForIdentityAsync(new() { IdentityId = TestClient.PoolId }).IsCompletedSuccessfully);
        }

        Assert.Equal([], FindMarker(bytes, array => Encoding.Latin1.GetString(array)));
        Assert.Equal([], FindMarker(characters, array => new string(array)));
    }

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

    /// <summary>Reads the request as a connection does, and responds at once with secrets.</summary>
    private sealed class ImmediateHandler(string token) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var sent = new MemoryStream();
            request.Content!.CopyTo(sent, null, cancellationToken);
            _ = request.RequestUri!.PathAndQuery;
            var response = new HttpResponseMessage(HttpStatusCode.OK)
            {
                // Concatenated, since an interpolated string would leave the token in the pool itself.
                Content = new ByteArrayContent(Encoding.UTF8.GetBytes(string.Concat(
                [
                    "{\"IdentityId\":\"us-east-1:1\",\"Token\":\"", token,
                    "\",\"Credentials\":{\"AccessKeyId\":\"ASIA\",\"Expiration\":1.0,",
                    "\"SecretKey\":\"SECRET\\u004DARKER\",\"SessionToken\":\"", token, "\"}}",
                ]))),
            };
            return Task.FromResult(response);
        }
    }
}
