namespace CognitoIdentity;

/// <summary>The weight of a <see cref="DiagnosisFinding"/>.</summary>
public enum FindingSeverity
{
    /// <summary>Works, and is worth knowing.</summary>
    Info,

    /// <summary>May fail, fails for other users, or opens more than was probably meant.</summary>
    Warning,

    /// <summary>The sign-in fails because of this.</summary>
    Error,
}
