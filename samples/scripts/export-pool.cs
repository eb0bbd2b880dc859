#!/usr/bin/env dotnet
#:project Support/Support.csproj

// Prints the configuration of a pool as JSON: the pool, its roles, and the claims that become principal tags.
using System.Text.Json;
using System.Text.Json.Serialization;
using CognitoIdentity;
using Scripts;

return await Script.RunAsync(args, "Exports a pool's configuration as JSON.", [Script.Pool], async (client, values, cancellationToken) =>
{
    var poolId = await client.PoolIdAsync(values, cancellationToken);
    var pool = await client.DescribeIdentityPoolAsync(new() { IdentityPoolId = poolId }, cancellationToken);
    var roles = await client.GetIdentityPoolRolesAsync(new() { IdentityPoolId = poolId }, cancellationToken);
    var providers = pool.CognitoIdentityProviders.Select(provider => provider.ProviderName!)
        .Concat(pool.SupportedLoginProviders.Keys).Concat(pool.OpenIdConnectProviderARNs).Concat(pool.SamlProviderARNs);
    var tags = new List<GetPrincipalTagAttributeMapResponse>();
    foreach (var provider in providers.Distinct())
    {
        try
        {
            tags.Add(await client.GetPrincipalTagAttributeMapAsync(
                new() { IdentityPoolId = poolId, IdentityProviderName = provider }, cancellationToken));
        }
        catch (ResourceNotFoundException)
        {
            // This provider has no map.
        }
    }

    Console.WriteLine(JsonSerializer.Serialize(new(pool, roles, tags), ExportContext.Default.Export));
});

internal sealed record Export(
    IdentityPool Pool,
    GetIdentityPoolRolesResponse Roles,
    IReadOnlyList<GetPrincipalTagAttributeMapResponse> PrincipalTagAttributeMaps);

// A file-based program has no reflection in System.Text.Json: the compiler writes the code for the types.
[JsonSourceGenerationOptions(WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Export))]
internal sealed partial class ExportContext : JsonSerializerContext;
