using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.OtherSdks;

/// <summary>
/// A test that needs Node.js, the packages of OtherSdks/javascript/package.json and perhaps Chromium; it is skipped, with what to do, where
/// they are missing.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class JavaScriptFactAttribute : FactAttribute
{
    public JavaScriptFactAttribute(bool needsChromium = false, bool needsAwsCli = false)
    {
        if (Environment.GetEnvironmentVariable(StoryProcess.PackagesVariable) is not { Length: > 0 } packages
            || !Directory.Exists(Path.Combine(packages, "node_modules")))
        {
            Skip = $"{StoryProcess.PackagesVariable} names no folder in which OtherSdks/install-javascript installed the packages.";
        }
        else if (!ExternalProgram.CanRun("node", "--version"))
        {
            Skip = "There is no 'node': install the package nodejs.";
        }
        else if (needsChromium && !ExternalProgram.CanRun("chromium", "--version"))
        {
            Skip = "There is no 'chromium': install the package chromium.";
        }
        else if (needsAwsCli && !ExternalProgram.CanRun("aws", "--version"))
        {
            Skip = "There is no 'aws': install the package awscli.";
        }
    }
}
