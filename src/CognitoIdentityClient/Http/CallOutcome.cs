namespace CognitoIdentity;

/// <summary>The outcome of an attempt or of a call: a response or a failure. A failure is thrown once, at the end of the call.</summary>
/// <remarks>
/// A class, because a new process has to compile every generic type of .NET on the way of a struct: 60 methods more before the first
/// response.
/// </remarks>
internal sealed class CallOutcome
{
    private CallOutcome(CognitoIdentityResponse? response, Exception? failure) => (Response, Failure) = (response, failure);

    /// <summary>The response; null after a failure.</summary>
    public CognitoIdentityResponse? Response { get; }

    /// <summary>The failure; null after a success.</summary>
    public Exception? Failure { get; }

    public static CallOutcome Succeeded(CognitoIdentityResponse response) => new(response, failure: null);

    public static CallOutcome Failed(Exception failure) => new(response: null, failure);
}
