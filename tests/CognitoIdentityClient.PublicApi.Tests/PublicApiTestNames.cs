using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.PublicApi.Tests;

public sealed class PublicApiTestNames : TestNameConventions;
