using System.Text.RegularExpressions;

namespace CognitoIdentity.Testing;

/// <summary>Members that several operations take, and the rules that span more than one of them.</summary>
internal static partial class Inputs
{
    private const int MaxTags = 50;
    private const int MaxUserPoolProviders = 50;

    // cognito-idp.<region>.<suffix>/<user pool>
    [GeneratedRegex(@"\Acognito-idp\.[a-z0-9-]+(\.[a-z0-9-]+)+/[\w-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex UserPoolName();

    /// <summary>Reads the settings of CreateIdentityPool and UpdateIdentityPool.</summary>
    /// <exception cref="ServiceError">
    /// LimitExceededException beyond 50 user pool providers; InvalidParameterException for a provider that is malformed or of another
    /// account.
    /// </exception>
    public static PoolSettings Settings(OperationCall call)
    {
        var input = call.Input;
        var userPools = input.Objects("CognitoIdentityProviders")
            .Select(item =>
                new UserPoolProvider(item.OptionalText("ProviderName"), item.OptionalText("ClientId"), item.Flag("ServerSideTokenCheck")))
            .ToList();
        // A quota of the service: https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
        if (userPools.Count > MaxUserPoolProviders)
        {
            throw ServiceError.LimitExceeded($"An identity pool can have at most {MaxUserPoolProviders} user pool providers.");
        }

        if (userPools.Any(pool => !IsUserPool(call.Options, pool.ProviderName)))
        {
            throw ServiceError.InvalidParameter("Invalid Cognito Identity Provider");
        }

        var openIdConnect = input.Texts("OpenIdConnectProviderARNs");
        var saml = input.Texts("SamlProviderARNs");
        IamArns.RequireProviders(openIdConnect, call.Signer, "oidc-provider/");
        IamArns.RequireProviders(saml, call.Signer, "saml-provider/");
        var social = input.Map("SupportedLoginProviders");
        return new(
            input.Text("IdentityPoolName"),
            input.Flag("AllowUnauthenticatedIdentities"),
            input.OptionalFlag("AllowClassicFlow"),
            input.OptionalText("DeveloperProviderName"),
            userPools.Count > 0 ? userPools : null,
            openIdConnect.Count > 0 ? openIdConnect : null,
            saml.Count > 0 ? saml : null,
            social.Count > 0 ? social : null);
    }

    /// <summary>Returns the tags of a pool after the given ones are added.</summary>
    /// <exception cref="ServiceError">InvalidParameterException beyond 50 tags.</exception>
    public static IReadOnlyDictionary<string, string> AddTags(
        IReadOnlyDictionary<string, string> present, IReadOnlyDictionary<string, string> added)
    {
        var tags = new SortedDictionary<string, string>(present.ToDictionary(), StringComparer.Ordinal);
        foreach (var (key, value) in added)
        {
            tags[key] = value;
        }

        return tags.Count <= MaxTags
            ? tags
            : throw ServiceError.InvalidParameter($"An identity pool can have at most {MaxTags} tags.");
    }

    /// <summary>Finds the pool that ResourceArn names.</summary>
    /// <exception cref="ServiceError">InvalidParameterException for a text that is not the ARN of a pool;
    /// ResourceNotFoundException.</exception>
    public static PoolState PoolByArn(OperationCall call)
    {
        var arn = call.Input.Text("ResourceArn");
        // arn:<partition>:cognito-identity:<region>:<account>:identitypool/<region>:<uuid>
        var parts = arn.Split(':', 6);
        if (parts is not ["arn", _, CalledService.Own, var region, var account, var resource]
            || !resource.StartsWith("identitypool/", StringComparison.Ordinal))
        {
            throw ServiceError.InvalidParameter($"Invalid ARN: '{arn}'.");
        }

        var poolId = resource["identitypool/".Length..];
        var pool = call.State.FindPool(poolId);
        return pool is not null && call.IsOwn(pool) && pool.Region == region && pool.AccountId == account
            ? pool
            : throw ServiceError.PoolNotFound(poolId);
    }

    // A user pool that is emulated too is known by a name of the tester's choice.
    private static bool IsUserPool(EmulatorOptions options, string? name) =>
        name is not null && (UserPoolName().IsMatch(name) || options.TrustedIssuers.Any(issuer => issuer.ProviderName == name));
}
