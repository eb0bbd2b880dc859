namespace CognitoIdentity.Tests.Support;

/// <summary>Tests that measure the whole process, its memory or its threads: no other test runs beside them.</summary>
[CollectionDefinition(nameof(TestsThatRunAlone), DisableParallelization = true)]
public sealed class TestsThatRunAlone;
