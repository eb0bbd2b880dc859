using System.Text.RegularExpressions;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>A blank line follows every block. The compiler's rule (IDE2003) does not see a comment that follows.</summary>
public sealed partial class BlankLineConventions
{
    [Theory]
    [MemberData(nameof(LineLengthConventions.Folders), MemberType = typeof(LineLengthConventions))]
    public void Comment_after_a_block_has_a_blank_line_before_it(string folder) => Assert.Empty(
        Repository.Files(folder, "*.cs").SelectMany(file => CommentAfterBlock().Matches(Repository.Read(file))
            .Select(match => $"{file}: {match.Groups[1].Value}")));

    [GeneratedRegex("^ *}\n *(//.*)$", RegexOptions.Multiline)]
    private static partial Regex CommentAfterBlock();
}
