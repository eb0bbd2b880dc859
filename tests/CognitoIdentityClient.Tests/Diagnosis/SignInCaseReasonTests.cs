namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>
/// The errors of the reported failures: each message has its reason, and the diagnosis predicts code and reason without reading them.
/// </summary>
public sealed class SignInCaseReasonTests
{
    // The beginnings of the messages in the reports, each with the reason that stands for it.
    private static readonly (string Message, string Reason)[] Reasons =
    [
        ("Unauthenticated access is not supported", "UnauthenticatedDisabled"),
        ("Logins don't match", "LoginsMismatch"),
        ("Invalid login token. Issuer doesn't match providerName", "IssuerMismatch"),
        ("Invalid login token. Missing a required claim: aud", "MissingAudience"),
        ("Invalid login token. Can't pass in a Cognito token", "WrongTokenUse"),
        ("Invalid login token. Incorrect token audience", "IncorrectAudience"),
        ("Invalid login token. Token expired", "TokenExpired"),
        ("Invalid login token. Not a valid OpenId Connect identity token", "MalformedToken"),
        ("Token is not from a supported provider", "UnsupportedProvider"),
        ("Please provide a valid public provider", "UnsupportedProvider"),
        ("This identity pool does not support the specified developer provider", "UnsupportedDeveloperProvider"),
        ("Access to Identity 'us-east-1:", "IdentityForbidden"),
        ("Access to Role '", "RoleForbidden"),
        ("Identity pool - us-east-1:", "NoProvidersConfigured"),
        ("Invalid identity pool configuration. Check assigned IAM roles", "RolesNotAssigned"),
        ("The ambiguous role mapping rules", "RoleMappingDenied"),
        ("Basic (classic) flow is not supported with RoleMappings", "ClassicFlowWithRoleMappings"),
        ("Basic (classic) flow is not supported with SAML", "ClassicFlowWithSaml"),
        ("Basic (classic) flow is not enabled", "ClassicFlowDisabled"),
        ("IdentityPool '", "IdentityPoolNotFound"),
        ("User: anonymous is not authorized to perform: cognito-identity:GetId", "ExplicitDeny"),
        ("1 validation error detected: Value 'example-pool' at 'identityPoolId'", "ConstraintViolated"),
        ("Start of list found where not expected", "MalformedRequest"),

        // The message of STS, which is another service.
        ("Missing a required claim: aud", "Unknown"),
    ];

    // In these, other reports have another message for the same mistake.
    private static readonly string[] Inexact = ["guests-only-pool", "wrong-identity-pool-of-other-app"];

    public static TheoryData<string> WithMessage =>
        [.. SignInCase.All.Where(pair => pair.Value.Options.ErrorMessage is not null).Select(pair => pair.Key)];

    public static TheoryData<string> Predictable =>
    [
        .. SignInCase.All
            .Where(pair => pair.Value is { IsDecidable: true, NeedsError: false, Options: { ErrorCode: not null, ErrorMessage: not null } })
            .Select(pair => pair.Key).Except(Inexact),
    ];

    [Theory]
    [MemberData(nameof(WithMessage))]
    public void Message_of_a_case_has_its_reason(string id)
    {
        var message = SignInCase.All[id].Options.ErrorMessage!;

        Assert.Equal(ReasonOf(message), ErrorReasonTable.Find(message).Value);
        Assert.Equal(ReasonOf(message), new NotAuthorizedException(message).Reason.Value);
    }

    [Theory]
    [MemberData(nameof(Predictable))]
    public void Error_of_a_case_is_predicted_from_pool_and_token(string id)
    {
        var signIn = SignInCase.All[id];
        var options = signIn.Options;
        var diagnosis = SignInDiagnosis.Create(
            signIn.PoolId, signIn.CompleteLogins, options with { ErrorCode = null, ErrorMessage = null });
        var outcome = signIn.IsClassic ? diagnosis.ClassicFlow : diagnosis.EnhancedFlow;

        // Roles are refused when they are set, too.
        var operation = options.Operation == "SetIdentityPoolRoles" ? "GetCredentialsForIdentity" : options.Operation;
        Assert.Equal(
            (operation, options.ErrorCode, ReasonOf(options.ErrorMessage!)),
            (outcome.Operation, outcome.ErrorCode, outcome.Reason?.Value ?? "Unknown"));
    }

    [Theory]
    [MemberData(nameof(Predictable))]
    public void Finding_of_a_case_has_the_reason_of_the_message(string id)
    {
        var signIn = SignInCase.All[id];
        var finding = signIn.Diagnose().Findings.First(finding => finding.Code == signIn.Code);

        Assert.Equal(FindingSeverity.Error, finding.Severity);
        Assert.Equal(ReasonOf(signIn.Options.ErrorMessage!), finding.Reason?.Value ?? "Unknown");
    }

    private static string ReasonOf(string message) =>
        Assert.Single(Reasons, row => message.StartsWith(row.Message, StringComparison.Ordinal)).Reason;
}
