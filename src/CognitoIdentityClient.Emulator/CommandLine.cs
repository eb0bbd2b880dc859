using System.Net;
using CognitoIdentity.Testing;

namespace CognitoIdentity.Emulator;

/// <summary>What the command line asks for.</summary>
/// <param name="Options">How to set up the emulator.</param>
/// <param name="DataFile">Where the state is kept between runs; null keeps it nowhere.</param>
internal sealed record CommandLine(EmulatorOptions Options, string? DataFile)
{
    public const string Usage =
        """
        Emulates Amazon Cognito identity pools (all 23 operations) for development and tests.

        Usage: cognito-identity-emulator [options]

          --port PORT              Port to listen on, 1 to 65535. Default: any free one.
          --host ADDRESS           IP address to listen on. Default: 127.0.0.1, which only this machine can reach.
          --region REGION          Region to answer for; may be given several times. Default: us-east-1.
          --account ACCOUNT        Account id of twelve digits. Default: 123456789012.
          --access-key ID:SECRET   Access key to accept; may be given several times. Default: the AWS documentation's
                                   example pair, AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY.
          --data FILE              Read the state from FILE at the start, if it exists, and save it there at the end.
                                   FILE holds a private key of the emulator: keep it with test data.
          --help                   Show this text.
        """;

    /// <exception cref="FormatException">An option is unknown, or its value makes no sense.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        // The log of requests is for tests in the same process; here it would only grow.
        var options = new EmulatorOptions { MaxRecordedRequests = 0 };
        var regions = new List<string>();
        var keys = new List<EmulatorAccessKey>();
        string? dataFile = null;
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var name = arguments[i];
            var value = i + 1 < arguments.Count ? arguments[i + 1] : "";
            if (value.Length == 0)
            {
                throw new FormatException($"{name} is no option, or lacks its value.");
            }
            switch (name)
            {
                case "--port":
                    options.Port = ushort.TryParse(value, out var port) && port > 0 ? port : throw Wrong(name, value);
                    break;
                case "--host":
                    options.Address = IPAddress.TryParse(value, out var address) ? address : throw Wrong(name, value);
                    break;
                case "--region":
                    regions.Add(value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? value : throw Wrong(name, value));
                    break;
                case "--account":
                    options.AccountId = value.Length == 12 && value.All(char.IsAsciiDigit) ? value : throw Wrong(name, value);
                    break;
                case "--access-key":
                    keys.Add(AccessKey(value));
                    break;
                case "--data":
                    dataFile = Path.GetFullPath(value);
                    break;
                default:
                    throw new FormatException($"{name} is no option.");
            }
        }
        if (regions.Count > 0)
        {
            options.Regions = regions;
        }

        if (keys.Count > 0)
        {
            options.AccessKeys = keys;
        }

        return new(options, dataFile);
    }

    // A secret may hold a colon, an id never does. The message does not repeat the value: it may be a real secret.
    private static EmulatorAccessKey AccessKey(string value) => value.Split(':', 2) is [{ Length: > 0 } id, { Length: > 0 } secret]
        ? new(id, secret)
        : throw new FormatException("--access-key needs the form ID:SECRET.");

    private static FormatException Wrong(string name, string value) => new($"{name} cannot be '{value}'.");
}
