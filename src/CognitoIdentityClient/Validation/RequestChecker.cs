using System.Runtime.CompilerServices;

namespace CognitoIdentity;

/// <summary>
/// Collects the violations of a request. It is a struct, and creates a list, a path or a text only when there is a violation to report, so
/// that a valid request allocates nothing.
/// </summary>
/// <param name="validation">The checks to apply.</param>
/// <param name="region">The region that the request goes to; null if ids of any region are allowed.</param>
internal struct RequestChecker(RequestValidation validation, string? region = null)
{
    private List<Violation>? _violations;

    /// <summary>Whether values are checked against their limits, or only for being there.</summary>
    public readonly bool ChecksLimits => validation == RequestValidation.Full;

    /// <summary>The region that ids must be of; null for any.</summary>
    public readonly string? Region => region;

    /// <summary>The number of violations reported so far.</summary>
    public readonly int Count => _violations?.Count ?? 0;

    /// <summary>Checks a required member.</summary>
    public void Required<T>(T? value, Constraint<T> constraint, [CallerArgumentExpression(nameof(value))] string member = "")
    {
        var before = Count;
        CheckPresent(value, constraint);
        MoveInto(member, before);
    }

    /// <summary>Checks an optional member.</summary>
    public void Optional<T>(T? value, Constraint<T> constraint, [CallerArgumentExpression(nameof(value))] string member = "")
    {
        if (value is not null)
        {
            Required(value, constraint, member);
        }
    }

    /// <summary>Checks an optional member.</summary>
    public void Optional<T>(T? value, Constraint<T> constraint, [CallerArgumentExpression(nameof(value))] string member = "")
        where T : struct
    {
        if (value is { } present)
        {
            Required(present, constraint, member);
        }
    }

    /// <summary>Checks a required value without adding to its path.</summary>
    public void CheckPresent<T>(T? value, Constraint<T> constraint)
    {
        // Comparing a struct with null would box it in code that is not optimized.
        if (!typeof(T).IsValueType && value is null)
        {
            AddMissing();
        }
        else
        {
            constraint.Check(value!, ref this);
        }
    }

    /// <summary>Reports that a member is missing that another member requires.</summary>
    /// <param name="member">The member's name.</param>
    /// <param name="condition">The condition under which it is required, such as "for Type Rules".</param>
    public void AddMissing(string member, string condition)
    {
        Add("required", $"is required {condition}");
        MoveInto(member, Count - 1);
    }

    /// <summary>Reports that a required value is missing.</summary>
    public void AddMissing() => Add("required", "is required");

    /// <summary>Reports a violation. Its path is empty until <see cref="MoveInto"/> adds to it.</summary>
    /// <param name="constraint">The violated constraint.</param>
    /// <param name="problem">The mistake, as the end of a sentence that begins with the path.</param>
    public void Add(string constraint, string problem) => (_violations ??= []).Add(new("", constraint, problem));

    /// <summary>
    /// Prepends a member's name, an index or a key to the paths of the violations that were reported after the first
    /// <paramref name="since"/>.
    /// </summary>
    public readonly void MoveInto(string parent, int since)
    {
        for (var i = since; i < Count; i++)
        {
            var path = _violations![i].Path;
            var separator = path.Length == 0 || path[0] == '[' ? "" : ".";
            _violations[i] = _violations[i] with { Path = $"{parent}{separator}{path}" };
        }
    }

    /// <summary>Throws if a violation was reported.</summary>
    /// <exception cref="RequestValidationException">A violation was reported.</exception>
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
