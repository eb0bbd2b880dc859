namespace CognitoIdentity.Tests.Configuration;

public sealed class CognitoPrincipalTests
{
    [Theory]
    [InlineData("us-east-1", "cognito-identity.amazonaws.com")]
    [InlineData("eu-central-1", "cognito-identity.amazonaws.com")]
    [InlineData("cn-north-1", "cognito-identity.cn-north-1.amazonaws.com.cn")]
    [InlineData("CN-North-1", "cognito-identity.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-gov-west-1", "cognito-identity-us-gov.amazonaws.com")]
    [InlineData("US-GOV-WEST-1", "cognito-identity-us-gov.amazonaws.com")]
    [InlineData("us-gov-east-1", "cognito-identity.us-gov-east-1.amazonaws.com")]
    [InlineData("us-iso-east-1", "cognito-identity.amazonaws.com")]
    [InlineData("mars-north-1", "cognito-identity.amazonaws.com")]
    public void Name_of_the_service_depends_on_the_region(string region, string expected) =>
        Assert.Equal(expected, CognitoPrincipal.ForRegion(region));
}
