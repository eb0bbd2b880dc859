namespace CognitoIdentity.PublicApi.Tests;

public sealed class InterfaceGrowthTests
{
    // That FakeClient compiles is half of the test.
    [Fact]
    public async Task Fake_that_lacks_a_new_operation_says_so_when_it_is_called()
    {
        ILaterClient client = new FakeClient();

        await Assert.ThrowsAsync<NotSupportedException>(
            async () => await client.NewOperationAsync(new() { IdentityPoolId = "us-east-1:1" }));
    }

    // Every operation of this version is one that an implementation must have.
    [Fact]
    public void Interface_has_only_abstract_members() =>
        Assert.All(typeof(ICognitoIdentityClient).GetMethods(), method => Assert.True(method.IsAbstract));
}
