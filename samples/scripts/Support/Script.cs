using System.CommandLine;
using CognitoIdentity;

namespace Scripts;

/// <summary>The common frame of the scripts: the choice between AWS and an emulator, Ctrl+C, and errors.</summary>
public static class Script
{
    private static readonly Option<bool> Emulator =
        new("--emulator") { Description = "Run against an emulator in this process, with sample data." };
    private static readonly Option<string?> Region =
        new("--region") { Description = "The AWS region. Default: the region of the environment or of the profile." };

    /// <summary>The argument of scripts that work on one pool.</summary>
    public static Argument<string?> Pool { get; } = new("pool")
    {
        Description = "The identity pool's id. Default with --emulator: the sample pool.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>Runs a script.</summary>
    /// <returns>The exit code: 0, 1 after an error, 130 after Ctrl+C.</returns>
    public static Task<int> RunAsync(
        string[] args, string description, IEnumerable<Symbol> symbols,
        Func<ICognitoIdentityClient, ParseResult, CancellationToken, Task> body)
    {
        var command = new RootCommand(description) { Emulator, Region };
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Arguments.Add(argument);
            }
            else
            {
                command.Options.Add((Option)symbol);
            }
        }

        command.SetAction((values, cancellationToken) => RunAsync(values, body, cancellationToken));
        // Longer than the grace period of a purge, so that after Ctrl+C there is time to print what was done.
        return command.Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
    }

    /// <summary>Returns the id of the pool that the script works on.</summary>
    public static async Task<string> PoolIdAsync(
        this ICognitoIdentityClient client, ParseResult values, CancellationToken cancellationToken)
    {
        if (values.GetValue(Pool) is { } poolId)
        {
            return poolId;
        }

        if (!values.GetValue(Emulator))
        {
            throw new ArgumentException("Specify the identity pool's id, or --emulator.");
        }

        var pools = await client.ListIdentityPoolsAsync(new() { MaxResults = 1 }, cancellationToken);
        return pools.IdentityPools[0].IdentityPoolId!;
    }

    private static async Task<int> RunAsync(
        ParseResult values, Func<ICognitoIdentityClient, ParseResult, CancellationToken, Task> body, CancellationToken cancellationToken)
    {
        try
        {
            if (values.GetValue(Emulator))
            {
                await using var emulator = await SampleData.StartEmulatorAsync(cancellationToken);
                using var emulated = emulator.CreateClient();
                await body(emulated, values, cancellationToken);
                return 0;
            }

            using var client = new CognitoIdentityClient(new() { Region = values.GetValue(Region) });
            await body(client, values, cancellationToken);
            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Console.Error.WriteLine("Stopped.");
            return 130;
        }
        catch (Exception error)
            when (error is CognitoIdentityException or ArgumentException or Microsoft.Extensions.Options.OptionsValidationException)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }
}
