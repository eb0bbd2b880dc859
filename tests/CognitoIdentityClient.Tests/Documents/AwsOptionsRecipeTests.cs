using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Documents;

/// <summary>
/// AwsOptionsTests runs the recipes of the configuration guide for AWSSDK.Extensions.NETCore.Setup line by line, with a pool of its own and
/// a service whose client the tests have.
/// </summary>
public sealed class AwsOptionsRecipeTests
{
    [Fact]
    public void Recipes_of_the_guide_are_those_that_the_tests_run()
    {
        var tests = WithoutSpace(Repository.Read("tests/CognitoIdentityClient.Tests/DependencyInjection/AwsOptionsTests.cs"));
        var recipes = MarkdownDocument.Read("docs/guides/configuration.md").Code
            .Where(block => block.Text.Contains("AWSOptions", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, recipes.Count);
        Assert.All(recipes, recipe => Assert.InRange(recipe.Text.Split('\n').Length, 1, 3));
        Assert.All(recipes.SelectMany(recipe => recipe.Text.Split('\n')), line => Assert.Contains(
            WithoutSpace(line)
                .Replace("\"eu-central-1:…\"", "TestClient.PoolId", StringComparison.Ordinal)
                .Replace("IAmazonDynamoDB", "IAmazonSecurityTokenService", StringComparison.Ordinal)
                .TrimEnd(';'),
            tests,
            StringComparison.Ordinal));
    }

    private static string WithoutSpace(string code) => string.Concat(code.Where(character => !char.IsWhiteSpace(character)));
}
