using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CognitoIdentity.Tests.Operations;

namespace CognitoIdentity.PublicApi.Tests;

/// <summary>The models in JSON that an application's own source generator writes: it is the JSON of the service.</summary>
public sealed class ModelJsonTests
{
    private static readonly Dictionary<string, JsonSerializerOptions> Serializers = new()
    {
        ["generated code"] = ApplicationJsonContext.Default.Options,

        // The code that the generator writes for a whole type is left when an option differs from the context's.
        ["generated metadata"] =
            new() { TypeInfoResolver = ApplicationJsonContext.Default, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping },
        ["reflection"] = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() },
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var method in typeof(ICognitoIdentityClient).GetMethods())
            {
                foreach (var serializer in Serializers.Keys)
                {
                    cases.Add(method.Name[..^"Async".Length], serializer);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Request_is_read_and_written_as_the_services_JSON(string operation, string serializer) =>
        AssertRoundTrip(serializer, RequestType(operation), Golden(operation, "request"));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Response_is_read_and_written_as_the_services_JSON(string operation, string serializer) =>
        AssertRoundTrip(serializer, ResponseType(operation), Golden(operation, "response"));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Request_is_written_without_the_members_that_are_null(string operation, string serializer) =>
        AssertRoundTrip(serializer, RequestType(operation), WithoutOptionalMembers(RequestType(operation), Golden(operation, "request")));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Response_is_written_without_the_members_that_are_null(string operation, string serializer) =>
        AssertRoundTrip(
            serializer, ResponseType(operation), WithoutOptionalMembers(ResponseType(operation), Golden(operation, "response")));

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

    private static void AssertRoundTrip(string serializer, Type type, string json)
    {
        var info = Serializers[serializer].GetTypeInfo(type);

        JsonAssert.Equal(json, JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(json, info), info));
    }

    /// <summary>The JSON with only the members that are never null, at every depth.</summary>
    private static string WithoutOptionalMembers(Type type, string json)
    {
        var node = JsonNode.Parse(json)!;
        RemoveOptionalMembers(type, node);
        return node.ToJsonString();
    }

    private static void RemoveOptionalMembers(Type type, JsonNode node)
    {
        if (type.IsGenericType)
        {
            foreach (var item in node is JsonArray array ? array : node.AsObject().Select(entry => entry.Value))
            {
                RemoveOptionalMembers(type.GenericTypeArguments[^1], item!);
            }
        }
        else if (node is JsonObject record)
        {
            var nullability = new NullabilityInfoContext();
            foreach (var name in record.Select(entry => entry.Key).ToList())
            {
                var property = type.GetProperty(name)!;
                if (nullability.Create(property).ReadState == NullabilityState.Nullable)
                {
                    record.Remove(name);
                }
                else
                {
                    RemoveOptionalMembers(property.PropertyType, record[name]!);
                }
            }
        }
    }

    private static Type RequestType(string operation) => Method(operation).GetParameters()[0].ParameterType;

    private static Type ResponseType(string operation) => Method(operation).ReturnType.GenericTypeArguments[0];

    private static MethodInfo Method(string operation) => typeof(ICognitoIdentityClient).GetMethod(operation + "Async")!;

    private static string Golden(string operation, string kind)
    {
        var json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", $"{operation}.{kind}.json"));
        return json.Length == 0 ? "{}" : json;
    }
}
