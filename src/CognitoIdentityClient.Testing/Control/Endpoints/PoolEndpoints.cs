namespace CognitoIdentity.Testing;

/// <summary>Identity pools, read-only: changes go through the service's own operations.</summary>
internal sealed class PoolEndpoints(ControlContext context)
{
    public Task ListAsync(ControlCall call)
    {
        var limit = (int)call.QueryNumber("limit", 100, 1, 1_000);
        var list = context.Read(state =>
        {
            var (ids, next) = GetPage(state.PoolIds, call, limit);
            return new PoolListDocument([.. ids.Select(id => Describe(state.FindPool(id)!))], next);
        });
        return call.RespondAsync(list, ControlJson.Readable.PoolListDocument);
    }

    public Task DescribeAsync(ControlCall call) => call.RespondAsync(
        context.Read(state => Describe(ControlContext.RequirePool(state, call.Id))), ControlJson.Readable.PoolDocument);

    /// <summary>Returns a page of ids, by the same tokens as the service's lists.</summary>
    /// <exception cref="ControlError">The token is invalid.</exception>
    public static (IReadOnlyList<string> Ids, string? NextToken) GetPage(SortedSet<string> ids, ControlCall call, int limit)
    {
        try
        {
            return Paging.Page(ids, call.Query("nextToken"), limit);
        }
        catch (ServiceError)
        {
            throw ControlError.Invalid("'nextToken' is not one that this emulator returned.");
        }
    }

    private static PoolDocument Describe(PoolState pool)
    {
        var settings = pool.Settings;
        return new(
            pool.Id,
            pool.Arn,
            settings.Name,
            pool.Region,
            pool.AccountId,
            settings.AllowUnauthenticatedIdentities,
            settings.AllowClassicFlow,
            settings.DeveloperProviderName,
            settings.SupportedLoginProviders ?? new Dictionary<string, string>(),
            [.. (settings.UserPools ?? []).Select(app => new UserPoolDocument(app.ProviderName, app.ClientId, app.ServerSideTokenCheck))],
            settings.OpenIdConnectProviderArns ?? [],
            settings.SamlProviderArns ?? [],
            pool.Tags,
            pool.Roles ?? new Dictionary<string, string>(),
            pool.RoleMappings,
            pool.PrincipalTagMaps.ToDictionary(map => map.Key, map => map.Value.Effective),
            pool.IdentityIds.Count);
    }
}
