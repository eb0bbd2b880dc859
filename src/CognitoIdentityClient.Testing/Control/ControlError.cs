namespace CognitoIdentity.Testing;

/// <summary>A mistake in a request to the control API.</summary>
internal sealed class ControlError(int status, string detail) : Exception(detail)
{
    public int Status { get; } = status;

    public static ControlError Invalid(string detail) => new(400, detail);

    public static ControlError Forbidden(string detail) => new(403, detail);

    public static ControlError NotFound(string detail) => new(404, detail);
}
