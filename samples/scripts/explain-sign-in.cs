#!/usr/bin/env dotnet
#:project Support/Support.csproj

// Explains why a sign-in fails: what the service will respond, why, and what to change. Reads the pool if the AWS credentials may; writes
// nothing.
// A token on the command line is visible to other processes: put it into a file and pass @FILE, or @- for standard input.
using System.CommandLine;
using System.Text;
using CognitoIdentity;
using Scripts;

var login = new Option<string[]>("--login")
{
    Description = "PROVIDER=TOKEN, PROVIDER=@FILE or PROVIDER=@-. Repeat it for several logins; leave it out for a guest.",
};
var operation = new Option<string?>("--operation")
{
    Description = "The operation that failed, such as GetId. Default: the enhanced flow.",
};
var code = new Option<string?>("--error") { Description = "The code of the error, such as NotAuthorizedException." };
var message = new Option<string?>("--message") { Description = "The service's message of the error." };
var identity = new Option<string?>("--identity") { Description = "The identity id that the request had." };
var role = new Option<string?>("--custom-role") { Description = "The CustomRoleArn that the request had." };
var trustPolicy = new Option<string[]>("--trust-policy")
{
    Description = "ROLE_ARN=@FILE: the trust policy of a role, as IAM's GetRole returns it, to judge it too. Repeat it for several roles.",
};
var format = new Option<string>("--format") { Description = "text, markdown or json. Default: text.", DefaultValueFactory = _ => "text" };
var showClaims = new Option<bool>("--show-claims")
{
    Description = "Show the values of principal tags in place of their lengths. Tokens never appear.",
};
format.AcceptOnlyFromAmong("text", "markdown", "json");

// The pool's id begins with its region.
var isFree = !args.Contains("--region") && !args.Contains("--emulator");
var inRegion = isFree && args is [var first, ..] && first.IndexOf(':') is > 0 and var colon
    ? [.. args, "--region", first[..colon]]
    : args;
Symbol[] symbols = [Script.Pool, login, operation, code, message, identity, role, trustPolicy, format, showClaims];
return await Script.RunAsync(inRegion, "Explains why a sign-in fails.", symbols, async (client, values, cancellationToken) =>
{
    var poolId = await client.PoolIdAsync(values, cancellationToken);
    var logins = new Dictionary<string, string>();
    foreach (var text in values.GetValue(login) ?? [])
    {
        var (provider, token) = await ReadAsync(
            text, "=", "--login takes PROVIDER=TOKEN, PROVIDER=@FILE or PROVIDER=@-.", cancellationToken);
        logins[provider] = token;
    }

    if (logins.Count == 0 && values.GetValue<bool>("--emulator"))
    {
        Console.Error.WriteLine("Without --login, the sample is an access token in place of an ID token.");
        logins["cognito-idp.us-east-1.amazonaws.com/us-east-1_ExamplePo"] = SampleAccessToken();
    }

    var trustPolicies = new Dictionary<string, string>();
    foreach (var text in values.GetValue(trustPolicy) ?? [])
    {
        // The names of roles and files may have an equals sign, too.
        var (roleArn, policy) = await ReadAsync(text, "=@", "--trust-policy takes ROLE_ARN=@FILE.", cancellationToken);
        trustPolicies[roleArn] = policy;
    }

    var diagnosis = await client.DiagnoseSignInAsync(
        poolId,
        logins,
        new()
        {
            Operation = values.GetValue(operation),
            ErrorCode = values.GetValue(code),
            ErrorMessage = values.GetValue(message),
            IdentityId = values.GetValue(identity),
            CustomRoleArn = values.GetValue(role),
            TrustPolicies = trustPolicies,
            ShowClaimValues = values.GetValue(showClaims),
        },
        cancellationToken);
    Console.WriteLine(values.GetValue(format) switch
    {
        "json" => diagnosis.ToJson(),
        "markdown" => diagnosis.ToMarkdown(),
        _ => diagnosis.ToString(),
    });
});

// Errors must not repeat the text: it may be a token, also where the key should be.
static async Task<(string Key, string Value)> ReadAsync(
    string text, string separator, string form, CancellationToken cancellationToken)
{
    var end = text.IndexOf(separator, StringComparison.Ordinal);
    if (end <= 0)
    {
        throw new ArgumentException(form);
    }

    var (key, value) = (text[..end], text[(end + 1)..]);
    if (!value.StartsWith('@'))
    {
        return (key, value);
    }

    try
    {
        var content = value == "@-"
            ? await Console.In.ReadToEndAsync(cancellationToken)
            : await File.ReadAllTextAsync(value[1..], cancellationToken);
        return (key, content.Trim());
    }
    catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
    {
        throw new ArgumentException($"{form} The file cannot be read: {exception.Message}");
    }
}

static string SampleAccessToken()
{
    var expiration = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds();
    var claims =
        """{"iss":"https://cognito-idp.us-east-1.amazonaws.com/us-east-1_ExamplePo","token_use":"access","sub":"1","exp":"""
        + $"{expiration}}}";
    return $"{Encode("""{"alg":"RS256","kid":"1"}""")}.{Encode(claims)}.{Encode("signature")}";
}

static string Encode(string text) =>
    Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
