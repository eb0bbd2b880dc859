using Amazon.Runtime;

namespace CognitoIdentity.Tests.Support;

/// <summary>Credentials that ask the test every time, and count how often they were asked.</summary>
public sealed class TestCredentials(Func<Task<ImmutableCredentials>> next) : AWSCredentials
{
    private int _asked;

    /// <summary>Creates credentials with the example keys of AWS's documents and a session token.</summary>
    public TestCredentials()
        : this("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "session-token")
    {
    }

    public TestCredentials(string accessKeyId, string secretKey, string? token = null)
        : this(() => Task.FromResult(new ImmutableCredentials(accessKeyId, secretKey, token)))
    {
    }

    /// <summary>The number of times the credentials were asked for.</summary>
    public int Asked => Volatile.Read(ref _asked);

    public static TestCredentials Failing(Exception exception) => new(() => Task.FromException<ImmutableCredentials>(exception));

    public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

    public override Task<ImmutableCredentials> GetCredentialsAsync()
    {
        Interlocked.Increment(ref _asked);
        return next();
    }
}
