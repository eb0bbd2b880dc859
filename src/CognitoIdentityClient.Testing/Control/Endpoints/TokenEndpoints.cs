using System.Text.Json;

namespace CognitoIdentity.Testing;

/// <summary>
/// Explains a token: its claims, and for every pool that may take it the role that GetCredentialsForIdentity would choose and why. The
/// checks are those of that operation; nothing is linked or issued.
/// </summary>
internal sealed class TokenEndpoints(ControlContext context)
{
    public async Task ExplainAsync(ControlCall call)
    {
        var body = await call.ReadAsync("token", "identityPoolId", "provider", "customRoleArn").ConfigureAwait(false);
        var text = body.RequiredText("token").Trim();
        if (text.Length == 0)
        {
            throw ControlError.Invalid("'token' must not be empty.");
        }

        var document = ReadSession(text)
            ?? await ExplainAsync(text, body.Text("identityPoolId"), body.Text("provider"), body.Text("customRoleArn"), call.Canceled)
                .ConfigureAwait(false);
        await call.RespondAsync(document, ControlJson.Readable.TokenDocument).ConfigureAwait(false);
    }

    private TokenDocument? ReadSession(string text)
    {
        try
        {
            var session = IssuedSession.Read(text);
            var content = JsonSerializer.SerializeToElement(session, ControlJson.Readable.IssuedSession);
            return new("sessionToken", null, content, session.Expiration, session.Expiration <= context.Now, []);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private async Task<TokenDocument> ExplainAsync(
        string text, string? poolId, string? provider, string? customRole, CancellationToken cancellationToken)
    {
        var token = JsonWebTokenText.TryParse(text);
        provider ??= GetProvider(token)
            ?? throw ControlError.Invalid("'provider' is required, because the token does not name its issuer.");
        var login = await context.Core.Logins.Keys.ReadAsync(provider, text, cancellationToken).ConfigureAwait(false);
        var now = context.Now;
        var verdicts = context.Read(state =>
            PoolsFor(state, poolId, provider, token).Select(pool => Judge(pool, login, customRole, now)).ToList());
        var expiresAt = ToTime(token?.ExpiresAt);
        return new(token is null ? "opaque" : "jsonWebToken", token?.Header, token?.Claims, expiresAt, expiresAt <= now, verdicts);
    }

    private TokenVerdictDocument Judge(
        PoolState pool, LoginToken login, string? customRole, DateTimeOffset now)
    {
        var steps = new List<RoleStep>();
        Identity? identity = null;
        try
        {
            IReadOnlyList<VerifiedLogin> verified = [];
            IReadOnlyDictionary<string, string> tags;
            if (login.Provider == Partition.LoginKey(pool.Region))
            {
                var id = login.Parsed?.Text("sub") ?? "";
                identity = pool.Find(id) ?? throw ServiceError.IdentityNotFound(id);
                tags = DeveloperTokens.Check(identity, login, now);
                steps.Add(new("The token is one that this emulator issued for the identity, and it is valid."));
            }
            else
            {
                verified = context.Core.Logins.Verifier.VerifyAll(pool, [login], now);
                var user = verified[0].Login;
                identity = pool.GetOwner(user);
                tags = PrincipalTags.From(pool, verified);
                steps.Add(new($"The pool accepts the login of {user.Provider}; its user is '{SecretMask.User(user.User)}'."));
            }

            var role = RoleResolver.Resolve(pool, verified, isAuthenticated: true, customRole, steps);
            return new(pool.Id, pool.Settings.Name, login.Provider, true, null, null, identity?.Id, role, steps, tags);
        }
        catch (ServiceError error)
        {
            return new(
                pool.Id, pool.Settings.Name, login.Provider, false, error.Code, error.Message, identity?.Id, null, steps,
                new Dictionary<string, string>());
        }
    }

    private static IEnumerable<PoolState> PoolsFor(EmulatorState state, string? poolId, string provider, JsonWebTokenText? token)
    {
        if (poolId is not null)
        {
            return [ControlContext.RequirePool(state, poolId)];
        }

        return Partition.IsLoginKey(provider)
            ? (token?.Texts("aud") ?? []).Select(state.FindPool).OfType<PoolState>()
            : state.Pools.Where(pool => PoolProviders.Find(pool.Settings, provider) is not null);
    }

    // The key of Logins is the issuer without its scheme, for tokens of identity pools too.
    private static string? GetProvider(JsonWebTokenText? token) => token?.Text("iss") is { } issuer
        ? issuer[(issuer.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0)..]
        : null;

    private static DateTimeOffset? ToTime(long? seconds) =>
        seconds is { } value && value > DateTimeOffset.MinValue.ToUnixTimeSeconds() && value < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(value)
            : null;
}
