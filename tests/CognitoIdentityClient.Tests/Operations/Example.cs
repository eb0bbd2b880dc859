namespace CognitoIdentity.Tests.Operations;

/// <summary>The ids that the golden files have.</summary>
internal static class Example
{
    public const string PoolId = "us-east-1:177a950c-2c08-43f0-9983-28727b447f80";
    public const string PoolArn = "arn:aws:cognito-identity:us-east-1:123456789012:identitypool/" + PoolId;
    public const string IdentityId = "us-east-1:88859bc9-0149-4183-bf10-39e366990b2e";
    public const string OtherIdentityId = "us-east-1:6820d0d3-3c95-4d9f-8813-c4448fca995f";
    public const string NextToken = "dXMtZWFzdC0xOjE3N2E5NTBjLTJjMDgtNDNmMC05OTgzLTI4NzI3YjQ0N2Y4MA==";
    public const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_Ab1Cd2Ef3";
    public const string ClientId = "3n4b5urk1ft4fl3mg5e62d9ado";
    public const string AuthenticatedRole = "arn:aws:iam::123456789012:role/Cognito_MyIdentityPoolAuth_Role";
    public const string UnauthenticatedRole = "arn:aws:iam::123456789012:role/Cognito_MyIdentityPoolUnauth_Role";
    public const string AdminRole = "arn:aws:iam::123456789012:role/Cognito_MyIdentityPoolAdmin_Role";
    public const string OpenIdConnectProvider = "arn:aws:iam::123456789012:oidc-provider/login.example.com";
    public const string SamlProvider = "arn:aws:iam::123456789012:saml-provider/ExampleDirectory";
}
