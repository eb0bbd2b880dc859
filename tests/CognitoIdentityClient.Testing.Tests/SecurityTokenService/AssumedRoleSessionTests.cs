using Amazon.Runtime;
using Amazon.SecurityToken;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.SecurityTokenService;

/// <summary>The credentials of AssumeRoleWithWebIdentity, which end the basic (classic) flow.</summary>
public sealed class AssumedRoleSessionTests
{
    [Fact]
    public async Task Credentials_sign_calls_until_they_expire()
    {
        var time = new VirtualTime(TestEmulator.Start) { LongestWait = TimeSpan.Zero };
        await using var emulator = await CognitoIdentityEmulator.StartAsync(
            new() { AcceptIssuedCredentials = true, TimeProvider = time });
        var pool = emulator.Seed(new());
        using var guest = emulator.CreateClient();
        var identity = await guest.GetIdAsync(new() { IdentityPoolId = pool });
        var token = await guest.GetOpenIdTokenAsync(new() { IdentityId = identity.IdentityId });
        using var sts = new AmazonSecurityTokenServiceClient(
            new AnonymousAWSCredentials(), new AmazonSecurityTokenServiceConfig { ServiceURL = emulator.Endpoint.AbsoluteUri });
        var issued = (await sts.AssumeRoleWithWebIdentityAsync(new()
        {
            RoleArn = "arn:aws:iam::123456789012:role/unauthenticated",
            RoleSessionName = "test",
            WebIdentityToken = token.Token,
        })).Credentials;
        using var client = new CognitoIdentityClient(new()
        {
            Region = "us-east-1",
            Endpoint = emulator.Endpoint,
            Credentials = new SessionAWSCredentials(issued.AccessKeyId, issued.SecretAccessKey, issued.SessionToken),
            TimeProvider = time,
        });

        Assert.Equal(pool, (await client.DescribeIdentityPoolAsync(new() { IdentityPoolId = pool })).IdentityPoolId);

        time.Advance(TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<ExpiredTokenException>(() => client.DescribeIdentityPoolAsync(new() { IdentityPoolId = pool }));
    }
}
