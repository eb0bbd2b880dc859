namespace CognitoIdentity;

/// <summary>Finds the causes that remain and that neither the configuration nor the tokens show, the likeliest first.</summary>
internal static class PossibleCauses
{
    private static readonly Cause[] All =
    [
        OutsideCauses.TrustAuthentication,
        OutsideCauses.TrustAudience,
        OutsideCauses.TrustPrincipal,
        OutsideCauses.TrustAction,
        OutsideCauses.TrustTagSession,
        OutsideCauses.RoleGone,
        OutsideCauses.RoleDenied,
        RoleCauses.RoleOtherAccount,
        OutsideCauses.TagsTooLarge,
        OutsideCauses.AppClientDeleted,
        OutsideCauses.IamAudience,
        OutsideCauses.IamProviderAccount,
        OutsideCauses.SignatureKeys,
        OutsideCauses.UserSignedOut,
        OutsideCauses.IdentityOfOtherUser,
        TokenCauses.DeveloperTokenOfOtherIdentity,
        OutsideCauses.IdentityDisabled,
        OutsideCauses.IdentityDeleted,
        OutsideCauses.LoginLinkedElsewhere,
        OutsideCauses.ResourceControlPolicy,
        OutsideCauses.Throttling,
        OutsideCauses.ProviderUnreachable,
        OutsideCauses.ServiceFailure,
    ];

    // The path of these causes is the login's, if there is only one login. That of the others is the operation.
    private static readonly Cause[] OfLogins =
        [OutsideCauses.TagsTooLarge, OutsideCauses.AppClientDeleted, OutsideCauses.SignatureKeys, OutsideCauses.UserSignedOut];

    /// <param name="facts">What is known.</param>
    /// <param name="reason">The reason of the error that happened, otherwise of the predicted one; Unknown without an error.</param>
    /// <param name="openTrust">What the trust policy of the role, if it was given, leaves open.</param>
    /// <param name="findings">The findings, whose causes are not repeated.</param>
    public static IReadOnlyList<DiagnosisFinding> Find(
        SignInFacts facts, ErrorReason reason, OpenTrust openTrust, IReadOnlyList<DiagnosisFinding> findings)
    {
        IEnumerable<Cause> causes = facts.Options.ErrorCode switch
        {
            _ when ErrorTexts.FindActionAfterSignIn(facts.Options.ErrorMessage) is not null =>
                facts.IsGuest
                    ? [OutsideCauses.RolePermissions, OutsideCauses.SessionPolicy]
                    : [OutsideCauses.RolePermissions],
            _ when facts.IsConfiguration && reason == ErrorReason.RoleForbidden =>
                [OutsideCauses.CallerPolicy, RoleCauses.RoleOtherAccount],
            StsErrors.InvalidToken or StsErrors.ProviderRejected => [OutsideCauses.IamAudience, OutsideCauses.SignatureKeys],
            StsErrors.ProviderUnreachable => [OutsideCauses.ProviderUnreachable],
            StsErrors.ExpiredToken => [],
            StsErrors.PackedPolicyTooLarge => [OutsideCauses.TagsTooLarge],
            _ when facts.IsSecurityTokenService && facts.Reason == ErrorReason.ExplicitDeny => [OutsideCauses.RoleDenied],
            _ when IsRefusalOfSts(facts) => All.Where(cause => cause.Explains(ErrorReason.RolesNotAssigned)),
            "AccessDeniedException" or StsErrors.AccessDenied => IsAnonymous(facts)
                ? [OutsideCauses.ResourceControlPolicy]
                : [OutsideCauses.CallerPolicy, OutsideCauses.ResourceControlPolicy],
            // The quota of LimitExceededException is not one of calls in a time, but the remedy is the same.
            { } code when ErrorClassification.IsThrottlingCode(code) || code == "LimitExceededException" => [OutsideCauses.Throttling],
            "ResourceConflictException" or "DeveloperUserAlreadyRegisteredException" => [OutsideCauses.LoginLinkedElsewhere],
            "ConcurrentModificationException" => [OutsideCauses.ConcurrentCalls],
            "ExternalServiceException" => [OutsideCauses.ProviderUnreachable],
            "InternalErrorException" or "InternalFailure" or "ServiceUnavailable" => [OutsideCauses.ServiceFailure],
            "ResourceNotFoundException" when reason != ErrorReason.IdentityPoolNotFound => [OutsideCauses.IdentityDeleted],
            _ when reason == ErrorReason.UnrecognizedOperation => [OutsideCauses.RequestChanged],
            // Where no error has happened yet, and none of them gives the predicted one, any of them may come after it.
            _ when reason != default && (facts.HasError || Array.Exists(All, cause => cause.Explains(reason))) =>
                All.Where(cause => cause.Explains(reason)),
            _ => All,
        };
        return
        [
            .. UnreadCauses.Find(facts, reason),
            .. causes
                .Where(cause => IsPossible(facts, cause)
                    && !IsRuledOut(cause, openTrust)
                    && !findings.Any(finding => finding.Code == cause.Code))
                .Select(cause => cause.At(GetPath(facts, cause), GetFound(facts, cause), GetExpected(facts, cause)) with
                {
                    Severity = FindingSeverity.Warning,
                }),
        ];
    }

    // STS refuses a role with AccessDenied. Its other errors are about the token or the call.
    private static bool IsRefusalOfSts(SignInFacts facts) => facts.IsSecurityTokenService
        && facts.Options.ErrorCode switch
        {
            null => facts.Reason == default,
            var code => code is StsErrors.AccessDenied or "AccessDeniedException",
        };

    private static bool IsAnonymous(SignInFacts facts) =>
        facts.Operation is null
            or OperationNames.GetId
            or OperationNames.GetCredentialsForIdentity
            or OperationNames.GetOpenIdToken
            or OperationNames.UnlinkIdentity;

    private static bool IsPossible(SignInFacts facts, Cause cause)
    {
        if (cause == OutsideCauses.TrustTagSession || cause == OutsideCauses.TagsTooLarge)
        {
            return !facts.IsGuest
                && (facts.Options.PrincipalTagAttributeMaps is null or { Count: > 0 } || facts.PoolToken?.PrincipalTags.Any() == true);
        }

        if (cause == OutsideCauses.AppClientDeleted || cause == OutsideCauses.UserSignedOut)
        {
            return facts.Logins.Any(login => ProviderKeys.MeansUserPool(login.Key));
        }

        if (cause == OutsideCauses.IamAudience)
        {
            return facts.Logins.Any(login => IsOfIam(facts, login));
        }

        if (cause == TokenCauses.DeveloperTokenOfOtherIdentity)
        {
            return facts is { HasError: true, IsDeveloperTokenExchange: true, Options.IdentityId: null };
        }

        if (cause == RoleCauses.RoleOtherAccount)
        {
            return facts is { HasError: true, Roles: not null, Options.AccountId: null };
        }

        return !facts.IsGuest || (cause != OutsideCauses.SignatureKeys && cause != OutsideCauses.LoginLinkedElsewhere);
    }

    /// <summary>Returns whether IAM keeps the audiences of the provider that a login is from.</summary>
    private static bool IsOfIam(SignInFacts facts, LoginFacts login) =>
        !ServiceName.IsLike(login.Key)
        && login.Key != facts.Pool?.DeveloperProviderName
        && ((facts.Pool is { } pool && PoolProviders.HasOpenIdConnect(pool, login.Key)) || PoolProviders.GuessKind(login.Key) is null)
        && (facts.IsSecurityTokenService || login.Token?.IsIssuedBy(login.Key) != false);

    // The check of the policy reports a missing sts:TagSession only for tags that are known. The maps may be unknown.
    private static bool IsRuledOut(Cause cause, OpenTrust openTrust) => IsOfTrustPolicy(cause) && openTrust switch
    {
        OpenTrust.Nothing => true,
        OpenTrust.Tags => cause != OutsideCauses.TrustTagSession,
        _ => false,
    };

    private static string GetPath(SignInFacts facts, Cause cause) =>
        IsOfTrustPolicy(cause) ? "IAM role, trust policy"
        : cause.Code.StartsWith("role-", StringComparison.Ordinal) ? "IAM role"
        : cause.Code.StartsWith("iam-", StringComparison.Ordinal) ? "IAM identity provider"
        : cause.Code.StartsWith("identity-", StringComparison.Ordinal) ? "Request.IdentityId"
        : facts.Logins is [var only] && Array.Exists(OfLogins, ofLogin => ofLogin == cause) ? only.Path
        : facts.Operation ?? "Service";

    private static string? GetFound(SignInFacts facts, Cause cause) =>
        cause == OutsideCauses.IamAudience && facts.Logins.FirstOrDefault(login => IsOfIam(facts, login))?.Token is { } token
            ? $"aud {Shown.List(token.Audiences)}{(token.AuthorizedParty is { } party ? $", azp \"{Shown.Text(party)}\"" : "")}"
            : null;

    private static string? GetExpected(SignInFacts facts, Cause cause) =>
        cause == OutsideCauses.TrustPrincipal ? TrustPolicy.FormatPrincipal(facts.ServiceName)
        : cause == OutsideCauses.TrustAudience ? TrustPolicy.FormatAudience(facts.ServiceName, facts.PoolId)
        : cause == OutsideCauses.TrustAuthentication ? TrustPolicy.FormatKindOfUser(facts.ServiceName, facts.IsGuest)
        : null;

    private static bool IsOfTrustPolicy(Cause cause) => cause.Code.StartsWith("trust-", StringComparison.Ordinal);
}
