using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Conventions;

public sealed class EmulatorTestNames : TestNameConventions;
