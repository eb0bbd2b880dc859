#!/usr/bin/env dotnet
#:project Support/Support.csproj

// Lists the identity pools of the account in a region.
using CognitoIdentity;
using Scripts;

return await Script.RunAsync(args, "Lists the identity pools.", [], async (client, _, cancellationToken) =>
{
    await foreach (var pool in client.PaginateListIdentityPools().WithCancellation(cancellationToken))
    {
        Console.WriteLine($"{pool.IdentityPoolId}  {pool.IdentityPoolName}");
    }
});
