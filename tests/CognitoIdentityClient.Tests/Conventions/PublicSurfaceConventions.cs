using System.Reflection;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>Conventions for the public API.</summary>
public sealed class PublicSurfaceConventions
{
    private const BindingFlags OwnPublic = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] PublicTypes = typeof(ICognitoIdentityClient).Assembly.GetExportedTypes();

    // Every call can be canceled, in the same place. An override has the parameters of what it overrides.
    [Fact]
    public void Async_methods_take_a_cancellation_token_last_with_a_default()
    {
        var methods = PublicTypes.SelectMany(type => type.GetMethods(OwnPublic))
            .Where(method => method.ReturnType.IsAssignableTo(typeof(Task)) && method.GetBaseDefinition() == method)
            .ToList();

        Assert.NotEmpty(methods);
        Assert.All(methods, method =>
        {
            var last = method.GetParameters()[^1];
            Assert.Equal(typeof(CancellationToken), last.ParameterType);
            Assert.True(last.HasDefaultValue);
        });
    }

    // Two clients, or two tests, in one process must not change each other.
    [Fact]
    public void Static_state_cannot_be_changed()
    {
        Assert.DoesNotContain(
            PublicTypes.SelectMany(type => type.GetFields(OwnPublic)),
            field => field is { IsStatic: true, IsInitOnly: false, IsLiteral: false });
        Assert.DoesNotContain(
            PublicTypes.SelectMany(type => type.GetProperties(OwnPublic)),
            property => property.SetMethod is { IsStatic: true, IsPublic: true });
    }
}
