namespace CognitoIdentity;

/// <summary>A setting of a profile.</summary>
/// <param name="Text">The value, which no message shows: it may be a secret in the wrong place.</param>
/// <param name="Place">The file and the line, for messages.</param>
internal sealed record ProfileSetting(string Text, string Place);

/// <summary>
/// One of the two files that the AWS tools share, <c>~/.aws/config</c> and <c>~/.aws/credentials</c>, as sections of settings.
/// </summary>
/// <remarks>
/// Read here because AWSSDK.Core quotes lines that it cannot read, secrets too, and says neither which value is malformed nor where.
/// Format: https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
/// </remarks>
internal sealed class AwsConfigFile
{
    private readonly Dictionary<string, Dictionary<string, ProfileSetting>> _sections = new(StringComparer.Ordinal);
    private readonly string _path;
    private readonly List<string> _problems = [];

    private AwsConfigFile(string path) => _path = path;

    /// <summary>Gets the problems of the file: by file and line number, never with a line's text.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Reads a file; one that does not exist has no sections.</summary>
    public static AwsConfigFile Read(string path)
    {
        var file = new AwsConfigFile(path);
        try
        {
            file.Parse(File.Exists(path) ? File.ReadAllLines(path) : []);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            file._problems.Add($"{path} cannot be read: {exception.Message}");
        }

        return file;
    }

    /// <summary>
    /// Returns the settings of a section by their names in lower case, nested ones as <c>outer.inner</c>; null if it is not there.
    /// </summary>
    /// <param name="title">The text between the brackets, with single spaces and without quotes: <c>profile work</c>.</param>
    public IReadOnlyDictionary<string, ProfileSetting>? Section(string title) => _sections.GetValueOrDefault(title);

    private void Parse(string[] lines)
    {
        Dictionary<string, ProfileSetting>? section = null;
        string? outer = null;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = WithoutComment(lines[i]);
            var text = line.Trim();
            if (text.Length == 0)
            {
                continue;
            }

            var place = $"{_path}, line {i + 1}";
            if (char.IsWhiteSpace(line[0]) && outer is not null)
            {
                AddNested(section!, outer, text, place);
            }
            else if (text[0] == '[')
            {
                outer = null;
                section = BeginSection(text, place);
            }
            else if (section is not null)
            {
                outer = Add(section, "", text, place);
            }
            else
            {
                CheckSetting(text, place);
            }
        }
    }

    private Dictionary<string, ProfileSetting>? BeginSection(string text, string place)
    {
        if (text[^1] != ']')
        {
            _problems.Add($"{place}, is not a section: the closing bracket is missing.");
            return null;
        }

        var words = text[1..^1].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var title = string.Join(' ', words).Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        if (!_sections.TryGetValue(title, out var section))
        {
            _sections[title] = section = [];
        }

        return section;
    }

    // Below a setting that has a value, a line continues that value and is no setting of its own.
    private void AddNested(Dictionary<string, ProfileSetting> section, string outer, string text, string place)
    {
        if (section[outer].Text.Length == 0)
        {
            Add(section, outer + ".", text, place);
        }
        else
        {
            CheckSetting(text, place);
        }
    }

    private string? Add(Dictionary<string, ProfileSetting> section, string prefix, string text, string place)
    {
        if (CheckSetting(text, place) is not { } equals)
        {
            return null;
        }

        var name = prefix + text[..equals].TrimEnd().ToLowerInvariant();
        section[name] = new(text[(equals + 1)..].TrimStart(), place);
        return name;
    }

    // AWSSDK.Core refuses the whole file for any line without an equals sign, even where it takes no setting from the line.
    private int? CheckSetting(string text, string place)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0)
        {
            return equals;
        }

        _problems.Add($"{place}, is neither a section, nor a setting, nor a comment.");
        return null;
    }

    private static string WithoutComment(string line)
    {
        if (line.TrimStart() is ['#' or ';', ..])
        {
            return "";
        }

        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] is '#' or ';' && char.IsWhiteSpace(line[i - 1]))
            {
                return line[..i];
            }
        }

        return line;
    }
}
