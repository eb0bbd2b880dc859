using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;

namespace CognitoIdentity;

/// <summary>What the user's profile says: the one that <c>AWS_PROFILE</c> names, else <c>default</c>.</summary>
internal sealed record AwsProfile
{
    public string? Region { get; init; }

    public RetryMode? RetryMode { get; init; }

    public int? MaxAttempts { get; init; }

    /// <summary>Reads the profile from the shared config and credentials files; null where there is none.</summary>
    public static AwsProfile? Read() =>
        MayExist(Environment.GetEnvironmentVariable("AWS_CONFIG_FILE"), "config")
        || MayExist(Environment.GetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE"), "credentials")
            ? ReadFiles()
            : null;

    // Most servers and containers have no such file, and need not load AWSSDK.Core to learn that.
    private static bool MayExist(string? path, string defaultName) =>
        File.Exists(string.IsNullOrEmpty(path)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aws", defaultName)
            : path);

    private static AwsProfile? ReadFiles() =>
        new CredentialProfileStoreChain().TryGetProfile(DefaultAWSCredentialsIdentityResolver.GetProfileName(), out var profile)
            ? new()
            {
                Region = profile.Region?.SystemName,
                MaxAttempts = profile.MaxAttempts,
                RetryMode = profile.RetryMode switch
                {
                    RequestRetryMode.Adaptive => CognitoIdentity.RetryMode.Adaptive,
                    RequestRetryMode.Standard => CognitoIdentity.RetryMode.Standard,
                    _ => null,
                },
            }
            : null;
}
