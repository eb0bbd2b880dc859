using Amazon.Runtime;

namespace CognitoIdentity.Tests.Operations;

/// <summary>Credentials that remember whether anybody asked for them.</summary>
internal sealed class TestCredentials : AWSCredentials
{
    public bool WereAsked { get; private set; }

    public override ImmutableCredentials GetCredentials()
    {
        WereAsked = true;
        return new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "session-token");
    }

    public override Task<ImmutableCredentials> GetCredentialsAsync() => Task.FromResult(GetCredentials());
}
