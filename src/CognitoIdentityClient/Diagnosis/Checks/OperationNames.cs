namespace CognitoIdentity;

/// <summary>The operations of a sign-in, by the names that users pass in <see cref="SignInDiagnosisOptions.Operation"/>.</summary>
internal static class OperationNames
{
    public const string CreateIdentityPool = "CreateIdentityPool";
    public const string GetId = "GetId";
    public const string GetCredentialsForIdentity = "GetCredentialsForIdentity";
    public const string GetOpenIdToken = "GetOpenIdToken";
    public const string GetOpenIdTokenForDeveloperIdentity = "GetOpenIdTokenForDeveloperIdentity";
    public const string SetIdentityPoolRoles = "SetIdentityPoolRoles";
    public const string UpdateIdentityPool = "UpdateIdentityPool";
    public const string UnlinkIdentity = "UnlinkIdentity";

    /// <summary>The operation of STS that ends the basic (classic) flow.</summary>
    public const string AssumeRoleWithWebIdentity = "AssumeRoleWithWebIdentity";
}
