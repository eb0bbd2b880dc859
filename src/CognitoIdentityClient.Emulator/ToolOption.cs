using System.CommandLine;
using System.CommandLine.Parsing;

namespace CognitoIdentity.Emulator;

/// <summary>Creates options of the command line, and says what is wrong with one without repeating a secret.</summary>
internal static class ToolOption
{
    public static Option<T> One<T>(string name, string valueName, string description, Func<string, T> parse) => new(name)
    {
        HelpName = valueName,
        Description = description,
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = argument => Parse(argument, parse) is [var value] ? value : default,
    };

    public static Option<T[]> Many<T>(
        string name, string valueName, string description, Func<string, T> parse, Action<T[]>? checkAll = null) => new(name)
        {
            HelpName = valueName,
            Description = description,
            Arity = ArgumentArity.OneOrMore,
            CustomParser = argument => Parse(argument, parse, checkAll),
        };

    public static Option<bool> Flag(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.Zero };

    public static string FullPath(string name, string value) =>
        value.Length > 0 ? Path.GetFullPath(value) : throw new FormatException($"{name} lacks its value.");

    public static FormatException Wrong(string name, string value) => new(
        value.Length == 0 ? $"{name} lacks its value." : $"{name} cannot be '{value}'.");

    // The parser's own messages repeat what it could not use, which may be a secret after a misspelled --access-key.
    public static IEnumerable<string> Problems(ParseResult result)
    {
        foreach (var error in result.Errors)
        {
            yield return error.SymbolResult switch
            {
                OptionResult { Tokens.Count: 0, Option: var option } => $"{option.Name} lacks its value.",
                OptionResult { IdentifierTokenCount: > 1, Option: { Arity.MaximumNumberOfValues: 1 } option } =>
                    $"{option.Name} can be given only once.",
                ArgumentResult or OptionResult => error.Message,
                _ => Unmatched(result),
            };
        }
    }

    private static string Unmatched(ParseResult result) =>
        result.UnmatchedTokens.FirstOrDefault(token => token.StartsWith('-')) is { } option
            ? $"{option.Split('=', ':')[0]} is not an option."
            : "There is a value that belongs to no option.";

    private static T[] Parse<T>(ArgumentResult argument, Func<string, T> parse, Action<T[]>? checkAll = null)
    {
        try
        {
            T[] values = [.. argument.Tokens.Select(token => parse(token.Value))];
            checkAll?.Invoke(values);
            return values;
        }
        catch (FormatException e)
        {
            argument.AddError(e.Message);
            return [];
        }
    }
}
