using System.Text;
using System.Xml.Linq;

namespace CognitoIdentity.Testing.Tests.Hosting;

/// <summary>
/// Requests for other services, which reach the emulator with AWS_ENDPOINT_URL. The forms of the errors are those of the protocols:
/// https://smithy.io/2.0/aws/protocols/index.html, https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html and
/// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html.
/// </summary>
public class OtherServiceTests
{
    private const string Refusal =
        "The emulator has Amazon Cognito identity pools and AssumeRoleWithWebIdentity of AWS STS, and no operation of";

    [Theory]
    [InlineData("application/x-amz-json-1.0", "DynamoDB_20120810.ListTables", "DynamoDB_20120810")]
    [InlineData("application/x-amz-json-1.1", "AWSCognitoIdentityProviderService.InitiateAuth", "AWSCognitoIdentityProviderService")]
    public async Task Operation_of_another_json_service_gets_an_error_in_its_version_of_json(string type, string target, string service)
    {
        var response = await SendAsync("POST", "/", null, type, "{}", ("X-Amz-Target", target));
        response.IsError("UnknownOperationException", $"{Refusal} '{service}'.");
        Assert.Equal((400, type), (response.Status, response.Headers["Content-Type"]));
    }

    [Theory]
    [InlineData("GET", "/2015-03-31/functions", "lambda")]
    [InlineData("POST", "/2015-03-31/functions", "lambda")]
    [InlineData("DELETE", "/v1/apis/a", "appsync")]
    [InlineData("GET", "/", "apigateway")]
    public async Task Operation_of_a_rest_service_with_json_gets_an_error_in_json(string method, string path, string service)
    {
        var response = await SendAsync(method, path, service, method == "POST" ? "application/json" : null, "");
        response.IsError("UnknownOperationException", $"{Refusal} '{service}'.");
        Assert.Equal((400, "application/json"), (response.Status, response.Headers["Content-Type"]));
        Assert.Equal("UnknownOperationException:", response.Headers["x-amzn-errortype"]);
    }

    [Theory]
    [InlineData("GET", "/", "s3")]
    [InlineData("PUT", "/bucket/key", "s3")]
    [InlineData("POST", "/bucket/key?uploads", "s3")]
    public async Task Operation_of_s3_gets_an_error_in_its_xml(string method, string path, string service)
    {
        var response = await SendAsync(method, path, service, null, "");
        var error = XDocument.Parse(response.Body).Root!;
        Assert.Equal((400, "Error", "UnknownOperationException"), (response.Status, error.Name.LocalName, error.Element("Code")!.Value));
        Assert.Equal($"{Refusal} 's3'.", error.Element("Message")!.Value);
        Assert.Equal(response.Headers["x-amzn-requestid"], error.Element("RequestId")!.Value);
    }

    [Theory]
    [InlineData("GET", "/2013-04-01/hostedzone", "route53")]
    [InlineData("GET", "/2020-05-31/distribution", "cloudfront")]
    public async Task Operation_of_a_rest_service_with_xml_gets_an_error_in_xml(string method, string path, string service)
    {
        var response = await SendAsync(method, path, service, null, "");
        var error = XDocument.Parse(response.Body).Root!;
        Assert.Equal((400, "ErrorResponse"), (response.Status, error.Name.LocalName));
        Assert.Equal("UnknownOperationException", error.Elements().First().Elements().Single(part => part.Name.LocalName == "Code").Value);
    }

    [Fact]
    public async Task Action_of_ec2_gets_an_error_in_its_xml()
    {
        var response = await SendAsync(
            "POST", "/", "ec2", "application/x-www-form-urlencoded", "Action=DescribeInstances&Version=2016-11-15");
        var document = XDocument.Parse(response.Body).Root!;
        Assert.Equal((400, "Response"), (response.Status, document.Name.LocalName));
        Assert.Equal("InvalidAction", document.Element("Errors")!.Element("Error")!.Element("Code")!.Value);
        Assert.NotEmpty(document.Element("RequestID")!.Value);
    }

    [Fact]
    public async Task Operation_of_a_service_with_cbor_gets_an_error_in_cbor()
    {
        var response = await SendAsync(
            "POST", "/service/GraniteServiceVersion20100801/operation/ListMetrics", "monitoring", "application/cbor", "",
            ("Smithy-Protocol", "rpc-v2-cbor"));
        Assert.Equal((400, "application/cbor"), (response.Status, response.Headers["Content-Type"]));
        Assert.Equal("rpc-v2-cbor", response.Headers["smithy-protocol"]);
        Assert.Contains("UnknownOperationException", response.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_for_another_service_is_recorded_and_shown()
    {
        await using var service = await TestEmulator.StartAsync();
        using var control = new Control.ControlClient(service.Emulator);
        await service.SendAsync(Request(service, "GET", "/bucket", "s3", null, ""));
        Assert.Null(Assert.Single(service.Emulator.Requests).Operation);
        var shown = (await control.GetAsync("requests")).Json.GetProperty("requests")[0];
        Assert.Equal($"Refused with UnknownOperationException: {Refusal} 's3'.", shown.GetProperty("summary").GetString());
        Assert.Equal("AKIAEXAMPLE", shown.GetProperty("signedBy").GetString());
    }

    [Fact]
    public async Task Operation_of_this_service_that_is_signed_for_another_one_is_refused_for_its_signature()
    {
        await using var service = await TestEmulator.StartAsync();
        var response = await service.CallAsync("ListIdentityPools", """{"MaxResults":1}""", new() { Service = "s3" });
        response.IsError("InvalidSignatureException", "Credential should be scoped to correct service: 'cognito-identity'.");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Health_is_reported_to_a_check_without_a_signature(string method)
    {
        var response = await SendAsync(method, "/health", null, null, "");
        Assert.Equal(200, response.Status);
    }

    private static async Task<EmulatorResponse> SendAsync(
        string method, string path, string? service, string? type, string body, params (string Name, string Value)[] headers)
    {
        await using var emulator = await TestEmulator.StartAsync();
        return await emulator.SendAsync(Request(emulator, method, path, service, type, body, headers));
    }

    private static HttpRequestMessage Request(
        TestEmulator emulator, string method, string path, string? service, string? type, string body,
        params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new(method), new Uri(emulator.Emulator.Endpoint, path));
        if (type is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        if (service is not null)
        {
            request.Headers.TryAddWithoutValidation(
                "Authorization",
                $"AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20261122/us-east-1/{service}/aws4_request, "
                + "SignedHeaders=host;x-amz-date, Signature=00");
            request.Headers.TryAddWithoutValidation("X-Amz-Date", "20261122T120000Z");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
