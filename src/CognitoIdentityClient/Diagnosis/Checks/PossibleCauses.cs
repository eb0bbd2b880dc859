namespace CognitoIdentity;

/// <summary>Finds the causes that remain and that neither the configuration nor the tokens show, the likeliest first.</summary>
internal static class PossibleCauses
{
    private static readonly Cause[] All =
    [
        OutsideCauses.TrustAuthentication, OutsideCauses.TrustAudience, OutsideCauses.TrustPrincipal, OutsideCauses.TrustAction,
        OutsideCauses.TrustTagSession,
        OutsideCauses.RoleGone,
        OutsideCauses.RoleDenied,
        OutsideCauses.TagsTooLarge,
        OutsideCauses.AppClientDeleted,
        OutsideCauses.IamAudience,
        OutsideCauses.IamProviderAccount, OutsideCauses.SignatureKeys, OutsideCauses.UserSignedOut, OutsideCauses.IdentityOfOtherUser,
        OutsideCauses.IdentityDisabled,
        OutsideCauses.IdentityDeleted,
        OutsideCauses.LoginLinkedElsewhere,
        OutsideCauses.ResourceControlPolicy,
        OutsideCauses.Throttling, OutsideCauses.ProviderUnreachable, OutsideCauses.ServiceFailure,
    ];

    // The others are about the call.
    private static readonly Cause[] OfLogins =
        [OutsideCauses.TagsTooLarge, OutsideCauses.AppClientDeleted, OutsideCauses.SignatureKeys, OutsideCauses.UserSignedOut];

    /// <param name="facts">What is known.</param>
    /// <param name="reason">The reason of the error that happened, or else of the predicted one; Unknown without an error.</param>
    /// <param name="openTrust">What the trust policy of the role, if it was given, leaves open.</param>
    public static IReadOnlyList<DiagnosisFinding> Find(SignInFacts facts, ErrorReason reason, OpenTrust openTrust)
    {
        // Its one message says as much as its code.
        reason = reason == default && facts.Options.ErrorCode == "InvalidIdentityPoolConfigurationException"
            ? ErrorReason.RolesNotAssigned
            : reason;
        IEnumerable<Cause> causes = facts.Options.ErrorCode switch
        {
            StsErrors.InvalidToken => [OutsideCauses.SignatureKeys],
            _ when facts.IsSecurityTokenService && facts.Reason == ErrorReason.ExplicitDeny => [OutsideCauses.RoleDenied],
            _ when facts.IsSecurityTokenService => All.Where(cause => cause.Explains(ErrorReason.RolesNotAssigned)),
            "AccessDeniedException" or "AccessDenied" => IsAnonymous(facts)
                ? [OutsideCauses.ResourceControlPolicy]
                : [OutsideCauses.CallerPolicy, OutsideCauses.ResourceControlPolicy],
            "TooManyRequestsException" or "ThrottlingException" or "LimitExceededException" => [OutsideCauses.Throttling],
            "ResourceConflictException" or "DeveloperUserAlreadyRegisteredException" => [OutsideCauses.LoginLinkedElsewhere],
            "ExternalServiceException" => [OutsideCauses.ProviderUnreachable],
            "InternalErrorException" or "InternalFailure" or "ServiceUnavailable" => [OutsideCauses.ServiceFailure],
            "ResourceNotFoundException" when reason != ErrorReason.IdentityPoolNotFound => [OutsideCauses.IdentityDeleted],
            // Where no error has happened yet, and none of them gives the predicted one, any of them may come after it.
            _ when reason != default && (facts.HasError || Array.Exists(All, cause => cause.Explains(reason))) =>
                All.Where(cause => cause.Explains(reason)),
            _ => All,
        };
        return
        [
            .. UnreadCauses.Find(facts, reason),
            .. causes
                .Where(cause => IsPossible(facts, cause) && !IsRuledOut(cause, openTrust))
                .Select(cause => cause.At(GetPath(facts, cause), expected: GetExpected(facts, cause))),
        ];
    }

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
            return facts.Logins.Any(login => PoolProviders.GuessKind(login.Key) is null
                && !ServiceName.IsLike(login.Key)
                && login.Key != facts.Pool?.DeveloperProviderName);
        }

        return !facts.IsGuest || (cause != OutsideCauses.SignatureKeys && cause != OutsideCauses.LoginLinkedElsewhere);
    }

    // With the tags that are known, the check of the policy has told of a missing permission; the maps may be unknown, though.
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

    private static string? GetExpected(SignInFacts facts, Cause cause) =>
        cause == OutsideCauses.TrustPrincipal ? TrustPolicy.FormatPrincipal(facts.ServiceName)
        : cause == OutsideCauses.TrustAudience ? TrustPolicy.FormatAudience(facts.ServiceName, facts.PoolId)
        : cause == OutsideCauses.TrustAuthentication ? TrustPolicy.FormatKindOfUser(facts.ServiceName, facts.IsGuest)
        : null;

    private static bool IsOfTrustPolicy(Cause cause) => cause.Code.StartsWith("trust-", StringComparison.Ordinal);
}
