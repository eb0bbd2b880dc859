using System.CommandLine;
using CognitoIdentity;
using CognitoIdentity.Testing;
using Quickstart;

var region = new Option<string?>("--region") { Description = "Run against AWS in this region, with your own credentials." };
var endpoint = new Option<Uri?>("--endpoint") { Description = "Run against this address, as of an emulator, with your own credentials." };
var guestRole = new Option<string?>("--guest-role") { Description = "The IAM role that guests get. Needed with AWS." };
var userRole = new Option<string?>("--user-role") { Description = "The IAM role that signed-in users get. Needed with AWS." };
var yes = new Option<bool>("--yes") { Description = "Create without asking." };

var command = new RootCommand("Walks through Amazon Cognito identity pools. With no arguments it runs against an emulator in this process.")
{
    region, endpoint, guestRole, userRole, yes,
};
command.SetAction(async (arguments, cancellationToken) =>
{
    var toAws = arguments.GetValue(endpoint) is null && arguments.GetValue(region) is not null;
    var roles = new Roles(
        arguments.GetValue(guestRole) ?? (toAws ? null : Roles.Example.Guest),
        arguments.GetValue(userRole) ?? (toAws ? null : Roles.Example.User));
    if (toAws && !roles.AreComplete)
    {
        Console.Error.WriteLine("Against AWS the users need roles that exist: give --guest-role ARN and --user-role ARN, which trust");
        Console.Error.WriteLine("cognito-identity.amazonaws.com. Nothing was created.");
        return 1;
    }

    if (arguments.GetValue(region) is null && arguments.GetValue(endpoint) is null)
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync(cancellationToken: cancellationToken);
        using var emulated = emulator.CreateClient();
        Console.WriteLine($"An emulator of the service runs in this process, at {emulator.Endpoint}");
        return await Story.RunAsync(emulated, roles, cancellationToken);
    }

    var options = new CognitoIdentityClientOptions
    {
        Region = arguments.GetValue(region) ?? Environment.GetEnvironmentVariable("AWS_REGION") ?? "us-east-1",
        Endpoint = arguments.GetValue(endpoint),
    };
    var where = options.Endpoint is { } address ? $"at {address}" : $"in your AWS account in {options.Region}";
    if (!arguments.GetValue(yes) && !Ask($"This creates an identity pool {where}, and deletes it at the end. Go on?"))
    {
        Console.WriteLine("Nothing was created.");
        return 1;
    }

    using var client = new CognitoIdentityClient(options);
    return await Story.RunAsync(client, roles, cancellationToken);
});
return await command.Parse(args).InvokeAsync();

static bool Ask(string question)
{
    Console.Write($"{question} [y/N] ");
    return Console.ReadLine()?.Trim() is "y" or "Y" or "yes";
}
