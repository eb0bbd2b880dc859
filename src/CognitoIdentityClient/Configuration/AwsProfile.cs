using System.Collections.ObjectModel;

namespace CognitoIdentity;

/// <summary>The settings of the user's profile: the one that <c>AWS_PROFILE</c> names, otherwise <c>default</c>.</summary>
internal sealed class AwsProfile
{
    /// <summary>The name under which a profile has the endpoint of its <c>services</c> section for this service.</summary>
    public const string ServiceEndpointUrl = "cognito_identity.endpoint_url";

    private const string NameVariable = "AWS_PROFILE";
    private const string DefaultName = "default";

    private readonly IReadOnlyDictionary<string, ProfileSetting> _settings;

    public AwsProfile(IReadOnlyDictionary<string, ProfileSetting> settings) => _settings = settings;

    /// <summary>
    /// Gets the problems of the files, by file and line number: lines that cannot be read, or that the profile is missing.
    /// </summary>
    public IReadOnlyList<string> Problems { get; private init; } = [];

    /// <summary>Returns a setting; null if the profile does not have it or has an empty value.</summary>
    public ProfileSetting? Find(string name) => _settings.TryGetValue(name, out var setting) && setting.Text.Length > 0 ? setting : null;

    /// <summary>Reads the profile from the shared config and credentials files.</summary>
    /// <param name="environment">Reads a variable of the environment.</param>
    public static AwsProfile Read(Func<string, string?> environment)
    {
        var askedFor = environment(NameVariable);
        var name = string.IsNullOrEmpty(askedFor) ? DefaultName : askedFor;
        var (configPath, credentialsPath) = (
            FilePath(environment("AWS_CONFIG_FILE"), "config"), FilePath(environment("AWS_SHARED_CREDENTIALS_FILE"), "credentials"));
        var (config, credentials) = (AwsConfigFile.Read(configPath), AwsConfigFile.Read(credentialsPath));

        // The order of the SDKs: the credentials file wins over the config file.
        var fromConfig = config.Section($"profile {name}") ?? (name == DefaultName ? config.Section(name) : null);
        var fromCredentials = credentials.Section(name);
        var settings = new Dictionary<string, ProfileSetting>(StringComparer.Ordinal);
        Add(fromConfig, settings);
        Add(fromCredentials, settings);

        if (settings.TryGetValue("services", out var services)
            && config.Section($"services {services.Text}")?.TryGetValue(ServiceEndpointUrl, out var endpoint) == true)
        {
            settings[ServiceEndpointUrl] = endpoint;
        }

        string[] missing = askedFor == name && fromConfig is null && fromCredentials is null
            ? [$"{NameVariable} names the profile '{name}', which is neither in {configPath} nor in {credentialsPath}."]
            : [];
        return new(settings) { Problems = [.. config.Problems, .. credentials.Problems, .. missing] };
    }

    private static void Add(IReadOnlyDictionary<string, ProfileSetting>? section, Dictionary<string, ProfileSetting> settings)
    {
        foreach (var (name, setting) in section ?? ReadOnlyDictionary<string, ProfileSetting>.Empty)
        {
            settings[name] = setting;
        }
    }

    private static string FilePath(string? given, string defaultName) => string.IsNullOrEmpty(given)
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aws", defaultName)
        : given;
}
