namespace CognitoIdentity;

/// <summary>
/// Reads what a diagnosis needs of an identity pool and was not given. What cannot be read is noted, and the diagnosis goes on.
/// </summary>
internal sealed class PoolReader(ICognitoIdentityClient client, string identityPoolId, SignInDiagnosisOptions options)
{
    private static readonly TimeSpan NoticeableSkew = TimeSpan.FromMinutes(1);

    private readonly List<string> _notes = [];

    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Whether the service found no such pool when its configuration was read.</summary>
    public bool IsPoolMissing { get; private set; }

    /// <param name="providers">The providers whose principal tags matter; null for all that the pool lists.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The options with the configuration that could be read.</returns>
    public async Task<SignInDiagnosisOptions> ReadAsync(IEnumerable<string>? providers, CancellationToken cancellationToken)
    {
        var read = options with { ClientRegion = options.ClientRegion ?? (client as CognitoIdentityClient)?.Region };
        if (IdentityPoolRegion.Parse(identityPoolId) is not { } region)
        {
            return read;
        }

        // Another region has no such pool. That is the finding, and asking there would only blur it.
        if (read.ClientRegion is { } clientRegion && !string.Equals(clientRegion, region, StringComparison.OrdinalIgnoreCase))
        {
            _notes.Add("The pool was not read, because the client is for another region.");
            return read;
        }

        read = read with
        {
            IdentityPool = read.IdentityPool ?? await TryAsync(
                "the pool's configuration (DescribeIdentityPool)",
                () => client.DescribeIdentityPoolAsync(new() { IdentityPoolId = identityPoolId }, cancellationToken)).ConfigureAwait(false),
            Roles = read.Roles ?? await TryAsync(
                "the pool's roles and role mappings (GetIdentityPoolRoles)",
                () => client.GetIdentityPoolRolesAsync(new() { IdentityPoolId = identityPoolId }, cancellationToken)).ConfigureAwait(false),
        };
        NoteSkew(read.IdentityPool?.ResponseMetadata);
        return read.PrincipalTagAttributeMaps is null && read.IdentityPool is { } pool
            ? read with { PrincipalTagAttributeMaps = await ReadTagsAsync(pool, providers, cancellationToken).ConfigureAwait(false) }
            : read;
    }

    private async Task<IReadOnlyList<GetPrincipalTagAttributeMapResponse>?> ReadTagsAsync(
        IdentityPool pool, IEnumerable<string>? providers, CancellationToken cancellationToken)
    {
        var maps = new List<GetPrincipalTagAttributeMapResponse>();
        foreach (var provider in (providers ?? PoolProviders.Names(pool)).Where(name => PoolProviders.GetKind(pool, name) is not null))
        {
            var request = new GetPrincipalTagAttributeMapRequest { IdentityPoolId = identityPoolId, IdentityProviderName = provider };
            try
            {
                var map = await client.GetPrincipalTagAttributeMapAsync(request, cancellationToken).ConfigureAwait(false);
                maps.Add(map with { IdentityProviderName = provider });
            }
            catch (ResourceNotFoundException)
            {
                // The provider has no map.
            }
            catch (Exception exception) when (IsUnreadable(exception))
            {
                Note("the maps to principal tags (GetPrincipalTagAttributeMap)", exception);
                return null;
            }
        }

        return maps;
    }

    private async Task<T?> TryAsync<T>(string what, Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            IsPoolMissing |= exception is ResourceNotFoundException;
            Note(what, exception);
            return null;
        }
    }

    private void NoteSkew(ResponseMetadata? metadata)
    {
        if (metadata is not null
            && SessionLifetime.ReadDate(metadata) is { } date
            && date - options.TimeProvider.GetUtcNow() is var skew
            && skew.Duration() > NoticeableSkew)
        {
            _notes.Add(
                $"The local clock is {Shown.Span(skew)} {(skew > TimeSpan.Zero ? "behind" : "ahead of")} the service's, "
                + "so the expiry of tokens may be judged wrongly here and in the application.");
        }
    }

    private void Note(string what, Exception exception) =>
        _notes.Add($"Could not read {what}: {(exception as CognitoIdentityException)?.ErrorCode ?? exception.GetType().Name}.");

    // A client without credentials, or whose caller may not read the pool, still has tokens to look at. The caller's own cancellation
    // ends all.
    private static bool IsUnreadable(Exception exception) =>
        exception is CognitoIdentityException or ArgumentException or InvalidOperationException;
}
