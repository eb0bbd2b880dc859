using System.Reflection;
using System.Text.RegularExpressions;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>docs/guides/sign-in-failures.md explains every reason and every cause that the library can name.</summary>
public sealed partial class SignInGuideTests
{
    private static readonly string[] Guide = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Diagnosis", "sign-in-failures.md"));

    // A fix tells the reader what to do, so its sentence begins with one of these.
    private static readonly string[] Verbs =
    [
        "Add", "Allow", "Ask", "Change", "Check", "Compare", "Correct", "Create", "Enter", "Exchange", "Exempt", "Find",
        "Forget", "Give", "Leave", "Let", "List", "Make", "Map", "Move", "Narrow", "Pass", "Put", "Refresh", "Remove", "Send",
        "Set", "Sign", "Skip", "Store", "Try", "Use",
    ];

    /// <summary>The headings of the causes, each with the text below it.</summary>
    public static TheoryData<string, string> Sections
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var section in string.Join('\n', Guide).Split("\n### ").Skip(1))
            {
                var lines = section.Split('\n').TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).ToList();
                data.Add(lines[0], string.Join(' ', lines.Skip(1)).Trim());
            }

            return data;
        }
    }

    // The service's messages, as seen in public threads; placeholders are cut off.
    public static TheoryData<string> Messages => new(
        "Unauthenticated access is not supported for this identity pool.",
        "Logins don't match. Please include at least one valid login for this identity or identity pool.",
        "Invalid login token. Issuer doesn't match providerName",
        "Invalid login token. Missing a required claim: aud",
        "Invalid login token. Can't pass in a Cognito token.",
        "Invalid login token. Incorrect token audience.",
        "Invalid login token. Token expired: ",
        "Invalid login token. Couldn't verify signed token.",
        "Invalid login token. Not a valid OpenId Connect identity token.",
        "Token is not from a supported provider of this identity pool.",
        "Access to Identity '",
        "Access to Role '",
        "does not have identity providers configured.",
        "IdentityPool '",
        "Invalid identity pool configuration. Check assigned IAM roles for this pool.",
        "Basic (classic) flow is not enabled, please use enhanced flow.",
        "Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.",
        "Basic (classic) flow is not supported with SAML, please use enhanced flow.",
        "Invalid Cognito Identity Provider",
        "is not a valid RoleMapping ProviderName or is not a configured provider.",
        "This identity pool does not support the specified developer provider",
        "Please provide a valid public provider",
        "The ambiguous role mapping rules for: ",
        "with an explicit deny in a resource control policy",
        "Identity provider ARN is not valid for account",
        "1 validation error detected: ",
        "Start of list found where not expected",
        "Rate exceeded");

    [Theory]
    [MemberData(nameof(Messages))]
    public void Message_is_in_the_index(string message) =>
        Assert.Contains(Guide, line => line.StartsWith('|') && line.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void Index_has_every_reason()
    {
        var reasons = typeof(ErrorReason).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(ErrorReason))
            .Select(property => ((ErrorReason)property.GetValue(null)!).Value)
            .ToList();

        Assert.NotEmpty(reasons);
        Assert.All(
            reasons,
            reason => Assert.Contains(Guide, line => line.StartsWith('|') && line.Contains($"| {reason} |", StringComparison.Ordinal)));
    }

    [Fact]
    public void Guide_has_a_heading_for_every_cause_and_for_nothing_else()
    {
        var codes = typeof(Cause).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(property => property.PropertyType == typeof(Cause))
            .Select(property => ((Cause)property.GetValue(null)!).Code)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        var headings = Guide.Where(line => line.StartsWith("### ", StringComparison.Ordinal))
            .Select(line => line[4..])
            .Order(StringComparer.Ordinal);

        Assert.Equal(codes, headings);
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Section_of_a_cause_says_how_to_fix_it(string cause, string text) => Assert.True(
        SentenceStart().Split(text).Any(sentence => Verbs.Contains(sentence.Split(' ')[0])), $"{cause} has no fix: {text}");

    [Fact]
    public void Links_lead_to_headings()
    {
        var links = Guide.SelectMany(line => line.Split("](#").Skip(1)).Select(part => part[..part.IndexOf(')', StringComparison.Ordinal)]);

        Assert.All(links, link => Assert.Contains($"### {link}", Guide));
    }

    [GeneratedRegex("(?<=[.:;]) ")]
    private static partial Regex SentenceStart();
}
