using Microsoft.Extensions.Options;

namespace CognitoIdentity;

/// <summary>Options for fetching and caching credentials. Read once, when the credentials or the factory are created.</summary>
public sealed class CognitoIdentityCredentialsOptions
{
    /// <summary>Gets or sets the pool's id, <c>REGION:GUID</c>. Required. A client of another region is an error.</summary>
    public string? IdentityPoolId { get; set; }

    /// <summary>
    /// Gets or sets the initial user of a <see cref="CognitoIdentityCredentials"/>. Default: <see cref="CognitoIdentityUser.Guest"/>. An
    /// <see cref="ICognitoIdentityCredentialsFactory"/> does not use it.
    /// </summary>
    public CognitoIdentityUser User { get; set; } = CognitoIdentityUser.Guest;

    /// <summary>
    /// Gets or sets how long before expiry the next use starts a background refresh while still returning the current credentials. Default:
    /// 5 minutes. Each session takes a random time between this and twice as much, at most half of the credentials' lifetime, so that users
    /// who signed in together are not refreshed together.
    /// </summary>
    public TimeSpan PreemptExpiryTime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Gets or sets how long before expiry callers start waiting for the refresh, so that a request is not signed with credentials that
    /// expire on the way. Default: 1 minute, capped at a tenth of the lifetime; at most <see cref="PreemptExpiryTime"/>.
    /// </summary>
    public TimeSpan ExpirationBuffer { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Gets or sets the longest time that a refresh may take with its callbacks and calls. Default: 2 minutes. From 10 milliseconds to one
    /// day. After that, callers get a <see cref="CognitoIdentityTimeoutException"/>.
    /// </summary>
    public TimeSpan RefreshTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Gets or sets the store of the ids of identities. Default: an <see cref="InMemoryIdentityIdStore"/> that belongs to these options
    /// alone.
    /// </summary>
    public IIdentityIdStore IdentityIdStore { get; set; } = new InMemoryIdentityIdStore();

    /// <summary>
    /// Gets or sets the store of sessions, from which a restarted process or another server goes on with a user's credentials. Sessions are
    /// secret: see <see cref="ISessionStore"/>. Sessions of a signed-in user are stored only if the user has a key
    /// (<see cref="CognitoIdentityUser.WithKey"/>) and no callback for the role. Default: null, and sessions are only kept in memory.
    /// </summary>
    public ISessionStore? SessionStore { get; set; }

    /// <summary>
    /// Gets or sets the longest time that one call of a store may take. After that, a signed-in user goes on without the store; a guest,
    /// whose identity would be lost, gets a <see cref="CognitoIdentityTimeoutException"/>. Default: 2 seconds. From 10 milliseconds to one
    /// day.
    /// </summary>
    public TimeSpan StoreTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Gets or sets the callback for the basic (classic) flow. If set, that flow is used instead of the enhanced flow: the callback
    /// receives the identity's OpenID token and calls AssumeRoleWithWebIdentity of STS with a role of its choice. Default: null, the
    /// enhanced flow.
    /// </summary>
    public Func<WebIdentity, CancellationToken, Task<Credentials>>? AssumeRoleWithWebIdentity { get; set; }

    /// <summary>
    /// Gets or sets the key of <c>Logins</c> under which the pool's own tokens for developer-authenticated users are passed. Default: null,
    /// the one of the pool's region: <c>cognito-identity.amazonaws.com</c>, and other names in China and AWS GovCloud (US).
    /// </summary>
    public string? DeveloperLoginKey { get; set; }

    /// <summary>
    /// Gets or sets whether a user with several logins goes on with the others if one token is missing or refused. Default: false, and the
    /// refresh fails with an error that names the identity provider.
    /// </summary>
    public bool AllowFewerLogins { get; set; }

    /// <summary>
    /// Gets or sets whether credentials are treated as expired when the earliest login token with which they were fetched expires. Tokens
    /// that are not JSON Web Tokens have no known expiry. Default: false.
    /// </summary>
    public bool EndWithLoginToken { get; set; }

    /// <summary>
    /// Gets or sets for how long a refresh retries the error "Access to Role '…' is forbidden", which is also what the service responds for
    /// some seconds after a role was created. Within <see cref="RefreshTimeout"/>. Default: zero, and the error is not retried.
    /// </summary>
    public TimeSpan NewRoleRetryTime { get; set; }

    /// <summary>
    /// Gets or sets the callback that is called after every failed refresh, including background refreshes that no caller sees. It runs on
    /// a thread of the thread pool; an exception that it throws is logged. The refresh completes when the callback returns, so the callback
    /// must not wait for these credentials. Default: null.
    /// </summary>
    public Action<CredentialsRefreshFailure>? RefreshFailed { get; set; }

    /// <summary>
    /// Gets or sets the callback that is called when the identity of a <see cref="CognitoIdentityCredentials"/> changes, with the earlier
    /// and the new id and the reason. It has to return soon, and must not wait for these credentials; an exception that it throws is
    /// logged. Default: null.
    /// </summary>
    public Action<IdentityChange>? IdentityChanged { get; set; }

    /// <summary>
    /// Gets or sets how many users a factory keeps credentials for; the least recently used are evicted first. Default: 10,000. At least 1.
    /// </summary>
    public int MaxUsers { get; set; } = 10_000;

    /// <summary>
    /// Gets or sets the clock by which credentials age and timeouts pass. Default: <see cref="TimeProvider.System"/>. A clock that is
    /// wrong, or set while credentials are cached, does not prolong them.
    /// </summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal List<string> ConfigurationProblems { get; } = [];

    /// <summary>Random numbers from 0 up to 1.</summary>
    internal Func<double> Jitter { get; set; } = Random.Shared.NextDouble;

    /// <exception cref="OptionsValidationException">The options are invalid; the message lists every problem.</exception>
    internal void Validate(string? clientRegion)
    {
        var problems = new List<string>(ConfigurationProblems);
        if (IdentityPoolRegion.Parse(IdentityPoolId) is not { } region)
        {
            problems.Add(string.IsNullOrEmpty(IdentityPoolId)
                ? "IdentityPoolId is missing."
                : IdConstraint.DescribeUserPoolId(IdentityPoolId) is { } problem ? $"IdentityPoolId {problem}."
                : $"IdentityPoolId '{IdentityPoolId}' is not REGION:GUID.");
        }
        else if (clientRegion is not null && !clientRegion.Equals(region, StringComparison.OrdinalIgnoreCase))
        {
            problems.Add($"The pool '{IdentityPoolId}' is in region {region}, the client in {clientRegion}.");
        }

        Check(User is not null, "User is null; a guest is CognitoIdentityUser.Guest.");
        Check(IdentityIdStore is not null, "IdentityIdStore is null; the default keeps identities in memory.");
        Check(TimeProvider is not null, "TimeProvider is null; the default is the system's clock.");
        Check(DeveloperLoginKey is not "", "DeveloperLoginKey is empty; null stands for the name in the pool's region.");
        Check(ExpirationBuffer >= TimeSpan.Zero, $"ExpirationBuffer is {ExpirationBuffer}; it cannot be negative.");
        Check(
            PreemptExpiryTime >= ExpirationBuffer,
            $"PreemptExpiryTime is {PreemptExpiryTime}; it cannot be less than ExpirationBuffer, {ExpirationBuffer}.");
        CheckTimeout(nameof(RefreshTimeout), RefreshTimeout);
        CheckTimeout(nameof(StoreTimeout), StoreTimeout);
        Check(
            NewRoleRetryTime >= TimeSpan.Zero && NewRoleRetryTime <= RefreshTimeout,
            $"NewRoleRetryTime is {NewRoleRetryTime}; it has to be from zero to RefreshTimeout, {RefreshTimeout}.");
        Check(MaxUsers >= 1, $"MaxUsers is {MaxUsers}; it has to be 1 or more.");
        if (problems.Count > 0)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(CognitoIdentityCredentialsOptions), problems);
        }

        void CheckTimeout(string name, TimeSpan timeout) => Check(
            timeout >= TimeSpan.FromMilliseconds(10) && timeout <= TimeSpan.FromDays(1),
            $"{name} is {timeout}; it has to be from 10 milliseconds to one day.");

        void Check(bool holds, string problem)
        {
            if (!holds)
            {
                problems.Add(problem);
            }
        }
    }
}
