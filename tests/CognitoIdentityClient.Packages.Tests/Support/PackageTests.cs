namespace CognitoIdentity.Packages.Tests.Support;

/// <summary>All tests of the packages: they share what is packed, and builds do not compete with each other.</summary>
[CollectionDefinition(Name)]
public sealed class PackageTests : ICollectionFixture<PackedPackages>
{
    public const string Name = "Packed packages";
}
