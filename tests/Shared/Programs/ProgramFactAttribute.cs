using System.Collections.Concurrent;

namespace CognitoIdentity.Tests.Support;

/// <summary>A test that needs another program: it is skipped, with the package to install, where the program does not run.</summary>
/// <param name="package">The package to install.</param>
/// <param name="command">A command that succeeds where the program is usable.</param>
/// <param name="arguments">Its arguments.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgramFactAttribute(string package, string command, params string[] arguments) : FactAttribute
{
    private static readonly ConcurrentDictionary<string, bool> CanRun = new();

    /// <summary>Whether the test takes so long that only <c>.ci/run</c> runs it.</summary>
    public bool IsSlow { get; init; }

    /// <inheritdoc/>
    public override string? Skip
    {
        get
        {
            if (IsSlow && !AllTests.AreAskedFor)
            {
                return AllTests.SkipReason;
            }

            var line = string.Join(' ', [command, .. arguments]);
            return CanRun.GetOrAdd(line, _ => ExternalProgram.CanRun(command, arguments))
                ? null
                : $"'{line}' does not run here: install the package {package}.";
        }
        set => throw new NotSupportedException();
    }
}
