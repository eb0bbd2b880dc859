namespace CognitoIdentity.Tests.Support;

/// <summary>Tests with listeners, which hear the whole process: they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ListeningTests
{
    public const string Name = "Listeners of the process";
}
