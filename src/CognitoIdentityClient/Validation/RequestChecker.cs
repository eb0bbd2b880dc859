using System.Runtime.CompilerServices;

namespace CognitoIdentity;

/// <summary>
/// Collects the violations of a request. It is a struct, and makes a list, a path or a text only once there is a violation to report: a
/// valid request costs no allocation.
/// </summary>
/// <param name="validation">What is checked.</param>
internal struct RequestChecker(RequestValidation validation)
{
    private List<Violation>? _violations;

    /// <summary>Whether values are held to their limits, or only looked for.</summary>
    public readonly bool ChecksLimits => validation == RequestValidation.Full;

    /// <summary>How many violations were reported so far.</summary>
    public readonly int Count => _violations?.Count ?? 0;

    /// <summary>Checks a member that must be there.</summary>
    public void Required<T>(T? value, Constraint<T> constraint, [CallerArgumentExpression(nameof(value))] string member = "")
    {
        var before = Count;
        CheckPresent(value, constraint);
        MoveInto(member, before);
    }

    /// <summary>Checks a member that may be left out.</summary>
    public void Optional<T>(T? value, Constraint<T> constraint, [CallerArgumentExpression(nameof(value))] string member = "")
    {
        if (value is not null)
        {
            Required(value, constraint, member);
        }
    }

    /// <summary>Checks a member that may be left out.</summary>
    public void Optional<T>(T? value, Constraint<T> constraint, [CallerArgumentExpression(nameof(value))] string member = "")
        where T : struct
    {
        if (value is { } present)
        {
            Required(present, constraint, member);
        }
    }

    /// <summary>Checks a value that must be there, at the place where the checker is.</summary>
    public void CheckPresent<T>(T? value, Constraint<T> constraint)
    {
        // Comparing a struct with null would box it where code is not optimized.
        if (!typeof(T).IsValueType && value is null)
        {
            AddMissing();
        }
        else
        {
            constraint.Check(value!, ref this);
        }
    }

    /// <summary>Reports a member that another one makes necessary.</summary>
    /// <param name="member">The member's name.</param>
    /// <param name="condition">What makes it necessary, as in "for Type Rules".</param>
    public void AddMissing(string member, string condition)
    {
        Add("required", $"is required {condition}");
        MoveInto(member, Count - 1);
    }

    /// <summary>Reports that the value is missing.</summary>
    public void AddMissing() => Add("required", "is required");

    /// <summary>Reports a violation at the place where the checker is.</summary>
    /// <param name="constraint">What the service asks for.</param>
    /// <param name="problem">The rest of a sentence that begins with the path.</param>
    public void Add(string constraint, string problem) => (_violations ??= []).Add(new("", constraint, problem));

    /// <summary>Puts a member's name, an index or a key before the paths of the violations that were reported since a count.</summary>
    public readonly void MoveInto(string parent, int since)
    {
        for (var i = since; i < Count; i++)
        {
            var path = _violations![i].Path;
            var separator = path.Length == 0 || path[0] == '[' ? "" : ".";
            _violations[i] = _violations[i] with { Path = $"{parent}{separator}{path}" };
        }
    }

    /// <exception cref="RequestValidationException">Something was reported.</exception>
    public readonly void ThrowIfAny(string operationName)
    {
        if (_violations is not null)
        {
            throw new RequestValidationException([.. _violations.Select(violation => violation.ToPublic())], operationName);
        }
    }

    private readonly record struct Violation(string Path, string Constraint, string Problem)
    {
        public RequestViolation ToPublic() => new() { Path = Path, Constraint = Constraint, Message = $"{Path} {Problem}" };
    }
}
