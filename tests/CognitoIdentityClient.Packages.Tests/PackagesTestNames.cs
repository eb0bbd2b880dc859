using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Packages.Tests;

public sealed class PackagesTestNames : TestNameConventions;
