#!/usr/bin/env dotnet
#:project Support/Support.csproj

// Lists the identities of a pool. If it stops before the end, it prints a token to continue with, here or with boto3, also in a later run.
using System.CommandLine;
using CognitoIdentity;
using Scripts;

var maxItems = new Option<int?>("--max-items") { Description = "The maximum number of identities. Default: all." };
var resume = new Option<string?>("--resume") { Description = "The token that an earlier run printed at its end." };
return await Script.RunAsync(
    args, "Lists the identities of a pool.", [Script.Pool, maxItems, resume], async (client, values, cancellationToken) =>
{
    var identities = client.PaginateListIdentities(
        new() { IdentityPoolId = await client.PoolIdAsync(values, cancellationToken), MaxResults = 60 },
        new() { MaxItems = values.GetValue(maxItems), StartingToken = values.GetValue(resume), Prefetch = true });
    try
    {
        await foreach (var identity in identities.WithCancellation(cancellationToken))
        {
            var logins = identity.Logins.Count > 0 ? string.Join(", ", identity.Logins) : "guest";
            Console.WriteLine($"{identity.IdentityId}  {identity.CreationDate:yyyy-MM-dd}  {logins}");
        }
    }
    finally
    {
        if (identities.ResumeToken is { } token)
        {
            Console.Error.WriteLine($"Continue with --resume {token}");
        }
    }
});
