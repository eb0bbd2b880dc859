using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Samples.Tests;

public sealed class SampleTestNames : TestNameConventions;
