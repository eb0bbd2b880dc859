using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Errors;

/// <summary>What the service's messages mean.</summary>
public sealed class ErrorReasonTests
{
    private const string NotAuthorized = "NotAuthorizedException";
    private const string InvalidParameter = "InvalidParameterException";

    private static readonly IReadOnlyList<string> KnownReasons = [.. typeof(ErrorReason)
        .GetProperties(BindingFlags.Static | BindingFlags.Public)
        .Select(property => property.Name)
        .Where(name => name != nameof(ErrorReason.Unknown))];

    /// <summary>Code, message, reason: messages that the service was seen to answer with.</summary>
    public static TheoryData<string, string, string> Messages { get; } = new()
    {
        { NotAuthorized, "Unauthenticated access is not supported for this identity pool.", "UnauthenticatedDisabled" },
        { NotAuthorized, "Logins don't match. Please include at least one valid login for this identity or identity pool.", "LoginsMismatch" },
        { NotAuthorized, "Invalid login token. Issuer doesn't match providerName", "IssuerMismatch" },
        { NotAuthorized, "Invalid login token. Missing a required claim: aud", "MissingAudience" },
        { NotAuthorized, "Invalid login token. Can't pass in a Cognito token.", "WrongTokenUse" },
        { NotAuthorized, "Invalid login token. Not a Cognito token.", "WrongTokenUse" },
        { NotAuthorized, "Invalid login token. Token expired: 1667365798 >= 1667235770", "TokenExpired" },
        { NotAuthorized, "Invalid login token. Not a valid OpenId Connect identity token.", "MalformedToken" },
        { NotAuthorized, "Invalid login token. Couldn't verify signed token.", "SignatureNotVerified" },
        { NotAuthorized, "Token is not from a supported provider of this identity pool.", "UnsupportedProvider" },
        { NotAuthorized, $"Access to Identity '{Example.IdentityId}' is forbidden.", "IdentityForbidden" },
        { NotAuthorized, $"Identity pool - {Example.PoolId} does not have identity providers configured.", "NoProvidersConfigured" },
        { NotAuthorized, "The ambiguous role mapping rules denied this request", "RoleMappingDenied" },
        { "InvalidIdentityPoolConfigurationException", "Invalid identity pool configuration. Check assigned IAM roles for this pool.", "RolesNotAssigned" },
        { InvalidParameter, "Basic (classic) flow is not enabled, please use enhanced flow.", "ClassicFlowDisabled" },
        { InvalidParameter, "Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.", "ClassicFlowWithRoleMappings" },
        { InvalidParameter, "Please provide a valid public provider", "UnsupportedProvider" },
        { NotAuthorized, "Something new of the service.", "Unknown" },
        { NotAuthorized, "", "Unknown" },
        { InvalidParameter, "Bad Request", "Unknown" },
        { "InvalidIdentityPoolConfigurationException", "Something new of the service.", "Unknown" },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Message_gives_its_reason_and_a_hint_and_stays_as_it_came(string code, string message, string reason)
    {
        var exception = await ErrorAsync(code, message);

        Assert.Equal(code, exception.GetType().Name);
        Assert.Equal(reason, Reason(exception).Value);
        Assert.Equal(message.Length == 0 ? exception.Message : message, exception.Message);
        AssertHint(reason, Hint(exception));
    }

    // A reason without a message would never be given, and one without a hint or a place in the document would help nobody.
    [Fact]
    public void EveryReason_has_a_message_a_hint_and_a_place_in_the_document()
    {
        Assert.Equal(KnownReasons.Order(), Messages.Select(row => (string)row[2]).Distinct().Where(reason => reason != "Unknown").Order());
        var document = File.ReadAllLines(Document());
        Assert.All(KnownReasons, reason =>
        {
            AssertHint(reason, new NotAuthorizedException { Reason = reason }.Hint);
            Assert.Contains($"## {reason}", document);
        });
    }

    [Fact]
    public void Fake_can_be_given_a_reason()
    {
        var exception = new InvalidParameterException("Text of a test") { Reason = ErrorReason.ClassicFlowDisabled };

        Assert.Equal(ErrorReason.ClassicFlowDisabled, exception.Reason);
        AssertHint("ClassicFlowDisabled", exception.Hint);
        Assert.Equal(ErrorReason.TokenExpired, new NotAuthorizedException("Invalid login token. Token expired: 2 >= 1").Reason);
        Assert.Equal(ErrorReason.Unknown, new NotAuthorizedException().Reason);
        Assert.Null(new LoginTokenException().Hint);
    }

    [Fact]
    public void Reason_is_an_open_enum()
    {
        Assert.All(KnownReasons, name =>
        {
            var known = (ErrorReason)typeof(ErrorReason).GetProperty(name)!.GetValue(null)!;
            Assert.Equal(name, known.ToString());
            Assert.Equal(known, name);
        });
        Assert.Equal(default, ErrorReason.Unknown);
        Assert.Equal(default, new ErrorReason("Unknown"));
        Assert.Equal(default, new ErrorReason(""));
        Assert.Equal("Unknown", default(ErrorReason).Value);
        Assert.Equal("OfALaterVersion", new ErrorReason("OfALaterVersion").ToString());
        Assert.Null(new NotAuthorizedException { Reason = "OfALaterVersion" }.Hint);
        Assert.Throws<ArgumentNullException>("value", () => new ErrorReason(null!));
    }

    private static void AssertHint(string reason, string? hint)
    {
        if (reason == "Unknown")
        {
            Assert.Null(hint);
        }
        else
        {
            Assert.EndsWith($": see docs/guides/error-reasons.md#{reason.ToLowerInvariant()}.", hint, StringComparison.Ordinal);
        }
    }

    private static ErrorReason Reason(CognitoIdentityException exception) => exception switch
    {
        NotAuthorizedException error => error.Reason,
        InvalidIdentityPoolConfigurationException error => error.Reason,
        _ => Assert.IsType<InvalidParameterException>(exception).Reason,
    };

    private static string? Hint(CognitoIdentityException exception) => exception switch
    {
        NotAuthorizedException error => error.Hint,
        InvalidIdentityPoolConfigurationException error => error.Hint,
        _ => Assert.IsType<InvalidParameterException>(exception).Hint,
    };

    private static async Task<CognitoIdentityException> ErrorAsync(string code, string message)
    {
        var body = JsonSerializer.Serialize(new Dictionary<string, string> { ["__type"] = code, ["message"] = message });
        using var client = new ScriptedHandler(Answer.Json(body, 400)).CreateClient();
        return await Assert.ThrowsAnyAsync<CognitoIdentityException>(() => client.GetIdAsync(new() { IdentityPoolId = Example.PoolId }));
    }

    private static string Document([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", "..", "docs", "guides", "error-reasons.md");
}
