using System.Diagnostics;
using System.Globalization;

namespace CognitoIdentity;

/// <summary>
/// The span of one refresh of credentials. The calls of the refresh are its children; it has no parent, because callers share it.
/// </summary>
internal sealed class RefreshSpan : IDisposable
{
    private readonly Activity _span;
    private readonly TimeProvider _time;
    private readonly long _begun;

    private RefreshSpan(Activity span, TimeProvider time)
    {
        _span = span;
        _time = time;
        _begun = time.GetTimestamp();
    }

    /// <summary>Starts the span, if anybody listens.</summary>
    public static RefreshSpan? Start(CredentialsSettings settings)
    {
        if (!Telemetry.Source.HasListeners())
        {
            return null;
        }

        var span = Telemetry.Source.StartActivity(
            ActivityKind.Internal,
            tags: [new("cognito_identity.pool.id", settings.IdentityPoolId)],
            startTime: settings.TimeProvider.GetUtcNow(),
            name: "cognito_identity.credentials.refresh");
        return span is null ? null : new(span, settings.TimeProvider);
    }

    /// <summary>Reports to the running span that an identity cannot be used any more and is replaced.</summary>
    public static void IdentityGone(CredentialsSettings settings, string? identityId, string? errorCode)
    {
        if (Activity.Current is { } current && current.Source == Telemetry.Source)
        {
            current.AddEvent(new(
                "identity_gone",
                settings.TimeProvider.GetUtcNow(),
                new() { ["cognito_identity.identity.id"] = identityId, ["error.type"] = errorCode }));
        }
    }

    /// <summary>Reports how the refresh ended, if it did not fail.</summary>
    /// <param name="outcome">One of <see cref="RefreshOutcome"/>.</param>
    /// <param name="identityId">The identity's id, if it is in memory.</param>
    public void Finish(string outcome, string? identityId)
    {
        _span.SetTag("cognito_identity.identity.id", identityId);
        _span.SetTag("outcome", outcome);
    }

    /// <summary>Reports that the refresh failed.</summary>
    /// <param name="exception">The error.</param>
    /// <param name="identityId">The identity's id, if it is in memory.</param>
    /// <param name="servedUntil">When the cached credentials expire; null if none are valid.</param>
    public void Failed(Exception exception, string? identityId, DateTimeOffset? servedUntil)
    {
        Finish(RefreshOutcome.Failure, identityId);
        _span.SetTag("cognito_identity.credentials.served_until", servedUntil?.ToString("O", CultureInfo.InvariantCulture));
        _span.SetTag("error.type", Telemetry.ErrorType(exception));
        _span.SetStatus(ActivityStatusCode.Error, Telemetry.ErrorType(exception));
    }

    public void Dispose()
    {
        _span.SetEndTime(_span.StartTimeUtc + _time.GetElapsedTime(_begun));
        _span.Dispose();
    }
}
