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

    [Theory]
    [InlineData(SignatureLocation.AuthorizationHeader)]
    [InlineData(SignatureLocation.QueryString)]
    public void Arrays_in_the_shared_pools_hold_no_secret_after_calls(SignatureLocation location)
    {
        // Longer than what .NET keeps on the stack, and with characters that a query string escapes.
        var token = string.Concat(Enumerable.Repeat($"{Marker}+/=", 80));
        using var handler = new ImmediateHandler(token);
        using var client = TestClient.Create(handler, options =>
        {
            options.SignatureLocation = location;
            options.Credentials = new TestCredentials($"AKID{Marker}", $"{Marker}secret", token);
        });

        // On one thread, whose own arrays of the pool are the ones that are rented again below.
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

        Assert.Equal([], SizesWithMarker<byte>(bytes => Encoding.Latin1.GetString(bytes)));
        Assert.Equal([], SizesWithMarker<char>(characters => new string(characters)));
    }

    private static List<int> SizesWithMarker<T>(Func<T[], string> text)
    {
        var found = new List<int>();
        for (var size = 16; size <= LargestArray; size *= 2)
        {
            var rented = Enumerable.Range(0, 8).Select(_ => ArrayPool<T>.Shared.Rent(size)).ToList();
            found.AddRange(rented.Where(array => text(array).Contains(Marker, StringComparison.Ordinal)).Select(array => array.Length));
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
                Content = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""
                    {
                      "IdentityId": "us-east-1:1", "Token": "{{token}}",
                      "Credentials": { "AccessKeyId": "ASIA", "SecretKey": "{{Marker}}\u002B", "SessionToken": "{{token}}", "Expiration": 1.0 }
                    }
                    """)),
            };
            return Task.FromResult(response);
        }
    }
}
