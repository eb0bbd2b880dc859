namespace CognitoIdentity;

/// <summary>Everything that a diagnosis of a sign-in knows before it begins.</summary>
internal sealed class SignInFacts
{
    public SignInFacts(string identityPoolId, IReadOnlyDictionary<string, string>? logins, SignInDiagnosisOptions options)
    {
        PoolId = identityPoolId;
        Options = options;
        Region = IdentityPoolRegion.Parse(identityPoolId);
        ServiceName = options.ServiceName ?? CognitoPrincipal.ForRegion(Region ?? options.ClientRegion ?? "");
        Now = options.TimeProvider.GetUtcNow();
        Reason = options.ErrorReason ?? ErrorTexts.FindReason(options);
        Logins = [.. (logins ?? new Dictionary<string, string>()).Select(login => new LoginFacts(login.Key, login.Value ?? ""))];
    }

    public string PoolId { get; }

    public SignInDiagnosisOptions Options { get; }

    /// <summary>The region in the pool's id; null where it is not an id.</summary>
    public string? Region { get; }

    public string ServiceName { get; }

    public DateTimeOffset Now { get; }

    /// <summary>The reason of the error that happened.</summary>
    public ErrorReason Reason { get; }

    public IReadOnlyList<LoginFacts> Logins { get; }

    public IdentityPool? Pool => Options.IdentityPool;

    public GetIdentityPoolRolesResponse? Roles => Options.Roles;

    public string? Operation => Options.Operation;

    public bool HasError => Options.ErrorCode is not null || Options.ErrorMessage is not null || Options.ErrorReason is not null;

    /// <summary>Whether the user is a guest. STS knows it from the token of the identity pool.</summary>
    public bool IsGuest => Logins.Count == 0 || (IsSecurityTokenService && PoolToken?.IsOfGuest == true);

    /// <summary>
    /// Whether the request did not sign a user in: it changed the pool's configuration, about which the error is then. The reasons of such
    /// errors tell so where the operation is not given.
    /// </summary>
    public bool IsConfiguration => Operation is null
        ? Reason == ErrorReason.InvalidRoleMappingProvider
            || Reason == ErrorReason.InvalidUserPoolProvider
            || Reason == ErrorReason.ProviderOfAnotherAccount
        : Operation is OperationNames.CreateIdentityPool or OperationNames.UpdateIdentityPool or OperationNames.SetIdentityPoolRoles;

    public bool IsDeveloperOperation => Operation is OperationNames.GetOpenIdTokenForDeveloperIdentity;

    /// <summary>Whether STS gave the error. Its messages tell so where the operation is not given.</summary>
    public bool IsSecurityTokenService => Operation is OperationNames.AssumeRoleWithWebIdentity
        || (Operation is null
            && (StsErrors.IsAboutToken(Options.ErrorCode)
                || Options.ErrorMessage?.Contains(TrustPolicy.AssumeRole, StringComparison.Ordinal) == true));

    public bool IsClassicFlow => Operation is OperationNames.GetOpenIdToken || IsSecurityTokenService;

    /// <summary>The token of an identity pool that the request has: a developer token, or the one that STS got.</summary>
    public TokenClaims? PoolToken => Logins.Select(login => login.Token).FirstOrDefault(token => token is { IsFromIdentityPool: true });

    /// <summary>
    /// Whether the one login is a developer token on its way to GetCredentialsForIdentity, which takes it without GetId.
    /// </summary>
    public bool IsDeveloperTokenExchange =>
        Operation is null or OperationNames.GetCredentialsForIdentity
        && Logins is [var only] && CognitoIdentity.ServiceName.IsLike(only.Key);
}

/// <summary>A login of the request.</summary>
internal sealed class LoginFacts(string key, string text)
{
    private readonly Lazy<TokenClaims?> _token = new(() => TokenClaims.Read(text), LazyThreadSafetyMode.None);

    public string Key => key;

    /// <summary>The token. Secret.</summary>
    public string Text => text;

    /// <summary>The claims of the token; null where it is not a JSON Web Token.</summary>
    public TokenClaims? Token => _token.Value;

    public string Path => $"Logins[\"{Shown.Key(key)}\"]";

    public string ClaimPath(string claim) => $"{Path}.{claim}";
}
