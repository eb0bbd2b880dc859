using Amazon.Runtime;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Signing;

public sealed class CredentialTests
{
    [Fact]
    public async Task Default_chain_asked_by_many_first_calls_at_once_is_resolved_once()
    {
        var chain = new TaskCompletionSource<AWSCredentials>();
        var resolved = 0;
        var source = new CredentialSource(() =>
        {
            Interlocked.Increment(ref resolved);
            return chain.Task;
        });

        var calls = Enumerable.Range(0, 100).Select(_ => Task.Run(() => source.GetAsync(default).AsTask())).ToArray();
        chain.SetResult(new TestCredentials("AKID", "secret"));
        var keys = await Task.WhenAll(calls);

        Assert.Equal(1, resolved);
        Assert.All(keys, key => Assert.Equal("AKID", key.AccessKey));
    }

    [Theory]
    [InlineData("AKID", "token\r\nX-Evil: 1")]
    [InlineData("AKID", "token\n")]
    [InlineData("AKID", "to ken")]
    [InlineData("AKÏD", "token")]
    [InlineData("AKID\r\nX-Evil: 1", null)]
    public async Task Keys_that_no_header_can_carry_are_refused_unsent_and_unshown(string accessKeyId, string? token)
    {
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        using var client = TestClient.Create(handler, options => options.Credentials = new TestCredentials(accessKeyId, "secret", token));

        var error = await TestClient.FailureAsync<CredentialsNotFoundException>(client.ListIdentityPoolsAsync(TestClient.ListRequest));

        Assert.Empty(handler.Requests);
        Assert.Equal(0, error.RetryAttempts);
        Assert.DoesNotContain("Evil", error.ToString());
    }

    [Fact]
    public async Task Default_chain_that_failed_is_asked_again_by_the_next_call()
    {
        var results = new Queue<Task<AWSCredentials>>(
        [
            Task.FromException<AWSCredentials>(new AmazonClientException("Nothing found")),
            Task.FromResult<AWSCredentials>(new TestCredentials("AKID", "secret")),
        ]);
        var source = new CredentialSource(results.Dequeue);

        var error = await TestClient.FailureAsync<CredentialsNotFoundException>(source.GetAsync(default).AsTask());
        var keys = await source.GetAsync(default);

        Assert.Equal("Nothing found", error.InnerException!.Message);
        Assert.Equal("AKID", keys.AccessKey);
    }

    [Fact]
    public async Task Cancellation_by_one_caller_while_the_chain_resolves_leaves_it_to_the_others()
    {
        var chain = new TaskCompletionSource<AWSCredentials>();
        var source = new CredentialSource(() => chain.Task);
        using var cancellation = new CancellationTokenSource();
        var canceled = source.GetAsync(cancellation.Token).AsTask();
        var patient = source.GetAsync(default).AsTask();

        await cancellation.CancelAsync();
        await TestClient.FailureAsync<OperationCanceledException>(canceled);
        chain.SetResult(new TestCredentials("AKID", "secret"));

        Assert.Equal("AKID", (await patient).AccessKey);
    }

    [Fact]
    public async Task Signed_call_without_credentials_anywhere_says_where_they_can_come_from_and_sends_nothing()
    {
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        using var client = TestClient.Create(handler, options => options.Credentials = null);

        var error = await TestClient.FailureAsync<CredentialsNotFoundException>(client.ListIdentityPoolsAsync(TestClient.ListRequest));

        Assert.All(
            ["CognitoIdentityClientOptions.Credentials", "AWS_ACCESS_KEY_ID", "AWS_PROFILE", "~/.aws/credentials"],
            source => Assert.Contains(source, error.Message));
        Assert.Equal("ListIdentityPools", error.OperationName);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task Signed_call_whose_credentials_have_nothing_to_give_is_not_tried_again()
    {
        var credentials = TestCredentials.Failing(new AmazonClientException("Signed out"));
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        using var client = TestClient.Create(handler, options => options.Credentials = credentials);

        var error = await TestClient.FailureAsync<CredentialsNotFoundException>(client.ListIdentityPoolsAsync(TestClient.ListRequest));

        Assert.Equal("Signed out", error.InnerException!.Message);
        Assert.Equal(1, credentials.Asked);
        Assert.Empty(handler.Requests);
    }

    // Credentials that read a file or ask a server of their own can fail like a connection does: nothing was sent to the
    // service, so nothing may be said about its host, and there is nothing to retry.
    [Theory]
    [InlineData(typeof(FileNotFoundException))]
    [InlineData(typeof(HttpRequestException))]
    public async Task Signed_call_whose_credentials_fail_with_an_IO_error_is_not_taken_for_a_lost_connection(Type failure)
    {
        var credentials = TestCredentials.Failing((Exception)Activator.CreateInstance(failure)!);
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        using var client = TestClient.Create(handler, options => options.Credentials = credentials);

        var error = await TestClient.FailureAsync<Exception>(client.ListIdentityPoolsAsync(TestClient.ListRequest));

        Assert.IsNotType<CognitoIdentityConnectionException>(error);
        Assert.Equal(1, credentials.Asked);
    }
}
