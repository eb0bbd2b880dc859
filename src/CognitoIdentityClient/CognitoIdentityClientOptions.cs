using Amazon.Runtime;
using Microsoft.Extensions.Logging;
using Polly;

namespace CognitoIdentity;

/// <summary>
/// The options of a <see cref="CognitoIdentityClient"/>. A client reads them once, when it is created; to change them, create another
/// client.
/// </summary>
public sealed class CognitoIdentityClientOptions
{
    /// <summary>
    /// Gets or sets the AWS region, such as <c>eu-central-1</c>. If null, it comes from the environment (<c>AWS_REGION</c>, then
    /// <c>AWS_DEFAULT_REGION</c>), then from the profile (<c>AWS_PROFILE</c>, otherwise <c>default</c>) in <c>~/.aws/config</c>.
    /// <c>fips-R</c> and <c>R-fips</c> mean region R with <see cref="UseFipsEndpoint"/>.
    /// </summary>
    public string? Region { get; set; }

    /// <summary>
    /// Gets or sets an address that replaces the service's own, such as that of an emulator or a proxy: an absolute http or https address;
    /// a base path is kept. Signatures still name <see cref="Region"/>. If null, it comes from the environment
    /// (<c>AWS_ENDPOINT_URL_COGNITO_IDENTITY</c>, then <c>AWS_ENDPOINT_URL</c>), then from the profile (its <c>services</c> section,
    /// <c>cognito_identity</c>, then its <c>endpoint_url</c>); otherwise it is the endpoint of the service in the region.
    /// <c>AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true</c> disables the environment and the profile for it.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>
    /// Gets or sets whether to use the endpoint with FIPS 140 validated cryptography. If null, it comes from the environment
    /// (<c>AWS_USE_FIPS_ENDPOINT</c>), then from the profile (<c>use_fips_endpoint</c>); otherwise it is false. It cannot be combined with
    /// <see cref="Endpoint"/>.
    /// </summary>
    public bool? UseFipsEndpoint { get; set; }

    /// <summary>
    /// Gets or sets whether to use the endpoint that also supports IPv6. If null, it comes from the environment
    /// (<c>AWS_USE_DUALSTACK_ENDPOINT</c>), then from the profile (<c>use_dualstack_endpoint</c>); otherwise it is false. It cannot be
    /// combined with <see cref="Endpoint"/>.
    /// </summary>
    public bool? UseDualStackEndpoint { get; set; }

    /// <summary>
    /// Gets or sets whether to sign requests to a plain-HTTP endpoint on another machine, although anyone on the network can read the
    /// signature and the session token. Default: false: such calls throw <see cref="InsecureEndpointException"/>.
    /// </summary>
    public bool AllowInsecureEndpoint { get; set; }

    /// <summary>
    /// Gets or sets whether the message handlers of <c>ConfigureHttpClientDefaults</c> apply to this client too, under dependency
    /// injection. Default: false, so that the host's retries and timeouts do not multiply those of the client. With true, a resilience
    /// handler of the host may send one attempt several times, <c>CreateIdentityPool</c> too. Handlers that are added to the builder that
    /// <c>AddCognitoIdentity</c> returns always apply.
    /// </summary>
    public bool UseHttpClientDefaults { get; set; }

    /// <summary>
    /// Gets or sets the place of the signature in a request. Default: <see cref="SignatureLocation.AuthorizationHeader"/>.
    /// </summary>
    public SignatureLocation SignatureLocation { get; set; }

    /// <summary>
    /// Gets or sets the AWS credentials that sign requests. If null, the first call of a signed operation uses the <c>AWSCredentials</c> of
    /// the dependency injection container, if there are any, and otherwise searches the default chain of AWSSDK.Core (environment, profile,
    /// web identity, container, instance). Anonymous operations never use credentials.
    /// </summary>
    public AWSCredentials? Credentials
    {
        get => (AWSCredentials?)GivenCredentials;
        set => GivenCredentials = value;
    }

    // As an object, so that creating a client does not load AWSSDK.Core: an application that makes only anonymous calls never needs it.
    internal object? GivenCredentials { get; private set; }

    // Returns the credentials of the container, for options without credentials; as an object for the same reason.
    internal Func<object?>? ContainerCredentials { get; set; }

    /// <summary>
    /// Gets or sets the way in which failed requests are retried. If null, it comes from the environment (<c>AWS_RETRY_MODE</c>), then from
    /// the profile (<c>retry_mode</c>); otherwise it is <see cref="RetryMode.Standard"/>.
    /// </summary>
    public RetryMode? RetryMode { get; set; }

    /// <summary>
    /// Gets or sets the maximum number of attempts, including the first; 1 disables retries. If null, it comes from the environment
    /// (<c>AWS_MAX_ATTEMPTS</c>), then from the profile (<c>max_attempts</c>); otherwise it is 3.
    /// </summary>
    public int? MaxAttempts { get; set; }

    /// <summary>
    /// Gets or sets the maximum duration of one attempt, from connecting to the last byte of the response. Default: 10 seconds. Range: 10
    /// milliseconds to one day, or <see cref="Timeout.InfiniteTimeSpan"/>.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Gets or sets the maximum duration of a call, including all attempts and waits. Default: 60 seconds. Range: 10 milliseconds to one
    /// day, or <see cref="Timeout.InfiniteTimeSpan"/>.
    /// </summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Gets or sets which checks run before a request is sent. Default: <see cref="RequestValidation.Full"/>, which throws
    /// <see cref="RequestValidationException"/> with every problem at once.
    /// </summary>
    public RequestValidation RequestValidation { get; set; } = RequestValidation.Full;

    /// <summary>
    /// Gets or sets the maximum size of a response body in bytes; a larger one is rejected with <see cref="InvalidResponseException"/>.
    /// Default: 1,048,576 (1 MiB). Range: 1 to 1,073,741,824 (1 GiB).
    /// </summary>
    public int MaxResponseBytes { get; set; } = 1024 * 1024;

    /// <summary>
    /// Gets or sets a name for the application in the <c>User-Agent</c> header, by which its calls can be found in CloudTrail. If null, it
    /// comes from the environment (<c>AWS_SDK_UA_APP_ID</c>), then from the profile (<c>sdk_ua_app_id</c>); otherwise the header has no
    /// name. Characters that are not allowed in the header are replaced with <c>-</c>.
    /// </summary>
    public string? ApplicationId { get; set; }

    /// <summary>
    /// Gets or sets whether the client learns from the responses of the service how far the local clock is off, and signs with the
    /// corrected time. If null, it is true unless the environment (<c>AWS_DISABLE_CLOCK_SKEW_CORRECTION</c>) or otherwise the profile
    /// (<c>disable_clock_skew_correction</c>) says <c>true</c>.
    /// </summary>
    public bool? ClockSkewCorrection { get; set; }

    /// <summary>
    /// Gets or sets a callback that adds Polly strategies around the client's own (timeouts and retry), such as a circuit breaker or a rate
    /// limiter. They see the outcome of a whole call, with the client's exceptions; <c>ResilienceContext.OperationKey</c> is the name of
    /// the operation. Hedging is only for operations that read. Exceptions of the strategies, such as <c>BrokenCircuitException</c>, reach
    /// the caller. The client's own retries happen inside of them; to see those, listen to the log, the spans or the metrics named
    /// <c>CognitoIdentity</c>. Default: null (no further strategies).
    /// </summary>
    public Action<ResiliencePipelineBuilder>? ConfigureResilience { get; set; }

    /// <summary>
    /// Gets or sets the clock of signatures, timeouts and waits. Default: the <see cref="TimeProvider"/> of the dependency injection
    /// container if there is one, otherwise <see cref="TimeProvider.System"/>.
    /// </summary>
    public TimeProvider TimeProvider
    {
        get;
        set
        {
            field = value;
            HasTimeProvider = true;
        }
    } = TimeProvider.System;

    /// <summary>
    /// Gets or sets the factory of the logger for calls, retries, quota exhaustion and clock corrections, in the category
    /// <c>CognitoIdentity.CognitoIdentityClient</c>. No message contains a secret or a body. If null, it comes from the dependency
    /// injection container; without one, nothing is logged.
    /// </summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    internal List<string> ConfigurationProblems { get; } = [];

    internal bool HasTimeProvider { get; private set; }
}
