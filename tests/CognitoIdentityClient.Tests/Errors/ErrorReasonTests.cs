using System.Reflection;
using System.Text.Json;
using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Errors;

/// <summary>The causes that the messages of the service distinguish.</summary>
public sealed class ErrorReasonTests
{
    private const string NotAuthorized = "NotAuthorizedException";
    private const string InvalidParameter = "InvalidParameterException";

    private static readonly IReadOnlyList<string> KnownReasons = [.. typeof(ErrorReason)
        .GetProperties(BindingFlags.Static | BindingFlags.Public)
        .Select(property => property.Name)
        .Where(name => name != nameof(ErrorReason.Unknown))];

    /// <summary>Code, message, reason: messages that the service was seen to send.</summary>
    public static TheoryData<string, string, string> Messages { get; } = new()
    {
        { NotAuthorized, "Unauthenticated access is not supported for this identity pool.", "UnauthenticatedDisabled" },
        { NotAuthorized, "Logins don't match. Please include at least one valid login for this identity or identity pool.",
            "LoginsMismatch" },
        { NotAuthorized, "Invalid login token. Issuer doesn't match providerName", "IssuerMismatch" },
        { NotAuthorized, "Invalid login token. Missing a required claim: aud", "MissingAudience" },
        { NotAuthorized, "Invalid login token. Can't pass in a Cognito token.", "WrongTokenUse" },
        { NotAuthorized, "Invalid login token. Not a Cognito token.", "WrongTokenUse" },
        { NotAuthorized, "Invalid login token. Token expired: 1667365798 >= 1667235770", "TokenExpired" },
        { NotAuthorized, "Invalid login token. Token expired: 1518436004076 >= 1518435610394", "TokenExpired" },
        { NotAuthorized, "Invalid login token. Not a valid OpenId Connect identity token.", "MalformedToken" },
        { NotAuthorized, "Invalid login token. Couldn't verify signed token.", "SignatureNotVerified" },
        { NotAuthorized, "Invalid login token. Incorrect token audience.", "IncorrectAudience" },
        { NotAuthorized, "Invalid login token. Something that nobody has seen yet.", "InvalidLoginToken" },
        { NotAuthorized, "Token is not from a supported provider of this identity pool.", "UnsupportedProvider" },
        { NotAuthorized, $"Access to Identity '{Example.IdentityId}' is forbidden.", "IdentityForbidden" },
        { NotAuthorized, "Access to Role 'arn:aws:iam::123456789012:role/Other' is forbidden.", "RoleForbidden" },
        { NotAuthorized, $"Identity pool - {Example.PoolId} does not have identity providers configured.", "NoProvidersConfigured" },
        { NotAuthorized, "The ambiguous role mapping rules for: accounts.google.com denied this request.", "RoleMappingDenied" },
        {
            NotAuthorized,
            "The ambiguous role mapping rules for: cognito-idp.us-east-1.amazonaws.com/us-east-1_ExampleId1 denied this request.",
            "RoleMappingDenied"
        },
        {
            "InvalidIdentityPoolConfigurationException",
            "Invalid identity pool configuration. Check assigned IAM roles for this pool.",
            "RolesNotAssigned"
        },
        { InvalidParameter, "Basic (classic) flow is not enabled, please use enhanced flow.", "ClassicFlowDisabled" },
        { InvalidParameter, "Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.",
            "ClassicFlowWithRoleMappings" },
        { InvalidParameter, "Basic (classic) flow is not supported with SAML, please use enhanced flow.", "ClassicFlowWithSaml" },
        { InvalidParameter, "Please provide a valid public provider", "UnsupportedProvider" },
        { InvalidParameter, "Please provide a valid public provider.", "UnsupportedProvider" },
        { InvalidParameter, "This identity pool does not support the specified developer provider", "UnsupportedDeveloperProvider" },
        { InvalidParameter, "Invalid Cognito Identity Provider", "InvalidUserPoolProvider" },
        {
            InvalidParameter,
            "login.example is not a valid RoleMapping ProviderName or is not a configured provider.",
            "InvalidRoleMappingProvider"
        },
        {
            InvalidParameter,
            "Identity provider arn:aws:iam::210987654321:oidc-provider/login.example is not valid for account 123456789012",
            "ProviderOfAnotherAccount"
        },
        { "ResourceNotFoundException", "IdentityPool 'us-east-2:11111111-2222-3333-4444-555555555555' not found.", "IdentityPoolNotFound" },
        { "ResourceNotFoundException", $"Identity '{Example.IdentityId}' not found.", "IdentityNotFound" },
        {
            "AccessDeniedException",
            "User: anonymous is not authorized to perform: cognito-identity:GetId on resource: * with an explicit deny in a resource "
            + "control policy",
            "ExplicitDeny"
        },
        {
            "ValidationException",
            "1 validation error detected: Value 'example-pool' at 'identityPoolId' failed to satisfy constraint: Member must satisfy "
            + "regular "
            + "expression pattern: [\\w-]+:[0-9a-f-]+",
            "ConstraintViolated"
        },
        { "SerializationException", "Start of list found where not expected", "MalformedRequest" },
        { "TooManyRequestsException", "Rate exceeded", "RateExceeded" },
        { NotAuthorized, "Something new of the service.", "Unknown" },
        { NotAuthorized, "A text that quotes 'Access to Identity' is not about it.", "Unknown" },
        { NotAuthorized, "", "Unknown" },
        { InvalidParameter, "Bad Request", "Unknown" },
        { "InvalidIdentityPoolConfigurationException", "Something new of the service.", "Unknown" },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Message_of_the_service_gives_its_reason_and_is_followed_by_the_hint(string code, string message, string reason)
    {
        var exception = await ErrorAsync(code, message);

        Assert.Equal(code, exception.GetType().Name);
        Assert.Equal(reason, exception.Reason.Value);
        Assert.StartsWith(message, exception.ServiceMessage, StringComparison.Ordinal);
        Assert.StartsWith(exception.ServiceMessage, exception.Message, StringComparison.Ordinal);
        if (reason == "Unknown")
        {
            Assert.Null(exception.Hint);
            Assert.Null(exception.HelpLink);
            Assert.Equal(exception.ServiceMessage, exception.Message);
        }
        else
        {
            AssertExplained(exception);
            Assert.EndsWith($". Hint: {exception.Hint}", exception.Message, StringComparison.Ordinal);
        }
    }

    // https://github.com/aws/aws-sdk-js/issues/4420 and https://github.com/aws/aws-sdk-js/issues/1423: the headers of the request were lost
    // on its way. The code is that of no exception.
    [Theory]
    [InlineData(CannedResponse.RequestId)]
    [InlineData(null)]
    public async Task Request_that_lost_its_headers_is_recognized(string? requestId)
    {
        const string Body =
            """{"code":"BadRequest","message":"The server did not understand the operation that was requested.","type":"client"}""";

        var exception = await TestClient.ErrorOfAsync(
            CannedResponse.Json(
                Body, 400, [("Content-Type", "application/json"), .. requestId is null ? [] : new[] { ("x-amzn-RequestId", requestId) }]));

        Assert.Equal(("BadRequest", requestId), (exception.ErrorCode, exception.RequestId));
        Assert.Equal(ErrorReason.UnrecognizedOperation, exception.Reason);
        Assert.StartsWith("The server did not understand the operation", exception.Message, StringComparison.Ordinal);
        Assert.Contains("X-Amz-Target", exception.Message, StringComparison.Ordinal);
        AssertExplained(exception);
    }

    // A reason without a message would never be given. The reason of foreign responses has none: no text of theirs is known.
    [Fact]
    public void Every_reason_has_a_message_a_hint_a_page_and_a_place_in_the_guide()
    {
        Assert.Equal(
            KnownReasons.Order(),
            Messages.Select(row => (string)row[2]).Where(reason => reason != "Unknown")
                .Append("NotCognitoIdentity").Append("UnrecognizedOperation").Distinct().Order());
        var guide = Repository.Read("docs/guides/error-reasons.md").Split('\n');
        Assert.All(KnownReasons, reason =>
        {
            AssertExplained(new NotAuthorizedException { Reason = reason });
            Assert.Contains($"## {reason}", guide);
        });
    }

    // A hint that ships in a package must not point to a file of the repository.
    [Fact]
    public void Every_hint_is_complete_in_itself() => Assert.All(KnownReasons, reason =>
    {
        var hint = new NotAuthorizedException { Reason = reason }.Hint!;
        Assert.EndsWith(".", hint, StringComparison.Ordinal);
        Assert.DoesNotContain("docs/", hint, StringComparison.Ordinal);
        Assert.DoesNotContain(".md", hint, StringComparison.Ordinal);
    });

    [Fact]
    public void Reason_of_any_exception_can_be_set_by_a_fake()
    {
        var exception = new AccessDeniedException("Text of a test") { Reason = ErrorReason.ClassicFlowDisabled };

        Assert.Equal(ErrorReason.ClassicFlowDisabled, exception.Reason);
        Assert.Equal($"Text of a test. Hint: {exception.Hint}", exception.Message);
        Assert.Equal(ErrorReason.TokenExpired, new NotAuthorizedException("Invalid login token. Token expired: 2 >= 1").Reason);
        Assert.Equal(ErrorReason.Unknown, new NotAuthorizedException().Reason);
        Assert.Null(new LoginTokenException().Hint);
    }

    [Fact]
    public void HelpLink_set_by_the_application_takes_the_place_of_the_reasons()
    {
        var exception = new NotAuthorizedException { Reason = ErrorReason.TokenExpired, HelpLink = "https://example.com/help" };

        Assert.Equal("https://example.com/help", exception.HelpLink);
    }

    [Fact]
    public void Reasons_of_login_tokens_are_distinguished_from_the_others()
    {
        var messages = Messages.Select(row => ((string)row[1], (ErrorReason)(string)row[2]));

        Assert.All(messages, message =>
            Assert.Equal(message.Item1.StartsWith("Invalid login token", StringComparison.Ordinal), message.Item2.IsAboutLoginToken));
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

    private static void AssertExplained(CognitoIdentityException exception)
    {
        Assert.NotEmpty(exception.Hint!);
        var page = new Uri(exception.HelpLink!, UriKind.Absolute);
        Assert.Equal(("https", "docs.aws.amazon.com"), (page.Scheme, page.Host));
    }

    private static async Task<CognitoIdentityException> ErrorAsync(string code, string message)
    {
        var body = JsonSerializer.Serialize(new Dictionary<string, string> { ["__type"] = code, ["message"] = message });
        using var client = new ScriptedHandler(CannedResponse.Json(body, 400)).CreateClient();
        return await Assert.ThrowsAnyAsync<CognitoIdentityException>(() => client.GetIdAsync(new() { IdentityPoolId = Example.PoolId }));
    }
}
