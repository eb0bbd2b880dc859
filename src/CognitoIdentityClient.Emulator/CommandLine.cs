using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Net;
using CognitoIdentity.Testing;

namespace CognitoIdentity.Emulator;

/// <summary>The settings that a command line gives.</summary>
/// <param name="Options">The options of the emulator.</param>
/// <param name="DataFile">The file that keeps the state between runs; null keeps it nowhere.</param>
/// <param name="SeedFiles">The files whose pools the emulator has from its start.</param>
/// <param name="Faults">The faults to inject from the start.</param>
/// <param name="Issuers">The issuers of login tokens that differ from the defaults.</param>
/// <param name="Log">Whether to print a line for each call.</param>
internal sealed record CommandLine(
    EmulatorOptions Options,
    string? DataFile,
    IReadOnlyList<string> SeedFiles,
    IReadOnlyList<Fault> Faults,
    IReadOnlyList<IssuerSetting> Issuers,
    bool Log)
{
    private const int UsageError = 2;

    private static readonly Option<int> Port = ToolOption.One(
        "--port", "PORT", "Port to listen on, 1 to 65535. Default: any free one. Example: --port 5050",
        value => ushort.TryParse(value, out var port) && port > 0 ? (int)port : throw ToolOption.Wrong("--port", value));

    private static readonly Option<IPAddress> Host = ToolOption.One(
        "--host", "ADDRESS", "IP address to listen on. Default: 127.0.0.1, which only this machine can reach. Example: --host 0.0.0.0",
        value => IPAddress.TryParse(value, out var address) ? address : throw ToolOption.Wrong("--host", value));

    private static readonly Option<string[]> Regions = ToolOption.Many(
        "--region", "REGION", "Region of the pools; may be given several times. Default: us-east-1. Example: --region eu-central-1",
        value => RegionName.IsValid(value) ? value : throw ToolOption.Wrong("--region", value));

    private static readonly Option<string> Account = ToolOption.One(
        "--account", "ACCOUNT", "Account id of twelve digits. Default: 123456789012. Example: --account 210987654321",
        value => EmulatorOptions.IsAccountId(value) ? value : throw ToolOption.Wrong("--account", value));

    private static readonly Option<EmulatorAccessKey[]> AccessKeys = ToolOption.Many(
        "--access-key", "ID:SECRET",
        "Access key to accept; may be given several times. "
        + "Default: the AWS documentation's example pair, AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY. "
        + "Example: --access-key AKIAEXAMPLE:secret",
        AccessKey,
        RequireDistinct);

    private static readonly Option<bool> AcceptIssued = ToolOption.Flag(
        "--accept-issued-credentials",
        "Accept signatures made with credentials that the emulator issued, in the account of their role. Example: "
        + "--accept-issued-credentials");

    private static readonly Option<string> DataFileName = ToolOption.One(
        "--data", "FILE",
        "Read the state from FILE at the start, if it exists, and save it there after changes, at most once a second, and at the end. "
        + "FILE holds a private key of the emulator: keep it with test data. Example: --data state.json",
        value => ToolOption.FullPath("--data", value));

    private static readonly Option<string[]> Seeds = ToolOption.Many(
        "--seed", "FILE",
        "Start with the pools that FILE describes (JSON; the guide on testing has an example); may be given several times. "
        + "Ignored where --data brings a state. Example: --seed pools.json",
        value => ToolOption.FullPath("--seed", value));

    private static readonly Option<int> MaxPools = ToolOption.One(
        "--max-pools", "NUMBER", "Identity pools that an account may have. Default: 1000. Example: --max-pools 10",
        value => int.TryParse(value, out var number) && number >= 0 ? number : throw ToolOption.Wrong("--max-pools", value));

    private static readonly Option<int?> RandomSeed = ToolOption.One<int?>(
        "--random-seed", "NUMBER", "Create the same ids and chances of faults in every run. Example: --random-seed 1",
        value => int.TryParse(value, out var number) ? number : throw ToolOption.Wrong("--random-seed", value));

    private static readonly Option<Fault[]> FaultRules = ToolOption.Many(
        "--fault", "RULE", $"Inject a fault; may be given several times. {FaultRule.Form} Example: --fault GetId=throttling,count=2",
        FaultRule.Parse);

    private static readonly Option<IssuerSetting[]> Jwks = ToolOption.Many(
        "--jwks", "PROVIDER=URL|FILE",
        "Verify the login tokens of a provider with a JSON Web Key Set, read at the start and again for a token with a new key; "
        + "may be given several times. Example: --jwks localhost:9229/local_abc=http://localhost:9229/local_abc/.well-known/jwks.json",
        value => IssuerSetting.ParseKeys("--jwks", value));

    private static readonly Option<IssuerSetting[]> IssuerNames = ToolOption.Many(
        "--issuer", "PROVIDER=ISSUER",
        "Accept tokens of another issuer for a provider, such as a user pool that is emulated too; may be given several times. "
        + "Example: --issuer localhost:9229/local_abc=http://localhost:9229/local_abc",
        value => IssuerSetting.ParseIssuer("--issuer", value));

    private static readonly Option<bool> RejectUnsigned = ToolOption.Flag(
        "--reject-unsigned-tokens", "Refuse login tokens that no key of --jwks verifies. Example: --reject-unsigned-tokens");

    private static readonly Option<bool> LogCalls = ToolOption.Flag("--log", "Print a line for each call. Example: --log");

    private static readonly Option<bool> NoControl = ToolOption.Flag(
        "--no-control",
        "Do not serve the control API and its page under /_emulator/, which are never served beyond loopback addresses. Example: "
        + "--no-control");

    /// <summary>Runs the emulator, or shows help or the version, as the arguments say.</summary>
    /// <returns>The exit code: 2 for invalid arguments.</returns>
    public static async Task<int> InvokeAsync(IReadOnlyList<string> arguments, Func<CommandLine, Task<int>> runAsync)
    {
        // No RootCommand: its name would be the assembly's, which is not what users type.
        var command = new Command(
            "cognito-identity-emulator", "Emulates Amazon Cognito identity pools (all operations) for development and tests.")
        {
            Port, Host, Regions, Account, AccessKeys, AcceptIssued, DataFileName, Seeds, MaxPools, RandomSeed, FaultRules, Jwks,
            IssuerNames, RejectUnsigned, LogCalls, NoControl, new HelpOption(), new VersionOption(),
        };
        command.SetAction((result, _) => runAsync(From(result)));

        // A value that begins with @ is no file to read arguments from.
        var result = command.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Action is ParseErrorAction)
        {
            foreach (var message in ToolOption.Problems(result).Distinct())
            {
                Console.Error.WriteLine(message);
            }

            Console.Error.WriteLine("Try --help.");
            return UsageError;
        }

        // Signals and errors are the program's own business.
        return await result.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null })
            .ConfigureAwait(false);
    }

    private static CommandLine From(ParseResult result)
    {
        // Recorded requests are for tests in the same process; here they would only grow.
        var options = new EmulatorOptions { MaxRecordedRequests = 0, Port = result.GetValue(Port) };
        options.Address = result.GetValue(Host) ?? options.Address;
        options.AccountId = result.GetValue(Account) ?? options.AccountId;
        options.EnableControlApi = !result.GetValue(NoControl);
        options.AcceptIssuedCredentials = result.GetValue(AcceptIssued);
        options.RejectUnsignedTokens = result.GetValue(RejectUnsigned);
        options.RandomSeed = result.GetValue(RandomSeed);
        options.MaxIdentityPools = result.GetResult(MaxPools) is null ? options.MaxIdentityPools : result.GetValue(MaxPools);
        if (result.GetValue(Regions) is { Length: > 0 } regions)
        {
            options.Regions = regions;
        }

        if (result.GetValue(AccessKeys) is { Length: > 0 } keys)
        {
            options.AccessKeys = keys;
        }

        return new(
            options,
            result.GetValue(DataFileName),
            result.GetValue(Seeds) ?? [],
            result.GetValue(FaultRules) ?? [],
            [.. result.GetValue(Jwks) ?? [], .. result.GetValue(IssuerNames) ?? []],
            result.GetValue(LogCalls));
    }

    // A secret may hold a colon, an id never does. The message does not repeat the value: it may be a real secret.
    private static EmulatorAccessKey AccessKey(string value) => value.Split(':', 2) is [{ Length: > 0 } id, { Length: > 0 } secret]
        ? new(id, secret)
        : throw new FormatException("--access-key needs the form ID:SECRET.");

    private static void RequireDistinct(EmulatorAccessKey[] keys)
    {
        if (keys.DistinctBy(key => key.AccessKeyId).Count() < keys.Length)
        {
            throw new FormatException("--access-key was given the same id twice.");
        }
    }
}
