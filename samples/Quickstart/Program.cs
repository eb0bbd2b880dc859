using System.CommandLine;
using CognitoIdentity;
using CognitoIdentity.Testing;
using Microsoft.Extensions.Options;
using Quickstart;

var region = new Option<string?>("--region") { Description = "Run against AWS in this region, with your own credentials." };
var endpoint =
    new Option<string?>("--endpoint") { Description = "Run against this endpoint, such as an emulator's, with your own credentials." };
var guestRole = new Option<string?>("--guest-role") { Description = "The ARN of the IAM role for guests. Required with AWS." };
var userRole = new Option<string?>("--user-role") { Description = "The ARN of the IAM role for signed-in users. Required with AWS." };
var yes = new Option<bool>("--yes") { Description = "Create without asking." };

var command = new RootCommand("A tour of Amazon Cognito identity pools. Without arguments it runs against an emulator in this process.")
{
    region, endpoint, guestRole, userRole, yes,
};
endpoint.Validators.Add(result =>
{
    if (!Uri.TryCreate(result.GetValueOrDefault<string>(), UriKind.Absolute, out _))
    {
        result.AddError("--endpoint must be an address such as http://127.0.0.1:5050");
    }
});
foreach (var role in (Option<string?>[])[guestRole, userRole])
{
    role.Validators.Add(result =>
    {
        if (!Roles.IsArn(result.GetValueOrDefault<string>()))
        {
            result.AddError($"{role.Name} must be an ARN such as {Roles.Example.Guest}");
        }
    });
}

command.SetAction(async (arguments, cancellationToken) =>
{
    var toAws = arguments.GetValue(endpoint) is null && arguments.GetValue(region) is not null;
    var roles = new Roles(
        arguments.GetValue(guestRole) ?? (toAws ? null : Roles.Example.Guest),
        arguments.GetValue(userRole) ?? (toAws ? null : Roles.Example.User));
    if (toAws && !roles.AreComplete)
    {
        Console.Error.WriteLine("With AWS the users need existing roles: specify --guest-role ARN and --user-role ARN, which must trust");
        Console.Error.WriteLine("cognito-identity.amazonaws.com. Nothing was created.");
        return 1;
    }

    if (arguments.GetValue(region) is null && arguments.GetValue(endpoint) is null)
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync(cancellationToken: cancellationToken);
        using var emulated = emulator.CreateClient();
        Console.WriteLine($"Running against an emulator in this process, at {emulator.Endpoint}");
        return await Story.RunAsync(emulated, roles, cancellationToken);
    }

    var options = new CognitoIdentityClientOptions
    {
        Region = arguments.GetValue(region),
        Endpoint = arguments.GetValue(endpoint) is { } address ? new Uri(address) : null,
    };
    var where = options.Endpoint is null ? $"in your AWS account in {options.Region}" : $"at {options.Endpoint}";
    if (!arguments.GetValue(yes) && !Ask($"This creates an identity pool {where}, and deletes it at the end. Continue?"))
    {
        Console.WriteLine("Nothing was created.");
        return 1;
    }

    try
    {
        using var client = new CognitoIdentityClient(options);
        return await Story.RunAsync(client, roles, cancellationToken);
    }
    catch (OptionsValidationException exception)
    {
        Console.Error.WriteLine(exception.Message);
        return 1;
    }
});
return await command.Parse(args).InvokeAsync();

static bool Ask(string question)
{
    Console.Write($"{question} [y/N] ");
    return Console.ReadLine()?.Trim() is "y" or "Y" or "yes";
}
