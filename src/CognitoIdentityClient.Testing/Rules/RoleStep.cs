namespace CognitoIdentity.Testing;

/// <summary>One step on the way to a role.</summary>
/// <param name="Text">What was looked at, as a sentence.</param>
/// <param name="IsDecisive">Whether this step decided.</param>
internal sealed record RoleStep(string Text, bool IsDecisive = false);
