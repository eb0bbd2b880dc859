using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Options;

namespace CognitoIdentity.Tests.Configuration;

public sealed class EndpointTests
{
    private static readonly EndpointCase[] Cases = TestData.Read<EndpointCase[]>("Configuration/endpoints.json");

    public sealed record EndpointCase(string? Region, bool UseFips, Uri? Endpoint, string? Url, string? Error);

    public static TheoryData<int> Accepted => Indexes(row => row.Url is not null);

    public static TheoryData<int> Refused => Indexes(row => row.Url is null);

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task Endpoint_of_a_row_of_the_shared_table_is_the_rows(int row)
    {
        var expected = new Uri(Cases[row].Url!).AbsoluteUri;

        Assert.Equal(expected, await AddressAsync(options => Apply(Cases[row], options)));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Endpoint_of_a_refused_row_of_the_shared_table_is_an_error_that_says_why(int row)
    {
        var error = Refusal(options => Apply(Cases[row], options));

        Assert.Contains(Cases[row].Region is null && Cases[row].Endpoint is null ? "No region" : "UseFipsEndpoint", error.Message);
    }

    // From the service's endpoint rule set and the SDKs' partitions.json.
    [Theory]
    [InlineData("eu-central-1", false, "cognito-identity.eu-central-1.amazonaws.com")]
    [InlineData("eu-central-1", true, "cognito-identity-fips.eu-central-1.api.aws")]
    [InlineData("mars-north-1", true, "cognito-identity-fips.mars-north-1.api.aws")]
    [InlineData("us-east-1", true, "cognito-identity-fips.us-east-1.amazonaws.com")]
    [InlineData("us-east-2", true, "cognito-identity-fips.us-east-2.amazonaws.com")]
    [InlineData("us-west-1", true, "cognito-identity-fips.us-west-1.amazonaws.com")]
    [InlineData("us-west-2", true, "cognito-identity-fips.us-west-2.amazonaws.com")]
    [InlineData("us-gov-west-1", false, "cognito-identity.us-gov-west-1.api.aws")]
    [InlineData("us-gov-west-1", true, "cognito-identity-fips.us-gov-west-1.api.aws")]
    [InlineData("cn-north-1", false, "cognito-identity.cn-north-1.api.amazonwebservices.com.cn")]
    [InlineData("us-iso-east-1", false, "cognito-identity.us-iso-east-1.api.aws.ic.gov")]
    [InlineData("us-isob-east-1", false, "cognito-identity.us-isob-east-1.api.aws.scloud")]
    [InlineData("eu-isoe-west-1", false, "cognito-identity.eu-isoe-west-1.api.cloud-aws.adc-e.uk")]
    [InlineData("us-isof-south-1", false, "cognito-identity.us-isof-south-1.api.aws.hci.ic.gov")]
    [InlineData("eusc-de-east-1", true, "cognito-identity-fips.eusc-de-east-1.api.amazonwebservices.eu")]
    public async Task Endpoint_with_dual_stack_has_the_partitions_dual_stack_suffix(string region, bool fips, string host)
    {
        var address = await AddressAsync(options =>
            (options.Region, options.UseFipsEndpoint, options.UseDualStackEndpoint) = (region, fips, true));

        Assert.Equal($"https://{host}/", address);
    }

    [Theory]
    [InlineData("fips-us-east-1", false)]
    [InlineData("us-east-1-fips", false)]
    [InlineData("fips-us-east-1", true)]
    [InlineData("us-east-1-fips", true)]
    public async Task Endpoint_of_a_region_named_with_fips_is_the_plain_regions_FIPS_endpoint(string region, bool useFips)
    {
        var address = await AddressAsync(options => (options.Region, options.UseFipsEndpoint) = (region, useFips));

        Assert.Equal("https://cognito-identity-fips.us-east-1.amazonaws.com/", address);
    }

    [Theory]
    [InlineData("https://h.example/custom", "https://h.example/custom/")]
    [InlineData("https://h.example/custom/", "https://h.example/custom/")]
    [InlineData("https://h.example/a%20b/%2F", "https://h.example/a%20b/%2F/")]
    [InlineData("http://[::1]:8080/x", "http://[::1]:8080/x/")]
    [InlineData("http://localhost:4566", "http://localhost:4566/")]
    public async Task Endpoint_of_the_callers_own_keeps_its_base_path_and_ends_in_a_slash(string endpoint, string expected) =>
        Assert.Equal(expected, await AddressAsync(options => options.Endpoint = new(endpoint)));

    [Theory]
    [InlineData("relative/path")]
    [InlineData("ftp://h.example/")]
    [InlineData("file:///etc/passwd")]
    public void Endpoint_that_is_not_an_absolute_http_address_is_refused(string endpoint)
    {
        var error = Refusal(options => options.Endpoint = new(endpoint, UriKind.RelativeOrAbsolute));

        Assert.Contains("Endpoint has to be an absolute http or https address", error.Message);
    }

    [Fact]
    public void Endpoint_of_the_callers_own_with_dual_stack_is_refused() =>
        Assert.Contains("UseDualStackEndpoint", Refusal(options =>
            (options.Endpoint, options.UseDualStackEndpoint) = (new("http://127.0.0.1:5050"), true)).Message);

    [Theory]
    [InlineData("us_east_1")]
    [InlineData("evil.example/")]
    [InlineData("us-east-1@evil.example")]
    [InlineData("-us-east-1")]
    [InlineData("us-east-1-")]
    [InlineData("us east 1")]
    [InlineData("fips-")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")]
    public void Region_that_is_not_a_host_label_is_refused(string region) =>
        Assert.Contains("Region '", Refusal(options => options.Region = region).Message);

    private static TheoryData<int> Indexes(Func<EndpointCase, bool> predicate) =>
        [.. Enumerable.Range(0, Cases.Length).Where(index => predicate(Cases[index]))];

    private static void Apply(EndpointCase row, CognitoIdentityClientOptions options) =>
        (options.Region, options.UseFipsEndpoint, options.Endpoint) = (row.Region, row.UseFips, row.Endpoint);

    private static OptionsValidationException Refusal(Action<CognitoIdentityClientOptions> configure) =>
        Assert.Throws<OptionsValidationException>(() => new CognitoIdentityClient(TestClient.Options(configure)));

    private static async Task<string> AddressAsync(Action<CognitoIdentityClientOptions> configure)
    {
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        using var client = TestClient.Create(handler, configure);
        await client.GetIdAsync(TestClient.GetIdRequest);
        return handler.Request.Uri.AbsoluteUri;
    }
}
