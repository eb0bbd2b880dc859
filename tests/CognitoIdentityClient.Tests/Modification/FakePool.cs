using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Modification;

/// <summary>
/// One pool, its roles and a principal tag map behind a user's own double of the client. Writes replace, as the service's do.
/// </summary>
internal sealed class FakePool
{
    public const string Id = "us-east-1:1";

    public FakePool() => Client = FakeClient.Create(RespondAsync);

    public ICognitoIdentityClient Client { get; }

    public IdentityPool Pool { get; set; } = new()
    {
        IdentityPoolId = Id,
        IdentityPoolName = "Name",
        AllowUnauthenticatedIdentities = true,
        AllowClassicFlow = true,
        DeveloperProviderName = "login.example",
        CognitoIdentityProviders =
            [new() { ClientId = "client", ProviderName = "cognito-idp.us-east-1.amazonaws.com/us-east-1_1", ServerSideTokenCheck = true }],
        IdentityPoolTags = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" },
        OpenIdConnectProviderARNs = ["arn:aws:iam::123456789012:oidc-provider/example.com"],
        SamlProviderARNs = ["arn:aws:iam::123456789012:saml-provider/example"],
        SupportedLoginProviders = new Dictionary<string, string> { ["accounts.google.com"] = "google" },
    };

    public GetIdentityPoolRolesResponse Roles { get; set; } = new()
    {
        IdentityPoolId = Id,
        Roles = new Dictionary<RoleType, string> { [RoleType.Authenticated] = "arn:aws:iam::123456789012:role/user" },
        RoleMappings = new Dictionary<string, RoleMapping>
        {
            ["provider"] = new()
            {
                Type = RoleMappingType.Rules,
                AmbiguousRoleResolution = AmbiguousRoleResolutionType.Deny,
                RulesConfiguration = new() { Rules = [Rule("admin")] },
            },
        },
    };

    public GetPrincipalTagAttributeMapResponse? Tags { get; set; } = new()
    {
        IdentityPoolId = Id,
        IdentityProviderName = "provider",
        PrincipalTags = new Dictionary<string, string> { ["team"] = "custom:team" },
        UseDefaults = false,
    };

    public int Reads { get; private set; }

    public List<object> Writes { get; } = [];

    /// <summary>Done before a write.</summary>
    public Action<FakePool> BeforeWrite { get; set; } = _ => { };

    public static MappingRule Rule(string value) => new()
    {
        Claim = "role",
        MatchType = MappingRuleMatchType.Equal,
        Value = value,
        RoleARN = "arn:aws:iam::123456789012:role/rule",
    };

    private async Task<object> RespondAsync(object request, CancellationToken cancellationToken)
    {
        // A call goes over a network: callers interleave between a read and a write.
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        lock (Writes)
        {
            return request switch
            {
                DescribeIdentityPoolRequest => Read(Pool),
                GetIdentityPoolRolesRequest => Read(Roles),
                GetPrincipalTagAttributeMapRequest => Read(Tags) ?? throw new ResourceNotFoundException(),
                UpdateIdentityPoolRequest update => Write(update),
                SetIdentityPoolRolesRequest set => Write(set),
                SetPrincipalTagAttributeMapRequest set => Write(set),
                _ => throw new NotSupportedException($"{request.GetType().Name} was not expected."),
            };
        }
    }

    private T Read<T>(T value)
    {
        Reads++;
        return value;
    }

    private IdentityPool Write(UpdateIdentityPoolRequest request)
    {
        Note(request);
        return Pool = new()
        {
            IdentityPoolId = request.IdentityPoolId,
            IdentityPoolName = request.IdentityPoolName,
            AllowUnauthenticatedIdentities = request.AllowUnauthenticatedIdentities,
            AllowClassicFlow = request.AllowClassicFlow,
            DeveloperProviderName = request.DeveloperProviderName,
            CognitoIdentityProviders = request.CognitoIdentityProviders,
            IdentityPoolTags = request.IdentityPoolTags,
            OpenIdConnectProviderARNs = request.OpenIdConnectProviderARNs,
            SamlProviderARNs = request.SamlProviderARNs,
            SupportedLoginProviders = request.SupportedLoginProviders,
        };
    }

    private SetIdentityPoolRolesResponse Write(SetIdentityPoolRolesRequest request)
    {
        Note(request);
        Roles = new() { IdentityPoolId = Id, Roles = request.Roles, RoleMappings = request.RoleMappings };
        return new();
    }

    private SetPrincipalTagAttributeMapResponse Write(SetPrincipalTagAttributeMapRequest request)
    {
        Note(request);
        Tags = new()
        {
            IdentityPoolId = Id,
            IdentityProviderName = request.IdentityProviderName,
            PrincipalTags = request.PrincipalTags,
            UseDefaults = request.UseDefaults,
        };
        return new();
    }

    private void Note(object request)
    {
        BeforeWrite(this);
        Writes.Add(request);
    }
}
