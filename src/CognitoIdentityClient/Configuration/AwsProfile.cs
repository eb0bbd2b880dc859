using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Amazon.Runtime.Endpoints;

namespace CognitoIdentity;

/// <summary>What the user's profile says: the one that <c>AWS_PROFILE</c> names, else <c>default</c>.</summary>
internal sealed record AwsProfile
{
    public string? Region { get; init; }

    /// <summary>The service's entry in the profile's <c>services</c> section, else the profile's own <c>endpoint_url</c>.</summary>
    public string? EndpointUrl { get; init; }

    public bool? IgnoreConfiguredEndpointUrls { get; init; }

    public bool? UseFipsEndpoint { get; init; }

    public bool? UseDualStackEndpoint { get; init; }

    public RetryMode? RetryMode { get; init; }

    public int? MaxAttempts { get; init; }

    public bool? DisableClockSkewCorrection { get; init; }

    public string? ApplicationId { get; init; }

    /// <summary>What is wrong with the profile, if it is there and cannot be read, or is missing although it was asked for.</summary>
    public string? Problem { get; init; }

    /// <summary>Reads the profile from the shared config and credentials files; null where there is none.</summary>
    /// <param name="environment">Reads a variable of the environment.</param>
    public static AwsProfile? Read(Func<string, string?> environment)
    {
        // Most servers and containers have no such file, and need not load AWSSDK.Core to learn that.
        string[] files =
        [
            .. ((string[])[Path(environment("AWS_CONFIG_FILE"), "config"), Path(environment("AWS_SHARED_CREDENTIALS_FILE"), "credentials")])
                .Where(File.Exists),
        ];
        return files.Length > 0 ? ReadFiles(files, isAskedFor: !string.IsNullOrEmpty(environment("AWS_PROFILE"))) : null;
    }

    private static string Path(string? given, string defaultName) => string.IsNullOrEmpty(given)
        ? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aws", defaultName)
        : given;

    private static AwsProfile? ReadFiles(string[] files, bool isAskedFor)
    {
        var name = DefaultAWSCredentialsIdentityResolver.GetProfileName();
        try
        {
            return Read(name)
                ?? (files.Any(file => HasProfile(file, name)) ? Broken(name, "it has a malformed value")
                    : isAskedFor ? Broken(name, $"AWS_PROFILE names it, and it is not in {string.Join(" or ", files)}")
                    : null);
        }
        catch (Exception exception) when (exception is AmazonClientException or IOException or InvalidDataException)
        {
            return Broken(name, exception.Message);
        }
    }

    // AWSSDK.Core tells a profile with a malformed value from one that is missing in no way.
    private static bool HasProfile(string file, string name) =>
        File.ReadLines(file).Any(line => line.Trim() == $"[{name}]" || line.Trim() == $"[profile {name}]");

    private static AwsProfile Broken(string name, string why) => new() { Problem = $"The profile '{name}' cannot be read: {why}." };

    private static AwsProfile? Read(string name) =>
        new CredentialProfileStoreChain().TryGetProfile(name, out var profile)
            ? new()
            {
                Region = profile.Region?.SystemName,
                EndpointUrl = new ServiceConfig(name).ServiceURL,
                IgnoreConfiguredEndpointUrls = profile.IgnoreConfiguredEndpointUrls,
                UseFipsEndpoint = profile.UseFIPSEndpoint,
                UseDualStackEndpoint = profile.UseDualstackEndpoint,
                MaxAttempts = profile.MaxAttempts,
                RetryMode = profile.RetryMode switch
                {
                    RequestRetryMode.Adaptive => CognitoIdentity.RetryMode.Adaptive,
                    RequestRetryMode.Standard => CognitoIdentity.RetryMode.Standard,
                    _ => null,
                },
                DisableClockSkewCorrection = profile.DisableClockSkewCorrection,
                ApplicationId = profile.ClientAppId,
            }
            : null;

    /// <summary>AWSSDK.Core reads <c>services</c> sections for the configuration of a client only: this is one of a client that is never made.</summary>
    private sealed class ServiceConfig : ClientConfig
    {
        public ServiceConfig(string profileName)
            : base(null)
        {
            ServiceId = "Cognito Identity";
            Profile = new Profile(profileName);
        }

        public override string ServiceVersion => "2014-06-30";

        public override string UserAgent => "";

        public override string RegionEndpointServiceName => "cognito-identity";

        public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) => new(ServiceURL);
    }
}
