namespace CognitoIdentity;

/// <summary>
/// The rules of a <see cref="RoleMapping"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_RulesConfigurationType.html">API reference</see>.
/// </summary>
public sealed record RulesConfigurationType : IValidatable
{
    /// <summary>
    /// 1–400 rules, tried in order: the first that matches gives the role. (The API reference says 25, the service takes 400.)
    /// </summary>
    public required IReadOnlyList<MappingRule> Rules { get; init => field = value.OrEmpty(); }

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Required(Rules, Constraints.Rules);
    }
}
