using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Conventions;

public sealed class ClientTestNames : TestNameConventions;
