using Microsoft.Extensions.Options;

namespace CognitoIdentity;

/// <summary>How credentials are got and kept. Read once, when a provider or a factory is made.</summary>
public sealed class CognitoIdentityCredentialsOptions
{
    /// <summary>
    /// The pool's id, <c>REGION:GUID</c>. Required. The region is the one of the pool's calls: a client of another region is an error.
    /// </summary>
    public string? IdentityPoolId { get; set; }

    /// <summary>
    /// Whom a <see cref="CognitoIdentityCredentials"/> is for at first. Default: <see cref="CognitoIdentityUser.Guest"/>. A
    /// <see cref="ICognitoIdentityCredentialsFactory"/> is told for each user.
    /// </summary>
    public CognitoIdentityUser User { get; set; } = CognitoIdentityUser.Guest;

    /// <summary>
    /// How long before they expire credentials are refreshed in the background, by the next use, while those at hand are served. Default: 5
    /// minutes. At most half of their lifetime is taken.
    /// </summary>
    public TimeSpan PreemptExpiryTime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long before they expire a use of the credentials waits for the refresh: a request signed with the last second's credentials would
    /// arrive with expired ones. Default: 1 minute. At most a tenth of their lifetime is taken. Not more than <see cref="PreemptExpiryTime"/>.
    /// </summary>
    public TimeSpan ExpirationBuffer { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest that a refresh may take with its callbacks and calls. Default: 2 minutes. From 10 milliseconds to one day.</summary>
    public TimeSpan RefreshTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Where the ids of identities are remembered. Default: an <see cref="InMemoryIdentityIdStore"/> of these options' own.</summary>
    public IIdentityIdStore IdentityIdStore { get; set; } = new InMemoryIdentityIdStore();

    /// <summary>
    /// Set, this chooses the classic (basic) flow in place of the enhanced one: it is given the identity's OpenID token and calls STS'
    /// AssumeRoleWithWebIdentity with a role that it chooses. Default: null, the enhanced flow.
    /// </summary>
    public Func<WebIdentity, CancellationToken, Task<Credentials>>? AssumeRoleWithWebIdentity { get; set; }

    /// <summary>
    /// Told of every refresh that failed, also of those in the background that no caller sees. Called on a thread of the thread pool; what it
    /// throws is logged and goes no further. The refresh ends when it returns: let it not wait for these credentials. Default: null.
    /// </summary>
    public Action<CredentialsRefreshFailure>? RefreshFailed { get; set; }

    /// <summary>
    /// How many users a <see cref="ICognitoIdentityCredentialsFactory"/> keeps credentials of; the ones not used for the longest time go
    /// first. Default: 10,000. At least 1.
    /// </summary>
    public int MaxUsers { get; set; } = 10_000;

    /// <summary>
    /// The clock of <see cref="RefreshTimeout"/>. It also decides when credentials expire, unless the client is a
    /// <see cref="CognitoIdentityClient"/>: that one's clock is corrected by the service's. Default: <see cref="TimeProvider.System"/>.
    /// </summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal List<string> ConfigurationProblems { get; } = [];

    /// <exception cref="OptionsValidationException">Something is wrong; the message has all that is.</exception>
    internal void Validate(string? clientRegion)
    {
        var problems = new List<string>(ConfigurationProblems);
        if (IdentityPoolRegion.Parse(IdentityPoolId) is not { } region)
        {
            problems.Add(string.IsNullOrEmpty(IdentityPoolId)
                ? "IdentityPoolId is missing."
                : $"IdentityPoolId '{IdentityPoolId}' is not REGION:GUID.");
        }
        else if (clientRegion is not null && clientRegion != region)
        {
            problems.Add($"The pool '{IdentityPoolId}' is in region {region}, the client in {clientRegion}.");
        }

        Check(User is not null, "User is null; a guest is CognitoIdentityUser.Guest.");
        Check(IdentityIdStore is not null, "IdentityIdStore is null; leave it as it is for the memory of the process.");
        Check(TimeProvider is not null, "TimeProvider is null; leave it as it is for the system's clock.");
        Check(ExpirationBuffer >= TimeSpan.Zero, $"ExpirationBuffer is {ExpirationBuffer}; it cannot be negative.");
        Check(
            PreemptExpiryTime >= ExpirationBuffer,
            $"PreemptExpiryTime is {PreemptExpiryTime}; it cannot be less than ExpirationBuffer, {ExpirationBuffer}.");
        Check(
            RefreshTimeout >= TimeSpan.FromMilliseconds(10) && RefreshTimeout <= TimeSpan.FromDays(1),
            $"RefreshTimeout is {RefreshTimeout}; it has to be from 10 milliseconds to one day.");
        Check(MaxUsers >= 1, $"MaxUsers is {MaxUsers}; it has to be 1 or more.");
        if (problems.Count > 0)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(CognitoIdentityCredentialsOptions), problems);
        }

        void Check(bool holds, string problem)
        {
            if (!holds)
            {
                problems.Add(problem);
            }
        }
    }
}
