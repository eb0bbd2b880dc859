using System.Text.Json.Serialization.Metadata;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>Adding an operation means several places at once; these tests name the one that was forgotten.</summary>
public sealed class OperationConventions
{
    // Users find an operation by the API reference's name.
    [Fact]
    public void Interface_has_the_contracts_operations_and_no_others() => Assert.Equal(
        Contract.Instance.Operations.Keys.Select(name => name + "Async").Order(),
        typeof(ICognitoIdentityClient).GetMethods().Select(method => method.Name).Order());

    // One shape for all: a user who knows one method knows the others.
    [Theory]
    [MemberData(nameof(Contract.OperationNames), MemberType = typeof(Contract))]
    public void Method_takes_request_and_cancellation_token_and_returns_the_response(string operation)
    {
        var method = typeof(ICognitoIdentityClient).GetMethod(operation + "Async")!;
        var parameters = method.GetParameters();

        Assert.Equal([Shape.RequestType(operation), typeof(CancellationToken)], parameters.Select(parameter => parameter.ParameterType));
        Assert.Equal(["request", "cancellationToken"], parameters.Select(parameter => parameter.Name));
        Assert.True(parameters[1].HasDefaultValue);
        Assert.Equal(typeof(Task<>).MakeGenericType(Shape.ResponseType(operation)), method.ReturnType);
    }

    // A signed operation sent anonymously fails; an anonymous one that is signed asks for credentials that an app may not have.
    [Theory]
    [MemberData(nameof(Contract.OperationNames), MemberType = typeof(Contract))]
    public void Descriptor_agrees_with_the_contract(string operation)
    {
        var contract = Contract.Instance.Operations[operation];
        var descriptor = Shape.Descriptor(operation);

        Assert.Equal(operation, descriptor.Name);
        Assert.Equal("AWSCognitoIdentityService." + operation, descriptor.Target);
        Assert.Equal(contract.IsSigned, descriptor.IsSigned);
        Assert.Equal(!contract.EmptyResponseBody, Get<bool>(descriptor, "HasOutput"));
    }

    // The JSON of another type, or that of the context's own options (which escape what is not ASCII), would compile too.
    [Theory]
    [MemberData(nameof(Contract.OperationNames), MemberType = typeof(Contract))]
    public void Descriptor_has_the_json_of_its_types_with_the_options_of_the_wire(string operation)
    {
        var descriptor = Shape.Descriptor(operation);

        AssertJson(Shape.RequestType(operation), Get<JsonTypeInfo>(descriptor, "RequestJson"));
        AssertJson(Shape.ResponseType(operation), Get<JsonTypeInfo>(descriptor, "ResponseJson"));
    }

    private static void AssertJson(Type type, JsonTypeInfo json)
    {
        Assert.Equal(type, json.Type);
        Assert.Same(WireJson.Context.Options, json.Options);
    }

    private static T Get<T>(Operation descriptor, string property) =>
        Assert.IsAssignableFrom<T>(descriptor.GetType().GetProperty(property)?.GetValue(descriptor));
}
