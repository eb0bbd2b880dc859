using System.Globalization;

namespace CognitoIdentity;

/// <summary>A constraint on a value.</summary>
internal abstract class Constraint<T>
{
    /// <summary>Reports the violations of a value that is not null.</summary>
    public abstract void Check(T value, ref RequestChecker checker);
}

/// <summary>An object, whose members have constraints of their own.</summary>
internal sealed class ObjectConstraint<T> : Constraint<T>
    where T : IValidatable
{
    public override void Check(T value, ref RequestChecker checker) => value.Validate(ref checker);
}

/// <summary>A number with a minimum and a maximum.</summary>
internal sealed class NumberConstraint(long min, long max) : Constraint<long>
{
    public override void Check(long value, ref RequestChecker checker)
    {
        if (checker.ChecksLimits && (value < min || value > max))
        {
            checker.Add($"{min} to {max}", string.Create(CultureInfo.InvariantCulture, $"is {value}; {min} to {max} is allowed"));
        }
    }
}

/// <summary>A value of an open enum. The service may know more values than this version, so only the empty text is invalid.</summary>
internal sealed class OpenEnumConstraint<T> : Constraint<T>
    where T : struct
{
    public override void Check(T value, ref RequestChecker checker)
    {
        if (string.IsNullOrEmpty(value.ToString()))
        {
            checker.AddMissing();
        }
    }
}
