using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace CognitoIdentity.Tests.Signing;

/// <summary>AWSSDK.Core quotes a line of a credentials file that it cannot read; no error of this client does.</summary>
public sealed class CredentialsFailureTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    // The chain puts the messages of its sources into its own.
    public static TheoryData<string> Wrappings => ["none", "inner", "aggregate", "message"];

    [Theory]
    [MemberData(nameof(Wrappings))]
    public void Cause_that_quotes_a_line_is_neither_quoted_nor_attached(string wrapping)
    {
        var cause = Wrap(QuotingError(), wrapping);
        Assert.Contains(Secret, cause.ToString());

        Assert.All(
            [
                CredentialsFailure.Create(cause, isDefaultChain: false),
                CredentialsFailure.Create(cause, isDefaultChain: true),
                CredentialsFailure.NothingFound(cause),
            ],
            error =>
            {
                Assert.DoesNotContain(Secret, error.ToString());
                Assert.Contains("a config or credentials file of AWS cannot be read", error.Message);
                Assert.Null(error.InnerException);
            });
    }

    [Fact]
    public void Other_cause_is_quoted_and_attached()
    {
        var cause = new AmazonClientException("Signed out");

        var error = CredentialsFailure.Create(cause, isDefaultChain: false);

        Assert.Equal("The AWS credentials gave no keys: Signed out", error.Message);
        Assert.Same(cause, error.InnerException);
        Assert.Same(cause, CredentialsFailure.NothingFound(cause).InnerException);
    }

    private static Exception QuotingError()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "credentials");
            File.WriteAllText(file, $"{Secret}\n[default]\n");
            return Assert.ThrowsAny<Exception>(() => new SharedCredentialsFile(file));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Exception Wrap(Exception error, string wrapping) => wrapping switch
    {
        "inner" => new AmazonClientException("Failed.", new InvalidOperationException("Failed.", error)),
        "aggregate" => new AggregateException(new InvalidOperationException("first"), error),
        "message" => new AmazonClientException($"Exception 1 of 2: {error.Message}"),
        _ => error,
    };
}
