using System.Globalization;

namespace CognitoIdentity;

/// <summary>What the service allows a value to be.</summary>
internal abstract class Constraint<T>
{
    /// <summary>Reports what is wrong with a value that is there.</summary>
    public abstract void Check(T value, ref RequestChecker checker);
}

/// <summary>An object with members of its own.</summary>
internal sealed class ObjectConstraint<T> : Constraint<T>
    where T : IValidatable
{
    public override void Check(T value, ref RequestChecker checker) => value.Validate(ref checker);
}

/// <summary>A number from a least to a greatest.</summary>
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

/// <summary>An open enum: the service may know values that this version does not, so any text but none will do.</summary>
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
