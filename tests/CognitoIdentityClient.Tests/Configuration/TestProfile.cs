namespace CognitoIdentity.Tests.Configuration;

/// <summary>A profile as it would be read from a file named <c>config</c>, one setting a line.</summary>
internal static class TestProfile
{
    public static AwsProfile Profile(params (string Name, string? Value)[] settings) => new(settings
        .Where(setting => setting.Value is not null)
        .Select((setting, index) => (setting.Name, Setting: new ProfileSetting(setting.Value!, $"config, line {index + 1}")))
        .ToDictionary(setting => setting.Name, setting => setting.Setting));
}
