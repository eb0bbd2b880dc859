namespace CognitoIdentity.Testing;

/// <summary>Members that several operations take, and the rules that span more than one of them.</summary>
internal static class Inputs
{
    private const int MaxTags = 50;
    private const int MaxUserPoolProviders = 50;

    /// <summary>The settings of CreateIdentityPool and UpdateIdentityPool.</summary>
    /// <exception cref="ServiceError">LimitExceededException beyond 50 user pool providers.</exception>
    public static PoolSettings Settings(RequestMembers input)
    {
        var userPools = input.Objects("CognitoIdentityProviders")
            .Select(item => new UserPoolProvider(
                item.OptionalText("ProviderName"), item.OptionalText("ClientId"), item.OptionalFlag("ServerSideTokenCheck")))
            .ToList();
        // A quota of the service: https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
        if (userPools.Count > MaxUserPoolProviders)
        {
            throw ServiceError.LimitExceeded($"An identity pool can have at most {MaxUserPoolProviders} user pool providers.");
        }

        var openIdConnect = input.Texts("OpenIdConnectProviderARNs");
        var saml = input.Texts("SamlProviderARNs");
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

    /// <summary>The tags of a pool after the given ones are added.</summary>
    /// <exception cref="ServiceError">InvalidParameterException beyond 50 tags.</exception>
    public static SortedDictionary<string, string> AddTags(IDictionary<string, string> present, IReadOnlyDictionary<string, string> added)
    {
        var tags = new SortedDictionary<string, string>(present, StringComparer.Ordinal);
        foreach (var (key, value) in added)
        {
            tags[key] = value;
        }

        return tags.Count <= MaxTags
            ? tags
            : throw ServiceError.InvalidParameter($"An identity pool can have at most {MaxTags} tags.");
    }

    /// <summary>The pool that ResourceArn names.</summary>
    /// <exception cref="ServiceError">InvalidParameterException for what is no ARN of a pool; ResourceNotFoundException.</exception>
    public static PoolState PoolByArn(OperationCall call)
    {
        var arn = call.Input.Text("ResourceArn");
        // arn:<partition>:cognito-identity:<region>:<account>:identitypool/<region>:<uuid>
        var parts = arn.Split(':', 6);
        if (parts is not ["arn", _, "cognito-identity", var region, var account, var resource]
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
}
