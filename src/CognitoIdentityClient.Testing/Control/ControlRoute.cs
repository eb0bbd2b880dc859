namespace CognitoIdentity.Testing;

/// <summary>A path of the control API.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path below <c>/_emulator</c>; <c>{id}</c> at its end or between slashes stands for one segment.</param>
/// <param name="Handle">Reads the request and responds.</param>
/// <param name="Parameters">The query parameters that it takes.</param>
internal sealed record ControlRoute(string Method, string Template, Func<ControlCall, Task> Handle, params string[] Parameters)
{
    private const string Id = "{id}";

    private readonly string _before = Template.Split(Id)[0];
    private readonly string? _after = Template.Contains(Id, StringComparison.Ordinal) ? Template.Split(Id)[1] : null;

    public bool Matches(string path) => _after is null ? path == Template : IdIn(path) is { Length: > 0 } id && !id.Contains('/');

    /// <summary>Returns the segment that the template leaves open; empty when there is none.</summary>
    public string IdIn(string path) =>
        _after is not null
        && path.Length > _before.Length + _after.Length
        && path.StartsWith(_before, StringComparison.Ordinal)
        && path.EndsWith(_after, StringComparison.Ordinal)
            ? path[_before.Length..^_after.Length]
            : "";
}
