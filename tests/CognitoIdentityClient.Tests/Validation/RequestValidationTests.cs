using CognitoIdentity.Tests.Operations;

namespace CognitoIdentity.Tests.Validation;

/// <summary>The errors for invalid requests, and which requests are sent.</summary>
public sealed class RequestValidationTests : RequestValidationTest
{
    [Fact]
    public async Task Several_mistakes_are_reported_together_before_anything_is_sent()
    {
        var exception = await RefusedAsync(client => client.GetOpenIdTokenForDeveloperIdentityAsync(new()
        {
            IdentityPoolId = "",
            Logins = new Dictionary<string, string> { ["login.mycompany.myapp"] = "alice" },
            PrincipalTags = new Dictionary<string, string> { [new('k', 129)] = "value" },
            TokenDuration = 86_401,
        }));

        Assert.Equal(
            "GetOpenIdTokenForDeveloperIdentity was not sent, 3 mistakes in the request: "
            + "IdentityPoolId is 0 characters long; 1 to 55 are allowed; "
            + $"PrincipalTags[\"{new string('k', 32)}…\"] has a key that is 129 characters long; 1 to 128 are allowed; "
            + "TokenDuration is 86401; 1 to 86400 is allowed. (Parameter 'request')",
            exception.Message);
        Assert.Equal("request", exception.ParamName);
        Assert.Equal(
            ["1 to 55 characters", "1 to 128 characters", "1 to 86400"], exception.Violations.Select(violation => violation.Constraint));
        Assert.Empty(Service.Requests);
        Assert.Equal(0, Credentials.Asked);
    }

    [Fact]
    public async Task Empty_pool_id_and_page_size_of_61_are_reported_together()
    {
        var exception = await RefusedAsync(client => client.ListIdentitiesAsync(new() { IdentityPoolId = "", MaxResults = 61 }));

        Assert.Equal(["IdentityPoolId", "MaxResults"], exception.Violations.Select(violation => violation.Path));
        Assert.Contains("IdentityPoolId is 0 characters long", exception.Message, StringComparison.Ordinal);
        Assert.Contains("MaxResults is 61", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Negative_number_is_reported_the_same_in_every_culture()
    {
        using var culture = new Support.OtherCulture();

        var exception = await RefusedAsync(client => client.ListIdentityPoolsAsync(new() { MaxResults = -61 }));

        Assert.Equal("MaxResults is -61; 1 to 60 is allowed", Assert.Single(exception.Violations).Message);
    }

    // These are not the ids of user pools, so they may be secret.
    [Theory]
    [InlineData("secret_token")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJh_x.abc")]
    [InlineData("us-east-1_")]
    [InlineData("US-EAST-1_AbCdEf123")]
    public async Task Text_that_is_not_an_id_is_never_shown(string text)
    {
        var exception = await RefusedAsync(client => client.GetIdAsync(new() { IdentityPoolId = text }));

        Assert.DoesNotContain(text, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Id_of_another_region_than_the_clients_is_reported_and_shown_before_anything_is_sent()
    {
        const string Elsewhere = "eu-west-1:177a950c-2c08-43f0-9983-28727b447f80";
        var exception = await RefusedAsync(client => client.DeleteIdentitiesAsync(
            new() { IdentityIdsToDelete = [Example.IdentityId, Elsewhere] }));

        Assert.Equal(
            $"IdentityIdsToDelete[1] is {Elsewhere}, but the client is for the region us-east-1, where this id does not exist",
            Assert.Single(exception.Violations).Message);
        Assert.Empty(Service.Requests);
    }

    // A custom endpoint may serve any region, as an emulator does. The case of a region does not matter. An id without a GUID is a test's.
    [Theory]
    [InlineData("us-east-1", "http://127.0.0.1:1/", RequestValidation.Full)]
    [InlineData("EU-West-1", null, RequestValidation.Full)]
    [InlineData("fips-eu-west-1", null, RequestValidation.Full)]
    [InlineData("us-east-1", null, RequestValidation.RequiredOnly)]
    [InlineData("us-east-1", null, RequestValidation.Full, "eu-west-1:1")]
    public async Task Id_of_another_region_is_sent_where_it_may_be_right(
        string region, string? endpoint, RequestValidation validation, string id = "eu-west-1:177a950c-2c08-43f0-9983-28727b447f80")
    {
        var options = new CognitoIdentityClientOptions { Region = region, MaxAttempts = 1, RequestValidation = validation };
        options.Endpoint = endpoint is null ? null : new(endpoint);
        using var client = new CognitoIdentityClient(options, Service);

        await Assert.ThrowsAsync<InvalidResponseException>(() => client.GetIdAsync(new() { IdentityPoolId = id }));

        Assert.Single(Service.Requests);
    }

    [Fact]
    public void Fake_can_throw_the_exception()
    {
        var inner = new InvalidOperationException();

        Assert.Equal("Bad. (Parameter 'request')", new RequestValidationException("Bad.").Message);
        Assert.Empty(new RequestValidationException("Bad.", inner).Violations);
        Assert.Same(inner, new RequestValidationException("Bad.", inner).InnerException);
    }

    [Fact]
    public async Task RequiredOnly_sends_what_is_over_a_limit_and_refuses_what_is_missing()
    {
        using var client = CreateClient(RequestValidation.RequiredOnly);
        await client.ListIdentitiesAsync(new() { IdentityPoolId = "", MaxResults = 61 });

        Assert.Single(Service.Requests);
        await Assert.ThrowsAsync<RequestValidationException>(
            () => client.ListIdentitiesAsync(new() { IdentityPoolId = null!, MaxResults = 60 }));
        Assert.Single(Service.Requests);
    }

    [Fact]
    public async Task None_sends_whatever_the_request_has()
    {
        using var client = CreateClient(RequestValidation.None);
        await client.LookupDeveloperIdentityAsync(new() { IdentityPoolId = "", MaxResults = 0 });

        Assert.Single(Service.Requests);
    }

    [Fact]
    public void Level_that_does_not_exist_is_a_configuration_error()
    {
        var exception = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() => CreateClient((RequestValidation)7));

        Assert.Contains("RequestValidation is 7; it has to be Full, RequiredOnly or None.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Exception_without_violations_is_refused() =>
        Assert.Throws<ArgumentNullException>("violations", () => new RequestValidationException((IReadOnlyList<RequestViolation>)null!));
}
