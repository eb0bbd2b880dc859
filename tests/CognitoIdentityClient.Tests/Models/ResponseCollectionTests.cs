using System.Collections;

namespace CognitoIdentity.Tests.Models;

/// <summary>Collections in responses are never null: not when nothing came, and not when a caller's own fake sets null.</summary>
public sealed class ResponseCollectionTests
{
    public static TheoryData<string> Collections { get; } = new(
        from type in PublicRecords.All
        where type.IsAssignableTo(typeof(CognitoIdentityResponse)) || type == typeof(IdentityDescription)
        from property in type.GetProperties()
        where property.PropertyType.IsAssignableTo(typeof(IEnumerable)) && property.PropertyType != typeof(string)
        select $"{type.Name}.{property.Name}");

    [Theory]
    [MemberData(nameof(Collections))]
    public void Collection_left_out_or_set_to_null_is_empty(string path)
    {
        var (type, property) = PublicRecords.Property(path);
        var response = Activator.CreateInstance(type);
        Assert.Empty(Assert.IsAssignableFrom<IEnumerable>(property.GetValue(response)));

        property.SetValue(response, null);
        Assert.Empty(Assert.IsAssignableFrom<IEnumerable>(property.GetValue(response)));
    }
}
