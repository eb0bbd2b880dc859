namespace CognitoIdentity;

/// <summary>A request, or an object in one, that knows the constraints on its members.</summary>
internal interface IValidatable
{
    /// <summary>Checks every member. Allocates nothing if all are valid.</summary>
    void Validate(ref RequestChecker checker);
}
