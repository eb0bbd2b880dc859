namespace CognitoIdentity.Tests.Operations;

/// <summary>The providers that the API reference's samples of identity pools have.</summary>
internal static class SampleLoginProviders
{
    private const string ConsumerKeyAndSecret = "xvz1evFS4wEEPTGEFPHBog;kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw";

    public static IReadOnlyDictionary<string, string> Three { get; } = new Dictionary<string, string>
    {
        ["accounts.google.com"] = "123456789012.apps.googleusercontent.com",
        ["graph.facebook.com"] = "7346241598935555",
        ["www.amazon.com"] = "amzn1.application-oa2-client.188a56d827a7d6555a8b67a5d",
    };

    public static IReadOnlyDictionary<string, string> Five { get; } = new Dictionary<string, string>(Three)
    {
        ["api.twitter.com"] = ConsumerKeyAndSecret,
        ["www.digits.com"] = ConsumerKeyAndSecret,
    };
}
