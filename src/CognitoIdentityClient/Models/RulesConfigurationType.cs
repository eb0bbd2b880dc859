using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Serialization;

namespace CognitoIdentity;

/// <summary>
/// The rules of a <see cref="RoleMapping"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_RulesConfigurationType.html">API reference</see>.
/// </summary>
public sealed record RulesConfigurationType : IValidatable
{
    /// <summary>Creates the rules; <see cref="Rules"/> must be set in the object initializer.</summary>
    public RulesConfigurationType()
    {
    }

    /// <summary>Creates the rules from JSON, in which the service may leave them out: missing rules are an empty list.</summary>
    /// <param name="rules">The rules.</param>
    [JsonConstructor]
    [SetsRequiredMembers]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RulesConfigurationType(IReadOnlyList<MappingRule>? rules = null) => Rules = rules.OrEmpty();

    /// <summary>
    /// Gets the 1–400 rules, tried in order: the first that matches gives the role. (The API reference says 25, the service accepts 400.)
    /// </summary>
    public required IReadOnlyList<MappingRule> Rules { get; init => field = value.OrEmpty(); }

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Required(Rules, Constraints.Rules);
    }

    // A record prints only the names of the types of its collections.
    private bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(Rules), Rules);
        return true;
    }
}
