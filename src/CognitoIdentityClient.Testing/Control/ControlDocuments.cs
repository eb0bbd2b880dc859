namespace CognitoIdentity.Testing;

// The documents of the control API; its OpenAPI document describes every member.

/// <summary>A mistake, in the form of RFC 9457.</summary>
internal sealed record ProblemDocument(int Status, string Title, string Detail);

internal sealed record HealthDocument(
    string Status,
    string Version,
    DateTimeOffset StartedAt,
    DateTimeOffset Now,
    string Endpoint,
    IReadOnlyList<string> Regions,
    string AccountId,
    IReadOnlyList<string> AccessKeyIds,
    IReadOnlyList<string> Operations,
    int Pools,
    int Identities,
    int Faults);

internal sealed record SeededDocument(IReadOnlyList<string> PoolIds);

internal sealed record LoginDocument(string Provider, string User);

internal sealed record ChangeDocument(string IdentityId, string Change, LoginDocument? Login);

internal sealed record ExchangeDocument(
    long Number,
    DateTimeOffset Time,
    string? Operation,
    string Summary,
    string Outcome,
    int? Status,
    string? ErrorCode,
    string? ErrorMessage,
    string? SignedBy,
    double? ElapsedMilliseconds,
    IReadOnlyList<string> Faults,
    IReadOnlyList<ChangeDocument> Changes);

internal sealed record MessageDocument(IReadOnlyDictionary<string, string> Headers, string Body);

internal sealed record ExchangeDetailsDocument(ExchangeDocument Exchange, MessageDocument Request, MessageDocument? Response);

internal sealed record ExchangeListDocument(IReadOnlyList<ExchangeDocument> Requests, long Revision, long OldestNumber);

internal sealed record WaitDocument(bool TimedOut, ExchangeDetailsDocument? Found);

internal sealed record StateEventDocument(DateTimeOffset StartedAt, long OldestNumber);

internal sealed record FaultDocument(
    int Id,
    string Kind,
    string Description,
    string? Operation,
    int? Left,
    double Probability,
    string? Code,
    string? Message,
    int? StatusCode,
    double? Seconds);

internal sealed record FaultListDocument(IReadOnlyList<FaultDocument> Faults);

internal sealed record ClockDocument(DateTimeOffset Now, string Mode, double OffsetSeconds);

internal sealed record UserPoolDocument(string? ProviderName, string? ClientId, bool ServerSideTokenCheck);

internal sealed record PoolDocument(
    string Id,
    string Arn,
    string Name,
    string Region,
    string AccountId,
    bool AllowUnauthenticatedIdentities,
    bool? AllowClassicFlow,
    string? DeveloperProviderName,
    IReadOnlyDictionary<string, string> SupportedLoginProviders,
    IReadOnlyList<UserPoolDocument> UserPools,
    IReadOnlyList<string> OpenIdConnectProviderArns,
    IReadOnlyList<string> SamlProviderArns,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlyDictionary<string, string> Roles,
    IReadOnlyDictionary<string, PoolRoleMapping> RoleMappings,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> PrincipalTags,
    int Identities);

internal sealed record PoolListDocument(IReadOnlyList<PoolDocument> Pools, string? NextToken);

internal sealed record IdentityDocument(
    string Id,
    string PoolId,
    string Status,
    IReadOnlyList<LoginDocument> Logins,
    DateTimeOffset CreationDate,
    DateTimeOffset LastModifiedDate);

internal sealed record IdentityListDocument(IReadOnlyList<IdentityDocument> Identities, string? NextToken);

internal sealed record IdentityDetailsDocument(IdentityDocument? Identity, IReadOnlyList<ExchangeDocument> History);
