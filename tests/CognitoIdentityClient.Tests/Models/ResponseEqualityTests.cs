using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Models;

/// <summary>Two responses are equal when their members are; how they came does not count.</summary>
public sealed class ResponseEqualityTests
{
    [Fact]
    public async Task Responses_with_the_same_members_are_equal_whatever_their_metadata()
    {
        using var client = ScriptedHandler.Responding($$"""{ "IdentityId": "{{Example.IdentityId}}" }""").CreateClient();
        var received = await client.GetIdAsync(new() { IdentityPoolId = Example.PoolId });
        var handMade = new GetIdResponse { IdentityId = Example.IdentityId, ResponseMetadata = new() { RequestId = "another" } };

        Assert.Equal(received, handMade);
        Assert.Equal(received.GetHashCode(), handMade.GetHashCode());
    }

    [Fact]
    public void Responses_with_different_members_differ() =>
        Assert.NotEqual(new GetIdResponse { IdentityId = Example.IdentityId }, new() { IdentityId = Example.OtherIdentityId });

    [Fact]
    public void Responses_of_different_operations_differ() =>
        Assert.NotEqual<CognitoIdentityResponse>(new TagResourceResponse(), new UntagResourceResponse());
}
