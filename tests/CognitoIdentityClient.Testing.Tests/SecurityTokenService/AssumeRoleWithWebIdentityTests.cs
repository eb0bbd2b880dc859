using System.Net.Http.Headers;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.SecurityTokenService;

public class AssumeRoleWithWebIdentityTests
{
    private const string Guest = "arn:aws:iam::123456789012:role/unauthenticated";
    private const string User = "arn:aws:iam::123456789012:role/authenticated";

    private static readonly XNamespace Sts = "https://sts.amazonaws.com/doc/2011-06-15/";

    [Fact]
    public async Task Official_sdk_completes_the_basic_flow()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        var pool = emulator.Seed(new());
        using var client = emulator.CreateClient();
        var guest = await client.GetIdAsync(new() { IdentityPoolId = pool });
        var token = await client.GetOpenIdTokenAsync(new() { IdentityId = guest.IdentityId });
        using var sts = new AmazonSecurityTokenServiceClient(
            new AnonymousAWSCredentials(), new AmazonSecurityTokenServiceConfig { ServiceURL = emulator.Endpoint.AbsoluteUri });

        var response = await sts.AssumeRoleWithWebIdentityAsync(new()
        {
            RoleArn = Guest,
            RoleSessionName = "test",
            WebIdentityToken = token.Token,
        });

        Assert.Equal((guest.IdentityId, pool), (response.SubjectFromWebIdentityToken, response.Audience));
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/unauthenticated/test", response.AssumedRoleUser.Arn);
        Assert.StartsWith("ASIA", response.Credentials.AccessKeyId, StringComparison.Ordinal);
        var session = IssuedSession.Read(response.Credentials.SessionToken);
        Assert.Equal((guest.IdentityId, Guest), (session.IdentityId, session.RoleArn));
        Assert.Single(emulator.Requests.For("AssumeRoleWithWebIdentity"));

        var denied = await Assert.ThrowsAnyAsync<AmazonSecurityTokenServiceException>(() => sts.AssumeRoleWithWebIdentityAsync(new()
        {
            RoleArn = User,
            RoleSessionName = "test",
            WebIdentityToken = token.Token,
        }));
        Assert.Equal(("AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity"), (denied.ErrorCode, denied.Message));
        var other = await Assert.ThrowsAnyAsync<AmazonSecurityTokenServiceException>(
            () => sts.GetAccessKeyInfoAsync(new GetAccessKeyInfoRequest { AccessKeyId = "AKIAIOSFODNN7EXAMPLE" }));
        Assert.Equal("InvalidAction", other.ErrorCode);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    public async Task Response_has_the_form_of_the_api_references_sample(string method)
    {
        await using var service = await TestEmulator.StartAsync();
        var (identity, token) = await TokenAsync(service, service.Emulator.Seed(new()));
        var response = await CallAsync(service, Parameters(token, Guest, ("DurationSeconds", "900")), method);

        Assert.Equal((200, "text/xml"), (response.Status, response.Headers["Content-Type"]));
        var result = XDocument.Parse(response.Body).Root!.Element(Sts + "AssumeRoleWithWebIdentityResult")!;
        Assert.Equal(
            ["SubjectFromWebIdentityToken", "Audience", "AssumedRoleUser", "Credentials", "Provider"],
            result.Elements().Select(element => element.Name.LocalName));
        Assert.Equal(identity, result.Element(Sts + "SubjectFromWebIdentityToken")!.Value);
        Assert.Equal("cognito-identity.amazonaws.com", result.Element(Sts + "Provider")!.Value);
        Assert.Equal("2026-11-22T12:15:00Z", result.Element(Sts + "Credentials")!.Element(Sts + "Expiration")!.Value);
        Assert.Equal(
            response.Headers["x-amzn-requestid"],
            XDocument.Parse(response.Body).Root!.Element(Sts + "ResponseMetadata")!.Element(Sts + "RequestId")!.Value);
    }

    [Fact]
    public async Task Role_of_a_pool_trusts_that_pool_and_its_kind_of_identity_alone()
    {
        await using var service = await TestEmulator.StartAsync();
        var own = service.Emulator.Seed(new() { UnauthenticatedRoleArn = "arn:aws:iam::123456789012:role/one" });
        var other = service.Emulator.Seed(new() { UnauthenticatedRoleArn = "arn:aws:iam::123456789012:role/two" });
        var (_, token) = await TokenAsync(service, own);

        Assert.Equal(200, (await CallAsync(service, Parameters(token, "arn:aws:iam::123456789012:role/one"))).Status);
        Assert.Equal(200, (await CallAsync(service, Parameters(token, "arn:aws:iam::123456789012:role/that-no-pool-names"))).Status);
        foreach (var role in new[] { "arn:aws:iam::123456789012:role/two", User, "arn:aws:iam::123456789012:user/somebody",
            "not an ARN, but long enough" })
        {
            var refused = await CallAsync(service, Parameters(token, role));
            Assert.Equal((403, "AccessDenied"), (refused.Status, Code(refused)));
        }

        Assert.NotEqual(own, other);
    }

    [Fact]
    public async Task Role_of_a_rule_trusts_the_signed_in_users_of_its_pool_alone()
    {
        const string Gold = "arn:aws:iam::123456789012:role/gold";
        await using var service = await TestEmulator.StartAsync();
        var other = service.Emulator.Seed(new());
        var pool = service.Emulator.Seed(new()
        {
            DeveloperProviderName = "login.shop",
            SupportedLoginProviders = new Dictionary<string, string> { ["graph.facebook.com"] = "app" },
            RoleMappings = new Dictionary<string, RoleMapping>
            {
                ["graph.facebook.com"] = new()
                {
                    Type = RoleMappingType.Rules,
                    AmbiguousRoleResolution = AmbiguousRoleResolutionType.Deny,
                    RulesConfiguration = new()
                    {
                        Rules = [new() { Claim = "tier", MatchType = MappingRuleMatchType.Equal, Value = "gold", RoleARN = Gold }],
                    },
                },
            },
        });
        var (_, guest) = await TokenAsync(service, other);
        var signedIn = await service.CallAsync(
            "GetOpenIdTokenForDeveloperIdentity", $$$"""{"IdentityPoolId":"{{{pool}}}","Logins":{"login.shop":"alice"}}""");

        Assert.Equal("AccessDenied", Code(await CallAsync(service, Parameters(guest, Gold))));
        Assert.Equal(200, (await CallAsync(service, Parameters(signedIn.Ok().Text("Token"), Gold))).Status);
    }

    [Fact]
    public async Task Token_that_has_expired_or_is_not_the_emulators_is_refused()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = service.Emulator.Seed(new());
        var (identity, token) = await TokenAsync(service, pool);
        var forged = JwtKey.Forger.Sign("https://cognito-identity.amazonaws.com", pool, identity, service.Now);
        var foreign = JwtKey.Forger.Sign("https://login.example.com", pool, identity, service.Now);

        Assert.Equal("InvalidIdentityToken", Code(await CallAsync(service, Parameters("no token", Guest))));
        Assert.Equal("InvalidIdentityToken", Code(await CallAsync(service, Parameters(forged, Guest))));
        Assert.Equal("InvalidIdentityToken", Code(await CallAsync(service, Parameters(foreign, Guest))));
        service.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("ExpiredTokenException", Code(await CallAsync(service, Parameters(token, Guest))));
    }

    [Theory]
    [InlineData("", "MissingAction")]
    [InlineData("Action=AssumeRoleWithWebIdentity", "InvalidAction")]
    [InlineData("Action=GetCallerIdentity&Version=2011-06-15", "InvalidAction")]
    [InlineData("Action=ListUsers&Version=2010-05-08", "InvalidAction")]
    [InlineData("Action=AssumeRoleWithWebIdentity&Version=2011-06-15", "ValidationError")]
    [InlineData("Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn=x&RoleSessionName=s&WebIdentityToken=t", "ValidationError")]
    [InlineData("Action=AssumeRoleWithWebIdentity&Version=2011-06-15&DurationSeconds=soon", "MalformedInput")]
    [InlineData("Action=%F0%28%8C%28&Version=%00%01", "InvalidAction")]
    public async Task Wrong_request_gets_an_error_of_the_query_protocol(string form, string code)
    {
        await using var service = await TestEmulator.StartAsync();
        var response = await SendAsync(service, form);
        Assert.Equal((400, "text/xml", code), (response.Status, response.Headers["Content-Type"], Code(response)));
    }

    [Theory]
    [InlineData("POST", "/sts", "Action=AssumeRoleWithWebIdentity&Version=2011-06-15")]
    [InlineData("POST", "/health", "Version=2011-06-15&Action=AssumeRoleWithWebIdentity")]
    [InlineData("GET", "/sts?Action=AssumeRoleWithWebIdentity&Version=2011-06-15", null)]
    public async Task Path_that_is_not_served_gets_an_error_of_the_query_protocol(string method, string path, string? form)
    {
        await using var service = await TestEmulator.StartAsync();
        using var request = Form(service, System.Text.Encoding.UTF8.GetBytes(form ?? ""));
        request.Method = new(method);
        request.RequestUri = new(service.Emulator.Endpoint, path);
        var response = await service.SendAsync(request);
        Assert.Equal((404, "text/xml", "InvalidAction"), (response.Status, response.Headers["Content-Type"], Code(response)));
        Assert.NotEmpty(XDocument.Parse(response.Body).Root!.Element(Sts + "RequestId")!.Value);
    }

    // The form of an OAuth token endpoint: its client reads JSON.
    [Fact]
    public async Task Form_without_an_action_at_another_path_is_not_of_the_query_protocol()
    {
        await using var service = await TestEmulator.StartAsync();
        using var request = Form(service, "grant_type=refresh_token"u8.ToArray());
        request.RequestUri = new(service.Emulator.Endpoint, "/oauth2/token");
        var response = await service.SendAsync(request);
        Assert.Equal((404, "UnknownOperationException"), (response.Status, response.ErrorCode));
    }

    [Fact]
    public async Task Refusal_never_repeats_the_token()
    {
        await using var service = await TestEmulator.StartAsync();
        var response = await CallAsync(service, Parameters(new string('s', 20_001), Guest));
        Assert.Equal("ValidationError", Code(response));
        Assert.DoesNotContain("sssss", response.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Random_damage_to_a_form_gives_xml_and_never_a_500()
    {
        await using var service = await TestEmulator.StartAsync();
        var (_, token) = await TokenAsync(service, service.Emulator.Seed(new()));
        using var content = new FormUrlEncodedContent(Parameters(token, Guest));
        var good = await content.ReadAsByteArrayAsync();
        var random = new Random(20261125);
        for (var i = 0; i < 300; i++)
        {
            var damaged = (byte[])good.Clone();
            for (var j = random.Next(1, 4); j > 0; j--)
            {
                // Half of the damage where the parameters other than the token are.
                var end = random.Next(2) == 0 ? damaged.Length : 160;
                damaged[random.Next(end)] = (byte)random.Next(256);
            }

            using var request = Form(service, damaged);
            var response = await service.SendAsync(request);
            Assert.True(response.Status is 200 or 400 or 403, $"{response.Status} {response.Body}");
            Assert.NotNull(XDocument.Parse(response.Body).Root);
        }
    }

    [Fact]
    public async Task Fault_strikes_in_the_query_protocol_too()
    {
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Faults.Add(Fault.Error("Throttling", "Rate exceeded") with { Operation = "AssumeRoleWithWebIdentity" });
        Assert.Equal("Throttling", Code(await CallAsync(service, Parameters("token", Guest))));
    }

    private static async Task<(string Identity, string Token)> TokenAsync(TestEmulator service, string pool)
    {
        var identity = await service.GetIdAsync(pool);
        return (identity, (await service.CallAsync("GetOpenIdToken", $$"""{"IdentityId":"{{identity}}"}""")).Ok().Text("Token"));
    }

    private static Dictionary<string, string> Parameters(string token, string role, params (string Name, string Value)[] more)
    {
        var parameters = new Dictionary<string, string>
        {
            ["Action"] = "AssumeRoleWithWebIdentity",
            ["Version"] = "2011-06-15",
            ["RoleArn"] = role,
            ["RoleSessionName"] = "test",
            ["WebIdentityToken"] = token,
        };
        foreach (var (name, value) in more)
        {
            parameters[name] = value;
        }

        return parameters;
    }

    private static async Task<EmulatorResponse> CallAsync(
        TestEmulator service, Dictionary<string, string> parameters, string method = "POST")
    {
        using var content = new FormUrlEncodedContent(parameters);
        var form = await content.ReadAsStringAsync();
        return method == "POST"
            ? await SendAsync(service, form)
            : await service.SendAsync(new(HttpMethod.Get, new Uri(service.Emulator.Endpoint, $"/?{form}")));
    }

    private static async Task<EmulatorResponse> SendAsync(TestEmulator service, string form)
    {
        using var request = Form(service, System.Text.Encoding.UTF8.GetBytes(form));
        return await service.SendAsync(request);
    }

    private static HttpRequestMessage Form(TestEmulator service, byte[] form)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, service.Emulator.Endpoint) { Content = new ByteArrayContent(form) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded") { CharSet = "utf-8" };
        return request;
    }

    private static string Code(EmulatorResponse response) =>
        XDocument.Parse(response.Body).Root!.Element(Sts + "Error")!.Element(Sts + "Code")!.Value;
}
