using Amazon.Runtime;
using Polly;

namespace CognitoIdentity;

/// <summary>How a <see cref="CognitoIdentityClient"/> is set up. A client reads its options once, when it is made.</summary>
public sealed class CognitoIdentityClientOptions
{
    /// <summary>
    /// The AWS region, as in <c>eu-central-1</c>. If null: the environment's <c>AWS_REGION</c>, then <c>AWS_DEFAULT_REGION</c>, then the
    /// region of the profile (<c>AWS_PROFILE</c>, else <c>default</c>) in <c>~/.aws/config</c>. <c>fips-R</c> and <c>R-fips</c> mean
    /// region R with <see cref="UseFipsEndpoint"/>.
    /// </summary>
    public string? Region { get; set; }

    /// <summary>
    /// An address to send to in place of the service's own, as for an emulator or a proxy: absolute, http or https; a base path is kept.
    /// Signatures name <see cref="Region"/> all the same. If null: the environment's <c>AWS_ENDPOINT_URL_COGNITO_IDENTITY</c>, then
    /// <c>AWS_ENDPOINT_URL</c>, then the profile's <c>services</c> section (<c>cognito_identity</c>), then its <c>endpoint_url</c>, then the
    /// service's endpoint in the region. <c>AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true</c> leaves only this property and the service's.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>
    /// Whether to use the endpoint with FIPS 140 validated cryptography. If null: the environment's <c>AWS_USE_FIPS_ENDPOINT</c>, then
    /// <c>use_fips_endpoint</c> of the profile, then false. Not together with <see cref="Endpoint"/>.
    /// </summary>
    public bool? UseFipsEndpoint { get; set; }

    /// <summary>
    /// Whether to use the endpoint that also answers over IPv6. If null: the environment's <c>AWS_USE_DUALSTACK_ENDPOINT</c>, then
    /// <c>use_dualstack_endpoint</c> of the profile, then false. Not together with <see cref="Endpoint"/>.
    /// </summary>
    public bool? UseDualStackEndpoint { get; set; }

    /// <summary>
    /// Whether signed requests may go to a plain <c>http</c> endpoint that is not on this machine, where anybody on the way can read the
    /// signature and the session token. Default: false, and such calls throw <see cref="InsecureEndpointException"/>.
    /// </summary>
    public bool AllowInsecureEndpoint { get; set; }

    /// <summary>
    /// Whether the message handlers of <c>ConfigureHttpClientDefaults</c> apply to this client too, under dependency injection. Default:
    /// false, so that the host's retries and timeouts do not multiply those of the client. With true, a resilience handler of the host may
    /// send one attempt several times, <c>CreateIdentityPool</c> too. Handlers that are added to the builder that <c>AddCognitoIdentity</c>
    /// returns always apply.
    /// </summary>
    public bool UseHttpClientDefaults { get; set; }

    /// <summary>Where requests carry their signature. Default: <see cref="SignatureLocation.AuthorizationHeader"/>.</summary>
    public SignatureLocation SignatureLocation { get; set; }

    /// <summary>
    /// The AWS credentials that sign requests. If null, AWSSDK.Core's default chain (environment, profile, web identity, container,
    /// instance) is asked on the first call of a signed operation, and never for the four anonymous ones.
    /// </summary>
    public AWSCredentials? Credentials
    {
        get => (AWSCredentials?)GivenCredentials;
        set => GivenCredentials = value;
    }

    // As an object, so that making a client does not load AWSSDK.Core: an application of anonymous calls never needs it.
    internal object? GivenCredentials { get; private set; }

    // The credentials that the container has, if the options have none; as an object for the same reason.
    internal Func<object?>? ContainerCredentials { get; set; }

    /// <summary>
    /// How failed requests are retried. If null: the environment's <c>AWS_RETRY_MODE</c>, then <c>retry_mode</c> of the profile, then
    /// <see cref="RetryMode.Standard"/>.
    /// </summary>
    public RetryMode? RetryMode { get; set; }

    /// <summary>
    /// How many times a request is sent at most, the first time included: 1 or more, where 1 means no retry. If null: the environment's
    /// <c>AWS_MAX_ATTEMPTS</c>, then <c>max_attempts</c> of the profile, then 3.
    /// </summary>
    public int? MaxAttempts { get; set; }

    /// <summary>
    /// The longest that one attempt may take, from connecting to the last byte of the answer. Default: 10 seconds. Up to a day, or
    /// <see cref="Timeout.InfiniteTimeSpan"/>.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The longest that a call may take with all its attempts and waits. Default: 60 seconds. Up to a day, or
    /// <see cref="Timeout.InfiniteTimeSpan"/>.
    /// </summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// What is checked of a request before it is sent. Default: <see cref="RequestValidation.Full"/>, which gives
    /// <see cref="RequestValidationException"/> with every mistake at once.
    /// </summary>
    public RequestValidation RequestValidation { get; set; } = RequestValidation.Full;

    /// <summary>The longest body, in bytes, that is read of an answer; a longer one is refused. Default: 1,048,576 (1 MiB). 1 to 1 GiB.</summary>
    public int MaxResponseBytes { get; set; } = 1024 * 1024;

    /// <summary>
    /// A name for the application in the <c>User-Agent</c> header, so that its calls can be told apart in CloudTrail. If null: the
    /// environment's <c>AWS_SDK_UA_APP_ID</c>, then <c>sdk_ua_app_id</c> of the profile. Characters that the header may not have become <c>-</c>.
    /// </summary>
    public string? ApplicationId { get; set; }

    /// <summary>
    /// Whether the client learns from the service's answers how far the local clock is off, and signs by the corrected time. If null: true,
    /// unless the environment's <c>AWS_DISABLE_CLOCK_SKEW_CORRECTION</c>, or else <c>disable_clock_skew_correction</c> of the profile, is
    /// <c>true</c>.
    /// </summary>
    public bool? ClockSkewCorrection { get; set; }

    /// <summary>
    /// Adds Polly strategies around the client's own (time-outs and retry): a circuit breaker, a rate limiter, or hedging for operations
    /// that read, through a strategy as in docs/guides/retries.md. They see the outcome of a whole call, with the client's exceptions; <c>ResilienceContext.OperationKey</c> is the operation's
    /// name. What they throw themselves, such as <c>BrokenCircuitException</c>, reaches the caller. Default: none.
    /// </summary>
    public Action<ResiliencePipelineBuilder>? ConfigureResilience { get; set; }

    /// <summary>The clock of signatures, time-outs and waits. Default: <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider
    {
        get;
        set
        {
            field = value;
            HasTimeProvider = true;
        }
    } = TimeProvider.System;

    internal List<string> ConfigurationProblems { get; } = [];

    internal bool HasTimeProvider { get; private set; }
}
