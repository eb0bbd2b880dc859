namespace CognitoIdentity.Tests.Support;

/// <summary>Whether this run is for all tests, in their long form. Plain <c>dotnet test</c> leaves out what takes long.</summary>
public static class AllTests
{
    /// <summary>The environment variable with which <c>.ci/run</c> asks for all tests.</summary>
    public const string Variable = "COGNITO_IDENTITY_ALL_TESTS";

    /// <summary>The reason why a test that takes long is skipped.</summary>
    public const string SkipReason = $"This test takes long: .ci/run runs it, and so does {Variable}=1.";

    /// <summary>Whether all tests are asked for.</summary>
    public static bool AreAskedFor { get; } = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    /// <summary>Whether tests with a short and a long form run in the long one: on the newest framework, if all are asked for.</summary>
    public static bool AreLong =>
#if NET10_0_OR_GREATER
        AreAskedFor;
#else
        false;
#endif
}
