using System.Text.Json;
using CognitoIdentity.Tests.Operations;

namespace CognitoIdentity.PublicApi.Tests;

/// <summary>The models in JSON that an application's own source generator writes: it is the JSON of the service.</summary>
public sealed class ModelJsonTests
{
    public static TheoryData<string> Operations { get; } =
        new(typeof(ICognitoIdentityClient).GetMethods().Select(method => method.Name[..^"Async".Length]));

    [Theory]
    [MemberData(nameof(Operations))]
    public void Request_is_read_and_written_as_the_services_JSON(string operation) =>
        AssertRoundTrip(
            typeof(ICognitoIdentityClient).GetMethod(operation + "Async")!.GetParameters()[0].ParameterType, Golden(operation, "request"));

    [Theory]
    [MemberData(nameof(Operations))]
    public void Response_is_read_and_written_as_the_services_JSON(string operation)
    {
        var json = Golden(operation, "response");
        AssertRoundTrip(
            typeof(ICognitoIdentityClient).GetMethod(operation + "Async")!.ReturnType.GenericTypeArguments[0],
            json.Length == 0 ? "{}" : json);
    }

    [Fact]
    public void Date_is_written_in_epoch_seconds_and_an_open_enum_as_its_text()
    {
        var response = new DescribeIdentityResponse { CreationDate = DateTimeOffset.FromUnixTimeMilliseconds(1442877512123) };
        var roles = new SetIdentityPoolRolesRequest
        {
            IdentityPoolId = "us-east-1:1",
            Roles = new Dictionary<RoleType, string> { [RoleType.Authenticated] = "arn", ["robot"] = "arn2" },
            RoleMappings = new Dictionary<string, RoleMapping> { ["p"] = new() { Type = "Script" } },
        };

        Assert.Equal(
            """{"CreationDate":1442877512.123,"Logins":[]}""",
            JsonSerializer.Serialize(response, ApplicationJsonContext.Default.DescribeIdentityResponse));
        JsonAssert.Equal(
            """{ "IdentityPoolId": "us-east-1:1", "RoleMappings": { "p": { "Type": "Script" } }, "Roles": { "authenticated": "arn", "robot": "arn2" } }""",
            JsonSerializer.SerializeToUtf8Bytes(roles, ApplicationJsonContext.Default.SetIdentityPoolRolesRequest));
    }

    [Fact]
    public void Gap_in_a_role_mapping_is_read()
    {
        var mapping = JsonSerializer.Deserialize(
            """{ "RoleMappings": { "p": { "Type": null, "RulesConfiguration": { "Rules": [{ "Claim": null }, null] } } } }""",
            ApplicationJsonContext.Default.GetIdentityPoolRolesResponse)!.RoleMappings["p"];

        Assert.Equal(default, mapping.Type);
        Assert.Equal("", Assert.Single(mapping.RulesConfiguration!.Rules).Claim);
    }

    [Fact]
    public void Open_enum_converts_null_to_null_and_is_parsed()
    {
        string? missing = null;
        RoleMappingType? type = missing;
        RoleMappingType? known = "Token";
        RoleMappingType plain = "Token";

        Assert.Null(type);
        Assert.Equal(RoleMappingType.Token, known);
        Assert.Equal(RoleMappingType.Token, plain);
        Assert.Equal(RoleMappingType.Token, RoleMappingType.Parse("Token"));
        Assert.False(RoleMappingType.TryParse(missing, null, out _));
    }

    private static void AssertRoundTrip(Type type, string json)
    {
        var info = ApplicationJsonContext.Default.GetTypeInfo(type)!;

        JsonAssert.Equal(json, JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(json, info), info));
    }

    private static string Golden(string operation, string kind) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", $"{operation}.{kind}.json"));
}
