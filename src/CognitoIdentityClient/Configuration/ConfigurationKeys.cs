using Microsoft.Extensions.Configuration;

namespace CognitoIdentity;

/// <summary>Finds misspelled keys in a section of the configuration, which would otherwise be ignored without a word.</summary>
internal static class ConfigurationKeys
{
    // The options of the client and of credentials together: an application may keep both in one section.
    private static readonly string[] Known =
    [
        nameof(CognitoIdentityClientOptions.Region),
        nameof(CognitoIdentityClientOptions.Endpoint),
        nameof(CognitoIdentityClientOptions.UseFipsEndpoint),
        nameof(CognitoIdentityClientOptions.UseDualStackEndpoint),
        nameof(CognitoIdentityClientOptions.AllowInsecureEndpoint),
        nameof(CognitoIdentityClientOptions.UseHttpClientDefaults),
        nameof(CognitoIdentityClientOptions.SignatureLocation),
        nameof(CognitoIdentityClientOptions.RetryMode),
        nameof(CognitoIdentityClientOptions.MaxAttempts),
        nameof(CognitoIdentityClientOptions.AttemptTimeout),
        nameof(CognitoIdentityClientOptions.TotalTimeout),
        nameof(CognitoIdentityClientOptions.RequestValidation),
        nameof(CognitoIdentityClientOptions.MaxResponseBytes),
        nameof(CognitoIdentityClientOptions.ClockSkewCorrection),
        nameof(CognitoIdentityClientOptions.ApplicationId),
        nameof(CognitoIdentityCredentialsOptions.IdentityPoolId),
        nameof(CognitoIdentityCredentialsOptions.PreemptExpiryTime),
        nameof(CognitoIdentityCredentialsOptions.ExpirationBuffer),
        nameof(CognitoIdentityCredentialsOptions.RefreshTimeout),
        nameof(CognitoIdentityCredentialsOptions.MaxUsers),
        nameof(CognitoIdentityCredentialsOptions.AllowFewerLogins),
        nameof(CognitoIdentityCredentialsOptions.DeveloperLoginKey),
        nameof(CognitoIdentityCredentialsOptions.EndWithLoginToken),
        nameof(CognitoIdentityCredentialsOptions.NewRoleRetryTime),
        nameof(CognitoIdentityCredentialsOptions.StoreTimeout),
    ];

    /// <summary>Adds a problem for each key of the section that is not an option, with the option that may be meant.</summary>
    public static void Check(IConfiguration section, List<string> problems)
    {
        foreach (var key in section.GetChildren().Select(child => child.Key))
        {
            if (!Known.Contains(key, StringComparer.OrdinalIgnoreCase))
            {
                problems.Add(
                    $"'{key}' in the configuration is not an option{(FindNearest(key) is { } near ? $"; did you mean '{near}'?" : ".")}");
            }
        }
    }

    // A key of which more than a third differs is another word, not a misspelled one.
    private static string? FindNearest(string key)
    {
        var nearest = Known.MinBy(name => Distance(key, name))!;
        return Distance(key, nearest) <= Math.Max(2, key.Length / 3) ? nearest : null;
    }

    // The Levenshtein distance, without regard to case.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 0; i < one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < other.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(one[i]) == char.ToUpperInvariant(other[j]) ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(row[j], row[j + 1]) + 1);
            }
        }

        return row[^1];
    }
}
