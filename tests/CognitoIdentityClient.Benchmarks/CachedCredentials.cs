using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;

namespace CognitoIdentity.Benchmarks;

/// <summary>The cost of a use of cached credentials, which every signed request of an application pays.</summary>
internal static class CachedCredentials
{
    private const int Rounds = 9;
    private const int Uses = 5_000_000;

    public static async Task MeasureAsync()
    {
        using var handler = new Service();
        using var client = new CognitoIdentityClient(new() { Region = "us-east-1" }, handler);
        var credentials = new CognitoIdentityCredentials(new() { IdentityPoolId = Service.PoolId }, client);
        await credentials.GetSessionAsync();

        // Credentials that do not look at both clocks are served after they expired. They read a coarser timestamp than this one.
        Measure("clock", static _ => (TimeProvider.System.GetTimestamp() + TimeProvider.System.GetUtcNow().UtcTicks) != 0, credentials);
        Measure("GetSessionAsync", static credentials => credentials.GetSessionAsync().IsCompletedSuccessfully, credentials);
        Measure("GetCredentialsAsync", static credentials => credentials.GetCredentialsAsync().IsCompletedSuccessfully, credentials);
    }

    private static void Measure(string name, Func<CognitoIdentityCredentials, bool> use, CognitoIdentityCredentials credentials)
    {
        // The best of the rounds: what other processes of the machine take away makes a round only slower.
        var best = double.MaxValue;
        var before = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < Uses; i++)
            {
                if (!use(credentials))
                {
                    throw new InvalidOperationException("The credentials were not cached.");
                }
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds / Uses);
        }

        Print($"{name}, ns", best);
        Print($"{name}, bytes", (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Uses);
    }

    private static void Print(string name, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{value}"));

    /// <summary>Responds to the two calls of a guest, in process.</summary>
    private sealed class Service : HttpMessageHandler
    {
        public const string PoolId = "us-east-1:177a950c-2c08-43f0-9983-28727e9a3b11";

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var expiration = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds();
            var credentials = $$"""{"AccessKeyId":"ASIA","SecretKey":"s","SessionToken":"t","Expiration":{{expiration}}}""";
            var body = $$"""{"IdentityId":"{{PoolId}}","Credentials":{{credentials}}}""";
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.1"),
                RequestMessage = request,
            });
        }
    }
}
