using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;

namespace CognitoIdentity;

/// <summary>The user's profile in the shared config and credentials files, as AWSSDK.Core reads them.</summary>
internal static class AwsProfile
{
    /// <summary>The region of the profile that <c>AWS_PROFILE</c> names, else of <c>default</c>; null if there is none.</summary>
    public static string? Region() =>
        new CredentialProfileStoreChain().TryGetProfile(DefaultAWSCredentialsIdentityResolver.GetProfileName(), out var profile)
            ? profile.Region?.SystemName
            : null;
}
