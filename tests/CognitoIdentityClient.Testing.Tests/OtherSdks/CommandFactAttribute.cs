using System.Diagnostics;

namespace CognitoIdentity.Testing.Tests.OtherSdks;

/// <summary>A test that needs a command of another SDK; it is skipped, with the package to install, where the command does not run.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CommandFactAttribute : FactAttribute
{
    public CommandFactAttribute(string command, string argument, string package)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(command, argument) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                Skip = $"'{command} {argument}' does not run: install the package {package}.";
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Skip = $"There is no '{command}': install the package {package}.";
        }
    }
}
