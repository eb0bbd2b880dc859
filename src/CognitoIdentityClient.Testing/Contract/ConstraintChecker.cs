using System.Text.Json;

namespace CognitoIdentity.Testing;

/// <summary>Checks a request against its shape and words what it breaks as the service does.</summary>
internal sealed class ConstraintChecker
{
    private readonly List<string> _violations = [];

    /// <exception cref="ServiceError">
    /// SerializationException for a value of another JSON type; ValidationException that lists every broken constraint.
    /// </exception>
    public static void Check(JsonElement request, ObjectShape shape)
    {
        var checker = new ConstraintChecker();
        checker.CheckObject("", request, shape);
        var violations = checker._violations;
        if (violations.Count == 0)
        {
            return;
        }

        var count = violations.Count == 1 ? "1 validation error" : $"{violations.Count} validation errors";
        throw new ServiceError("ValidationException", $"{count} detected: {string.Join("; ", violations)}");
    }

    private void CheckObject(string path, JsonElement value, ObjectShape shape)
    {
        ValueTypes.Require(value, JsonValueKind.Object);
        foreach (var member in shape.Members)
        {
            var memberPath = Path(path, member.ShownName);
            if (value.TryGetProperty(member.Name, out var found) && found.ValueKind != JsonValueKind.Null)
            {
                CheckValue(memberPath, found, member.Shape);
            }
            else if (member.Required)
            {
                _violations.Add($"Value null at '{memberPath}' failed to satisfy constraint: Member must not be null");
            }
        }
    }

    private void CheckValue(string path, JsonElement value, Shape shape)
    {
        switch (shape)
        {
            case ObjectShape structure:
                CheckObject(path, value, structure);
                break;
            case FlagShape:
                ValueTypes.RequireFlag(value);
                break;
            case NumberShape number:
                CheckNumber(path, ValueTypes.RequireInteger(value), number);
                break;
            case TextShape text:
                ValueTypes.Require(value, JsonValueKind.String);
                CheckText(path, value.GetString()!, text);
                break;
            case ListShape list:
                CheckList(path, value, list);
                break;
            case MapShape map:
                CheckMap(path, value, map);
                break;
        }
    }

    private void CheckText(string path, string value, TextShape shape)
    {
        if (shape.Allows(value))
        {
            return;
        }

        foreach (var constraint in shape.Broken(value))
        {
            Fail(path, shape.Secret ? null : value, constraint);
        }
    }

    private void CheckNumber(string path, long value, NumberShape shape)
    {
        if (value > shape.Max)
        {
            Fail(path, $"{value}", $"Member must have value less than or equal to {shape.Max}");
        }

        if (value < shape.Min)
        {
            Fail(path, $"{value}", $"Member must have value greater than or equal to {shape.Min}");
        }
    }

    private void CheckList(string path, JsonElement value, ListShape shape)
    {
        ValueTypes.Require(value, JsonValueKind.Array);
        var shown = shape.Item is TextShape ? ValueTypes.Show(value) : null;
        CheckCount(path, shown, value.GetArrayLength(), shape.MinItems, shape.MaxItems);
        if (shape.Item is TextShape text)
        {
            foreach (var item in value.EnumerateArray())
            {
                ValueTypes.RequireTextOrNull(item);
            }

            if (value.EnumerateArray().Any(item => ValueTypes.Breaks(item, text)))
            {
                Fail(path, shown, $"Member must satisfy constraint: [{string.Join(", ", text.Constraints)}]");
            }

            return;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            CheckValue($"{path}.{++index}.member", item, shape.Item);
        }
    }

    private void CheckMap(string path, JsonElement value, MapShape shape)
    {
        ValueTypes.Require(value, JsonValueKind.Object);
        var shown = shape.Secret || shape.Value is not TextShape ? null : ValueTypes.Show(value);
        CheckCount(path, shown, value.EnumerateObject().Count(), 0, shape.MaxItems);
        if (value.EnumerateObject().Any(entry => !shape.Key.Allows(entry.Name)))
        {
            Fail(path, shown, $"Map keys must satisfy constraint: [{string.Join(", ", shape.Key.Constraints)}]");
        }

        if (shape.Value is TextShape text)
        {
            foreach (var entry in value.EnumerateObject())
            {
                ValueTypes.RequireTextOrNull(entry.Value);
            }

            if (value.EnumerateObject().Any(entry => ValueTypes.Breaks(entry.Value, text)))
            {
                Fail(path, shown, $"Map value must satisfy constraint: [{string.Join(", ", text.Constraints)}]");
            }

            return;
        }

        foreach (var entry in value.EnumerateObject())
        {
            CheckValue($"{path}.{entry.Name}.member", entry.Value, shape.Value);
        }
    }

    private void CheckCount(string path, string? shown, int count, int min, int max)
    {
        if (count > max)
        {
            Fail(path, shown, $"Member must have length less than or equal to {max}");
        }

        if (count < min)
        {
            Fail(path, shown, $"Member must have length greater than or equal to {min}");
        }
    }

    // Without a value for what is secret or too large to show, as the service words it for its own sensitive members.
    private void Fail(string path, string? shown, string constraint) => _violations.Add(
        shown is null
            ? $"Value at '{path}' failed to satisfy constraint: {constraint}"
            : $"Value '{shown}' at '{path}' failed to satisfy constraint: {constraint}");

    private static string Path(string parent, string name) => parent.Length == 0 ? name : $"{parent}.{name}";
}
