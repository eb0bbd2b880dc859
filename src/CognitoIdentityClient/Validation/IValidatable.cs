namespace CognitoIdentity;

/// <summary>A request, or an object in one, that says what the service allows its members to be.</summary>
internal interface IValidatable
{
    /// <summary>Checks every member. Allocates nothing where all are as they should be.</summary>
    void Validate(ref RequestChecker checker);
}
