using System.Text;
using ApiContract = CognitoIdentity.Tests.Conventions.Contract;

namespace CognitoIdentity.Testing.Tests.Signing;

public class SignatureVerifierTests
{
    private const string List = """{"MaxResults":1}""";

    private const string Mismatch =
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing "
        + "method. Consult the service documentation for details.";

    public static TheoryData<string> SignedOperations => OperationsBySignature(isSigned: true);

    public static TheoryData<string> AnonymousOperations => OperationsBySignature(isSigned: false);

    [Theory]
    [MemberData(nameof(SignedOperations))]
    public async Task Signed_operation_without_a_signature_is_refused(string operation)
    {
        await using var service = await TestEmulator.StartAsync();
        var response = await service.SendAsync(service.Request(operation, "{}"));
        response.IsError("MissingAuthenticationTokenException", "Missing Authentication Token");
        Assert.Equal(400, response.Status);
    }

    [Theory]
    [MemberData(nameof(AnonymousOperations))]
    public async Task Anonymous_operation_without_a_signature_gets_to_its_constraints(string operation)
    {
        await using var service = await TestEmulator.StartAsync();
        Assert.Equal("ValidationException", (await service.SendAsync(service.Request(operation, "{}"))).ErrorCode);
        Assert.False(service.Emulator.Requests.Single().IsSigned);
    }

    [Fact]
    public async Task Anonymous_operation_with_a_signature_is_accepted_and_recorded_as_signed()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync();
        var response = await service.CallAsync("GetId", $$"""{"IdentityPoolId":"{{pool}}"}""", new RequestSigner(SecretAccessKey: "wrong"));
        response.Ok();
        Assert.True(service.Emulator.Requests.For("GetId").Single().IsSigned);
    }

    [Fact]
    public async Task Request_with_the_right_signature_is_accepted()
    {
        await using var service = await TestEmulator.StartAsync();
        (await service.CallAsync("ListIdentityPools", List)).Ok();
    }

    [Fact]
    public async Task Request_signed_with_more_headers_than_our_client_signs_is_accepted()
    {
        await using var service = await TestEmulator.StartAsync();
        var request = service.Request("ListIdentityPools", List);
        request.Headers.TryAddWithoutValidation("User-Agent", "Boto3/1.26   md/Botocore#1.29");
        request.Headers.TryAddWithoutValidation("amz-sdk-request", "attempt=1; max=3");
        request.Content!.Headers.ContentLength = List.Length;
        var signer = new RequestSigner();
        signer.Sign(request, List, service.Now, "amz-sdk-request", "content-length");
        Assert.Contains("amz-sdk-request;content-length;content-type;host", request.Headers.NonValidated["Authorization"].ToString());
        (await service.SendAsync(request)).Ok();
    }

    [Fact]
    public async Task Request_with_another_secret_is_refused()
    {
        await using var service = await TestEmulator.StartAsync();
        var response = await service.CallAsync("ListIdentityPools", List, new RequestSigner(SecretAccessKey: "another"));
        response.IsError("InvalidSignatureException", Mismatch);
    }

    [Fact]
    public async Task Request_whose_body_was_changed_after_signing_is_refused()
    {
        await using var service = await TestEmulator.StartAsync();
        var request = service.Request("ListIdentityPools", List);
        new RequestSigner().Sign(request, """{"MaxResults":2}""", service.Now);
        (await service.SendAsync(request)).IsError("InvalidSignatureException", Mismatch);
    }

    [Theory]
    [InlineData("X-Amz-Target", "AWSCognitoIdentityService.ListIdentities")]
    [InlineData("X-Amz-Date", "20261122T120001Z")]
    public async Task Request_whose_signed_header_was_changed_is_refused(string header, string value)
    {
        await using var service = await TestEmulator.StartAsync();
        var request = service.Request("ListIdentityPools", List);
        new RequestSigner().Sign(request, List, service.Now);
        request.Headers.Remove(header);
        request.Headers.TryAddWithoutValidation(header, value);
        (await service.SendAsync(request)).IsError("InvalidSignatureException", Mismatch);
    }

    [Theory]
    [InlineData("eu-west-1", "cognito-identity", "Credential should be scoped to a valid region, not 'eu-west-1'.")]
    [InlineData("us-east-1", "cognito-idp", "Credential should be scoped to correct service: 'cognito-identity'.")]
    public async Task Request_with_another_scope_is_refused(string region, string scopeService, string message)
    {
        await using var service = await TestEmulator.StartAsync();
        var response = await service.CallAsync("ListIdentityPools", List, new RequestSigner(Region: region, Service: scopeService));
        response.IsError("InvalidSignatureException", message);
    }

    [Fact]
    public async Task Request_with_an_unknown_access_key_is_refused()
    {
        await using var service = await TestEmulator.StartAsync();
        var response = await service.CallAsync("ListIdentityPools", List, new RequestSigner("AKIDUNKNOWN"));
        response.IsError("UnrecognizedClientException", "The security token included in the request is invalid.");
    }

    [Theory]
    [InlineData(-300, null)]
    [InlineData(-301, "Signature expired: 20261122T115459Z is now earlier than 20261122T115500Z (20261122T120000Z - 5 min.)")]
    [InlineData(300, null)]
    [InlineData(301, "Signature not yet current: 20261122T120501Z is still later than 20261122T120500Z (20261122T120000Z + 5 min.)")]
    public async Task Request_dated_seconds_away_is_accepted_within_five_minutes(int seconds, string? message)
    {
        await using var service = await TestEmulator.StartAsync();
        var request = service.Request("ListIdentityPools", List);
        new RequestSigner().Sign(request, List, service.Now.AddSeconds(seconds));
        var response = await service.SendAsync(request);
        if (message is null)
        {
            response.Ok();
        }
        else
        {
            response.IsError("InvalidSignatureException", message);
        }
    }

    [Theory]
    [InlineData(null, "UnrecognizedClientException")]
    [InlineData("other", "UnrecognizedClientException")]
    [InlineData("session", null)]
    public async Task Request_of_a_temporary_key_needs_its_session_token(string? token, string? code)
    {
        var key = new EmulatorAccessKey("ASIATEST", "secret") { SessionToken = "session" };
        await using var service = await TestEmulator.StartAsync(options => options.AccessKeys = [key]);
        var response = await service.CallAsync("ListIdentityPools", List, new RequestSigner("ASIATEST", "secret", token));
        Assert.Equal(code, response.ErrorCode);
    }

    [Fact]
    public async Task Request_of_a_temporary_key_after_its_expiration_is_refused()
    {
        var key = new EmulatorAccessKey("ASIATEST", "secret")
        {
            SessionToken = "session",
            Expiration = TestEmulator.Start.AddHours(1),
        };
        await using var service = await TestEmulator.StartAsync(options => options.AccessKeys = [key]);
        var signer = new RequestSigner("ASIATEST", "secret", "session");

        (await service.CallAsync("ListIdentityPools", List, signer)).Ok();
        service.Time.Advance(TimeSpan.FromHours(1));
        (await service.CallAsync("ListIdentityPools", List, signer))
            .IsError("ExpiredTokenException", "The security token included in the request is expired");
    }

    [Theory]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/20261122/us-east-1/cognito-identity/aws4_request, SignedHeaders=host",
        "Authorization header requires 'Signature' parameter.")]
    [InlineData("AWS4-HMAC-SHA256 Signature=0, SignedHeaders=host", "Authorization header requires 'Credential' parameter.")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=0",
        "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term.")]
    [InlineData("AWS4-HMAC-SHA256 nonsense", "A part of the Authorization header is not a valid key=value pair (missing equal-sign).")]
    [InlineData("Bearer secret-token", "Unsupported AWS 'algorithm': the Authorization header must start with 'AWS4-HMAC-SHA256'.")]
    public async Task Request_with_a_malformed_authorization_is_refused_with_the_missing_part(string authorization, string message)
    {
        await using var service = await TestEmulator.StartAsync();
        var request = service.Request("ListIdentityPools", List);
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20261122T120000Z");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        (await service.SendAsync(request)).IsError("IncompleteSignatureException", message);
    }

    [Fact]
    public async Task Request_without_a_date_is_refused_with_that_reason()
    {
        await using var service = await TestEmulator.StartAsync();
        var request = service.Request("ListIdentityPools", List);
        new RequestSigner().Sign(request, List, service.Now);
        request.Headers.Remove("X-Amz-Date");
        (await service.SendAsync(request)).IsError(
            "IncompleteSignatureException", "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }

    [Fact]
    public async Task Pools_of_another_account_or_region_are_not_found()
    {
        var other = new EmulatorAccessKey("AKIAOTHER", "secret") { AccountId = "210987654321" };
        await using var service = await TestEmulator.StartAsync(options =>
        {
            options.Regions = ["us-east-1", "eu-west-1"];
            options.AccessKeys = [EmulatorAccessKey.Example, other];
        });
        var pool = await service.CreatePoolAsync();
        var describe = $$"""{"IdentityPoolId":"{{pool}}"}""";

        foreach (var signer in new[] { new RequestSigner("AKIAOTHER", "secret"), new RequestSigner(Region: "eu-west-1") })
        {
            (await service.CallAsync("DescribeIdentityPool", describe, signer))
                .IsError("ResourceNotFoundException", $"IdentityPool '{pool}' not found.");
            Assert.Empty((await service.CallAsync("ListIdentityPools", List, signer)).Json.GetProperty("IdentityPools").EnumerateArray());
        }

        (await service.CallAsync("DescribeIdentityPool", describe)).Ok();
    }

    [Fact]
    public async Task New_pool_has_the_region_that_the_request_was_signed_for()
    {
        await using var service = await TestEmulator.StartAsync(options => options.Regions = ["us-east-1", "eu-west-1"]);
        var response = await service.CallAsync(
            "CreateIdentityPool",
            """{"IdentityPoolName":"Pool","AllowUnauthenticatedIdentities":true}""",
            new RequestSigner(Region: "eu-west-1"));
        var poolId = response.Ok().Text("IdentityPoolId");
        Assert.Matches("^eu-west-1:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", poolId);
        Assert.StartsWith("eu-west-1:", await service.GetIdAsync(poolId));
    }

    [Fact]
    public async Task Signature_made_for_another_body_encoding_of_the_same_json_is_refused()
    {
        await using var service = await TestEmulator.StartAsync();
        const string Json = """{"IdentityPoolName":"Größe","AllowUnauthenticatedIdentities":true}""";
        var request = service.Request("CreateIdentityPool", Json);
        request.Content =
            new ByteArrayContent(Encoding.Latin1.GetBytes(Json)) { Headers = { { "Content-Type", "application/x-amz-json-1.1" } } };
        new RequestSigner().Sign(request, Json, service.Now);
        (await service.SendAsync(request)).IsError("InvalidSignatureException", Mismatch);
    }

    [Theory]
    [InlineData(-500_000)]
    [InlineData(500_000)]
    public async Task Clock_tolerance_without_end_takes_any_date(int days)
    {
        await using var service = await TestEmulator.StartAsync(options => options.ClockTolerance = TimeSpan.MaxValue);
        const string Json = """{"MaxResults":1}""";
        var request = service.Request("ListIdentityPools", Json);
        new RequestSigner().Sign(request, Json, service.Now.AddDays(days));
        (await service.SendAsync(request)).Ok();
    }

    private static TheoryData<string> OperationsBySignature(bool isSigned) =>
        [.. ApiContract.Instance.Operations.Where(operation => operation.Value.IsSigned == isSigned).Select(operation => operation.Key)];
}
