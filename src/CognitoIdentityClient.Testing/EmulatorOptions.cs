using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Tokens;

namespace CognitoIdentity.Testing;

/// <summary>Options of an emulator. Read once, when it starts; every property has a default that suits a test.</summary>
public sealed class EmulatorOptions
{
    /// <summary>
    /// Gets or sets the regions that the emulator serves, at least one, each of letters, digits and inner hyphens. Requests may be signed
    /// for any of them; the first one is the region of <see cref="CognitoIdentityEmulator.CreateClient"/>. Default: <c>us-east-1</c>.
    /// </summary>
    public IReadOnlyList<string> Regions { get; set; } = ["us-east-1"];

    /// <summary>
    /// Gets or sets the twelve digits of the account that owns the pools created with an access key that names no account of its own.
    /// Default: <c>123456789012</c>.
    /// </summary>
    public string AccountId { get; set; } = "123456789012";

    /// <summary>
    /// Gets or sets the access keys that may sign requests, at least one; the first is <see cref="CognitoIdentityEmulator.Credentials"/>.
    /// Default: <see cref="EmulatorAccessKey.Example"/>.
    /// </summary>
    public IReadOnlyList<EmulatorAccessKey> AccessKeys { get; set; } = [EmulatorAccessKey.Example];

    /// <summary>
    /// Gets or sets the address to listen on. Default: the loopback address, which nothing outside the machine can reach. Any other address
    /// opens the emulator to the network, for which it is not built.
    /// </summary>
    public IPAddress Address { get; set; } = IPAddress.Loopback;

    /// <summary>Gets or sets the port to listen on, 0 to 65,535; 0 takes any free one. Default: 0.</summary>
    public int Port { get; set; }

    /// <summary>
    /// Gets or sets the clock for signature dates, the Date header, creation dates and the expiry of tokens and credentials.
    /// It can be changed later through <see cref="CognitoIdentityEmulator.TimeProvider"/>. Default: the system's.
    /// </summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Gets or sets the greatest distance of a signature's date from the emulator's clock, in both directions; zero or more. Default: 5
    /// minutes, as at AWS.
    /// </summary>
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Gets or sets the keys that login tokens must be signed with. With a set, every JSON Web Token is verified against it, and the
    /// providers that issue such tokens (user pools, OpenID Connect, Google, Apple) accept nothing else. Default: null, and no signature is
    /// verified, so a test can create its own tokens. Issuer, audience and expiry are checked in both cases.
    /// </summary>
    public JsonWebKeySet? TrustedKeys { get; set; }

    /// <summary>
    /// Gets or sets a seed with which ids, issued access keys and the chances of <see cref="CognitoIdentityEmulator.Faults"/> are the same
    /// in every run. Default: null, and they are random. The key that signs OpenID tokens is always random.
    /// </summary>
    public int? RandomSeed { get; set; }

    /// <summary>
    /// Gets or sets the number of identity pools that an account may have before LimitExceededException. Default: 1,000, as at AWS.
    /// </summary>
    public int MaxIdentityPools { get; set; } = 1_000;

    /// <summary>
    /// Gets or sets the initial state, as <see cref="CognitoIdentityEmulator.TakeSnapshot"/> returned it. Default: null, and the emulator
    /// is empty. With a text that is not a snapshot, the start fails with <see cref="InvalidSnapshotException"/>.
    /// </summary>
    public string? Snapshot { get; set; }

    /// <summary>
    /// Gets or sets the number of requests that <see cref="CognitoIdentityEmulator.Requests"/> keeps; the oldest are dropped first. 0 keeps
    /// none. Default: 10,000.
    /// </summary>
    public int MaxRecordedRequests { get; set; } = 10_000;

    /// <summary>
    /// Gets or sets the size of the requests that <see cref="CognitoIdentityEmulator.Requests"/> keeps, in bytes of headers and bodies, at
    /// least 0; the oldest are dropped first. Default: 67,108,864 (64 MiB).
    /// </summary>
    public long MaxRecordedBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// Gets or sets the issuers of login tokens that differ from the defaults: with keys of their own, or with an address of their own,
    /// such as a user pool that is emulated on this machine too. Each names another provider. Default: none.
    /// </summary>
    public IReadOnlyList<TrustedIssuer> TrustedIssuers { get; set; } = [];

    /// <summary>
    /// Gets or sets whether providers that issue JSON Web Tokens (user pools, OpenID Connect, Google, Apple) accept only tokens whose
    /// signature can be verified, with <see cref="TrustedKeys"/> or the keys of <see cref="TrustedIssuers"/>. Default: false, and the
    /// tokens of a provider without known keys are not verified.
    /// </summary>
    public bool RejectUnsignedTokens { get; set; }

    /// <summary>
    /// Gets or sets whether credentials that the emulator issued may sign requests to it. Such a caller may do what any access key may, in
    /// the account of its role. Default: false, and such requests are refused with UnrecognizedClientException.
    /// </summary>
    public bool AcceptIssuedCredentials { get; set; }

    /// <summary>
    /// Gets or sets the factory of the logger that gets one line for each call, at the level Information, and its own failures. No line has
    /// a token, a header or a body. Default: nowhere.
    /// </summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    /// <summary>
    /// Gets or sets whether the control API and its page are served under <c>/_emulator/</c> of
    /// <see cref="CognitoIdentityEmulator.Endpoint"/>. They are served only where <see cref="Address"/> is a loopback address, because they
    /// show and change everything without a signature. Default: true.
    /// </summary>
    public bool EnableControlApi { get; set; } = true;

    internal bool HasControlApi => EnableControlApi && IPAddress.IsLoopback(Address);

    /// <summary>Returns a copy that later changes do not reach.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    internal EmulatorOptions ToValidCopy()
    {
        var copy = (EmulatorOptions)MemberwiseClone();
        copy.Regions = [.. Regions ?? []];
        copy.AccessKeys = [.. AccessKeys ?? []];
        Require(copy.Regions.Count > 0, "Regions must name a region.");
        Require(
            copy.Regions.All(IsHostLabel),
            "Regions must hold regions alone: of ASCII letters, digits and inner hyphens, and at most 63 characters.");
        Require(copy.AccessKeys.Count > 0, "AccessKeys must hold a key.");
        Require(
            copy.AccessKeys.All(key => !string.IsNullOrEmpty(key?.AccessKeyId) && !string.IsNullOrEmpty(key.SecretAccessKey)),
            "AccessKeys must hold keys with an id and a secret alone.");
        Require(
            copy.AccessKeys.All(key => key.AccountId is null || IsAccountId(key.AccountId)),
            "AccessKeys must hold keys whose AccountId has twelve digits, or is null.");
        Require(
            copy.AccessKeys.Select(key => key.AccessKeyId).Distinct().Count() == copy.AccessKeys.Count,
            "AccessKeys must hold a key id only once.");
        Require(IsAccountId(AccountId), "AccountId must have twelve digits.");
        Require(Port is >= 0 and <= 65_535, "Port must be from 0 to 65,535.");
        Require(Address is not null, "Address must not be null.");
        Require(TimeProvider is not null, "TimeProvider must not be null.");
        Require(ClockTolerance >= TimeSpan.Zero, "ClockTolerance must not be negative.");
        Require(MaxIdentityPools >= 0, "MaxIdentityPools must not be negative.");
        Require(MaxRecordedRequests >= 0, "MaxRecordedRequests must not be negative.");
        Require(MaxRecordedBytes >= 0, "MaxRecordedBytes must not be negative.");
        Require(LoggerFactory is not null, "LoggerFactory must not be null.");
        copy.TrustedIssuers = [.. TrustedIssuers ?? []];
        Require(copy.TrustedIssuers.All(issuer => !string.IsNullOrEmpty(issuer?.ProviderName)),
            "TrustedIssuers must hold issuers with a provider's name.");
        Require(
            copy.TrustedIssuers.Select(issuer => PoolProviders.WithoutSlash(issuer.ProviderName)).Distinct()
                .Count() == copy.TrustedIssuers.Count,
            "TrustedIssuers must name a provider only once.");
        return copy;
    }

    internal static bool IsAccountId(string? text) => text?.Length == 12 && text.All(char.IsAsciiDigit);

    // A client's endpoint has the region as a part of a host's name.
    internal static bool IsHostLabel(string? text) =>
        text?.Length is > 0 and <= 63
        && text[0] != '-'
        && text[^1] != '-'
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    private static void Require(bool met, string message)
    {
        if (!met)
        {
            throw new ArgumentException(message);
        }
    }
}
