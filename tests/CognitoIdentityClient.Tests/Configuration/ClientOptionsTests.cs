using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Options;

namespace CognitoIdentity.Tests.Configuration;

public sealed class ClientOptionsTests
{
    [Fact]
    public void Options_with_several_problems_are_refused_in_one_message_with_all_of_them()
    {
        var options = new CognitoIdentityClientOptions
        {
            Region = "no region",
            Endpoint = new("ftp://h.example/"),
            UseFipsEndpoint = true,
            UseDualStackEndpoint = true,
            MaxAttempts = 0,
            MaxResponseBytes = 0,
            AttemptTimeout = TimeSpan.Zero,
            TotalTimeout = TimeSpan.FromDays(2),
            TimeProvider = null!,
        };

        var error = Assert.Throws<OptionsValidationException>(() => new CognitoIdentityClient(options));

        string[] names =
        [
            "Region 'no region'", "Endpoint has to be", "UseFipsEndpoint", "UseDualStackEndpoint", "MaxAttempts is 0",
            "MaxResponseBytes is 0", "AttemptTimeout is 00:00:00", "TotalTimeout is 2.00:00:00", "TimeProvider is null",
        ];
        Assert.All(names, name => Assert.Contains(name, error.Message));
        Assert.Equal(names.Length, error.Failures.Count());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    [InlineData(86_400_000)]
    public void Timeouts_at_the_ends_of_their_range_are_accepted(int milliseconds)
    {
        var timeout = TimeSpan.FromMilliseconds(milliseconds);
        using var client = TestClient.Create(new ScriptedHandler(CannedResponse.Ok), options =>
            (options.AttemptTimeout, options.TotalTimeout) = (timeout, timeout));
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(9)]
    [InlineData(86_400_001)]
    public void Timeouts_outside_their_range_are_refused(int milliseconds)
    {
        var options = TestClient.Options(options => options.AttemptTimeout = TimeSpan.FromMilliseconds(milliseconds));

        Assert.Throws<OptionsValidationException>(() => new CognitoIdentityClient(options));
    }

    [Fact]
    public async Task Options_changed_after_the_client_is_made_have_no_effect_on_it()
    {
        var options = TestClient.Options();
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        using var client = new CognitoIdentityClient(options, handler);

        (options.Region, options.Credentials) = ("eu-west-1", new TestCredentials("OTHER", "x"));
        await client.ListIdentityPoolsAsync(TestClient.ListRequest);

        Assert.Equal("cognito-identity.us-east-1.amazonaws.com", handler.Request.Uri.Host);
        Assert.Contains("Credential=AKIDEXAMPLE/20260101/us-east-1/", handler.Request["Authorization"]);
    }

    [Fact]
    public void Client_without_options_or_handler_given_as_null_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new CognitoIdentityClient(null!, new ScriptedHandler(CannedResponse.Ok)));
        Assert.Throws<ArgumentNullException>(() => new CognitoIdentityClient(TestClient.Options(), null!));
    }
}
