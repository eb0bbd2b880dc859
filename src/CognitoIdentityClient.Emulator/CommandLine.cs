using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Net;
using CognitoIdentity.Testing;

namespace CognitoIdentity.Emulator;

/// <summary>What the command line asks for.</summary>
/// <param name="Options">How to set up the emulator.</param>
/// <param name="DataFile">Where the state is kept between runs; null keeps it nowhere.</param>
internal sealed record CommandLine(EmulatorOptions Options, string? DataFile)
{
    private const int UsageError = 2;

    private static readonly Option<int> Port = One(
        "--port", "PORT", "Port to listen on, 1 to 65535. Default: any free one.",
        value => ushort.TryParse(value, out var port) && port > 0 ? (int)port : throw Wrong("--port", value));

    private static readonly Option<IPAddress> Host = One(
        "--host", "ADDRESS", "IP address to listen on. Default: 127.0.0.1, which only this machine can reach.",
        value => IPAddress.TryParse(value, out var address) ? address : throw Wrong("--host", value));

    private static readonly Option<string[]> Regions = Many(
        "--region", "REGION", "Region to answer for; may be given several times. Default: us-east-1.",
        value => EmulatorOptions.IsHostLabel(value) ? value : throw Wrong("--region", value));

    private static readonly Option<string> Account = One(
        "--account", "ACCOUNT", "Account id of twelve digits. Default: 123456789012.",
        value => EmulatorOptions.IsAccountId(value) ? value : throw Wrong("--account", value));

    private static readonly Option<EmulatorAccessKey[]> AccessKeys = Many(
        "--access-key", "ID:SECRET",
        "Access key to accept; may be given several times. "
        + "Default: the AWS documentation's example pair, AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY.",
        AccessKey);

    private static readonly Option<string> DataFileName = One(
        "--data", "FILE",
        "Read the state from FILE at the start, if it exists, and save it there at the end. "
        + "FILE holds a private key of the emulator: keep it with test data.",
        value => value.Length > 0 ? Path.GetFullPath(value) : throw new FormatException("--data lacks its value."));

    /// <summary>Does what the arguments ask for: runs the emulator, or shows help or the version.</summary>
    /// <returns>The exit code: 2 for arguments that make no sense.</returns>
    public static async Task<int> InvokeAsync(IReadOnlyList<string> arguments, Func<CommandLine, Task<int>> runAsync)
    {
        // No RootCommand: its name would be the assembly's, which is not what users type.
        var command = new Command("cognito-identity-emulator", "Emulates Amazon Cognito identity pools (all 23 operations) for development and tests.")
        {
            Port, Host, Regions, Account, AccessKeys, DataFileName, new HelpOption(), new VersionOption(),
        };
        command.SetAction((result, _) => runAsync(From(result)));

        // A value that begins with @ is no file to read arguments from.
        var result = command.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Action is ParseErrorAction)
        {
            foreach (var message in Problems(result).Distinct())
            {
                Console.Error.WriteLine(message);
            }

            Console.Error.WriteLine("Try --help.");
            return UsageError;
        }

        // Signals and errors are the program's own business.
        return await result.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }).ConfigureAwait(false);
    }

    private static CommandLine From(ParseResult result)
    {
        // The log of requests is for tests in the same process; here it would only grow.
        var options = new EmulatorOptions { MaxRecordedRequests = 0, Port = result.GetValue(Port) };
        options.Address = result.GetValue(Host) ?? options.Address;
        options.AccountId = result.GetValue(Account) ?? options.AccountId;
        if (result.GetValue(Regions) is { Length: > 0 } regions)
        {
            options.Regions = regions;
        }

        if (result.GetValue(AccessKeys) is { Length: > 0 } keys)
        {
            options.AccessKeys = keys;
        }

        return new(options, result.GetValue(DataFileName));
    }

    // The parser's own messages repeat what it could not use, which may be a secret after a misspelt --access-key.
    private static IEnumerable<string> Problems(ParseResult result)
    {
        foreach (var error in result.Errors)
        {
            yield return error.SymbolResult switch
            {
                OptionResult { Tokens.Count: 0, Option: var option } => $"{option.Name} lacks its value.",
                OptionResult { IdentifierTokenCount: > 1, Option: { Arity.MaximumNumberOfValues: 1 } option } => $"{option.Name} can be given only once.",
                ArgumentResult or OptionResult => error.Message,
                _ => Unmatched(result),
            };
        }
    }

    private static string Unmatched(ParseResult result) =>
        result.UnmatchedTokens.FirstOrDefault(token => token.StartsWith('-')) is { } option
            ? $"{option.Split('=', ':')[0]} is no option."
            : "There is a value that belongs to no option.";

    private static Option<T> One<T>(string name, string valueName, string description, Func<string, T> parse) => new(name)
    {
        HelpName = valueName,
        Description = description,
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = argument => Parse(argument, parse) is [var value] ? value : default,
    };

    private static Option<T[]> Many<T>(string name, string valueName, string description, Func<string, T> parse) => new(name)
    {
        HelpName = valueName,
        Description = description,
        Arity = ArgumentArity.OneOrMore,
        CustomParser = argument => Parse(argument, parse),
    };

    private static T[] Parse<T>(ArgumentResult argument, Func<string, T> parse)
    {
        try
        {
            return [.. argument.Tokens.Select(token => parse(token.Value))];
        }
        catch (FormatException e)
        {
            argument.AddError(e.Message);
            return [];
        }
    }

    // A secret may hold a colon, an id never does. The message does not repeat the value: it may be a real secret.
    private static EmulatorAccessKey AccessKey(string value) => value.Split(':', 2) is [{ Length: > 0 } id, { Length: > 0 } secret]
        ? new(id, secret)
        : throw new FormatException("--access-key needs the form ID:SECRET.");

    private static FormatException Wrong(string name, string value) => new(
        value.Length == 0 ? $"{name} lacks its value." : $"{name} cannot be '{value}'.");
}
