namespace CognitoIdentity.Tests.Support;

/// <summary>
/// The folders of a suite's tests, which are those of the code: the tests of a type are found where the type is. A derived class in a
/// suite checks the suite. The map in docs/architecture.md names the folders that have no counterpart.
/// </summary>
/// <param name="suite">The suite's folder.</param>
/// <param name="code">The folders of the projects under test, each with the folder of the suite that mirrors it.</param>
public abstract class TestFolderConventions(string suite, IReadOnlyDictionary<string, string> code)
{
    [Fact]
    public void Tests_of_a_type_are_in_the_folder_of_the_type()
    {
        var places = Code("*.cs").ToLookup(place => place.Name, place => place.Folder);

        Assert.Empty(
            from file in Repository.Files(suite, "*Tests.cs")
            let test = Place(file, suite, "")
            let folders = places[test.Name[..^"Tests".Length]].ToList()
            where folders.Count > 0 && !folders.Contains(test.Folder)
            select $"{file} belongs into the folder {string.Join(" or ", folders)}.");
    }

    [Fact]
    public void Folder_in_a_folder_of_the_code_is_one_of_the_code_too()
    {
        var mirrored = Code("*").Select(place => place.Folder).ToHashSet();
        var folders = Repository.Files(suite, "*.cs").Select(file => Place(file, suite, "").Folder).ToHashSet();

        Assert.NotEmpty(folders);
        Assert.Empty(folders.Where(folder => !mirrored.Contains(folder) && mirrored.Contains(folder.Split('/')[0])));
    }

    private static (string Folder, string Name) Place(string file, string root, string mirror)
    {
        var folder = Path.GetDirectoryName(file[(root.Length + 1)..])!;
        return (Path.Combine(mirror, folder).Replace('\\', '/'), Path.GetFileNameWithoutExtension(file));
    }

    private IEnumerable<(string Folder, string Name)> Code(string pattern) =>
        code.SelectMany(project => Repository.Files(project.Key, pattern).Select(file => Place(file, project.Key, project.Value)));
}
