using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Console;

/// <summary>A test in a browser, skipped where there is no Chromium. It has a limit of its own, because a browser can hang.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        Timeout = 300_000;
        if (!AllTests.AreAskedFor)
        {
            Skip = AllTests.SkipReason;
        }
        else if (Browser.Chromium is null)
        {
            Skip = "There is no 'chromium': install the package chromium.";
        }
    }
}

/// <summary>A test in a browser that needs the accessibility checker axe-core, which npm installs.</summary>
internal sealed class AxeFactAttribute : ChromiumFactAttribute
{
    public AxeFactAttribute()
    {
        if (Skip is null && AxeCore.Problem is { } problem)
        {
            Skip = problem;
        }
    }
}

/// <summary>A test that makes the pictures of the documentation, and runs only when they are asked for.</summary>
internal sealed class ScreenshotFactAttribute : ChromiumFactAttribute
{
    public const string Variable = "CONSOLE_SCREENSHOTS";

    public ScreenshotFactAttribute()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not "1")
        {
            Skip = $"It writes docs/images and runs only with {Variable}=1.";
        }
    }
}
