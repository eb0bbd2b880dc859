namespace CognitoIdentity;

/// <summary>Reports the refreshes of one user: to the log, the meter and the callback.</summary>
internal sealed class RefreshReport(CredentialsSettings settings)
{
    private bool _hasToldOfRefusal;

    /// <summary>Reports a refresh that did not fail.</summary>
    /// <param name="outcome">One of <see cref="RefreshOutcome"/>.</param>
    public void Finished(string outcome)
    {
        _hasToldOfRefusal = false;
        CredentialsMetrics.Refreshed(outcome);
    }

    /// <param name="exception">The error.</param>
    /// <param name="user">The user.</param>
    /// <param name="identityId">The identity's id, or that of the cached credentials; null if neither is available.</param>
    /// <param name="servedUntil">When the cached credentials expire; null if none are valid.</param>
    public void Failed(Exception exception, CognitoIdentityUser user, string? identityId, DateTimeOffset? servedUntil)
    {
        CredentialsMetrics.Failed(exception);
        Log(exception, identityId, servedUntil);
        try
        {
            settings.RefreshFailed?.Invoke(new(exception, settings.IdentityPoolId, user.Key, servedUntil));
        }
        catch (Exception failure)
        {
            CredentialsLog.CallbackFailed(settings.Logger, nameof(CognitoIdentityCredentialsOptions.RefreshFailed), failure);
        }
    }

    private void Log(Exception exception, string? identityId, DateTimeOffset? servedUntil)
    {
        if (exception is CognitoIdentityException refusal && RecoverableErrors.IsLoginTokenRefused(refusal))
        {
            // A matter of that user's, which a server meets all day long.
            if (!_hasToldOfRefusal)
            {
                _hasToldOfRefusal = true;
                LogRefusal(identityId, refusal.Message);
            }
        }
        else if (identityId is null)
        {
            NewUserLog.NoCredentials(settings.Logger, settings.IdentityPoolId, exception);
        }
        else if (servedUntil is { } until)
        {
            CredentialsLog.RefreshFailed(settings.Logger, settings.IdentityPoolId, identityId, until, exception);
        }
        else
        {
            CredentialsLog.NoCredentials(settings.Logger, settings.IdentityPoolId, identityId, exception);
        }
    }

    private void LogRefusal(string? identityId, string message)
    {
        if (identityId is null)
        {
            NewUserLog.LoginRefused(settings.Logger, settings.IdentityPoolId, message);
        }
        else
        {
            CredentialsLog.LoginRefused(settings.Logger, settings.IdentityPoolId, identityId, message);
        }
    }
}
