#!/usr/bin/env dotnet
#:project Support/Support.csproj
#:property PublishAot=false

// Deletes the guests of a pool that are older than some days; without --delete it only counts them.
using System.CommandLine;
using CognitoIdentity;
using Scripts;

var days = new Option<int>("--days") { Description = "Guests created more days ago than this. Default: 90.", DefaultValueFactory = _ => 90 };
var delete = new Option<bool>("--delete") { Description = "Really delete them." };
var resume = new Option<string?>("--resume") { Description = "The token with which an earlier run ended." };
return await Script.RunAsync(args, "Purges a pool of old guests.", [Script.Pool, days, delete, resume], async (client, values, cancellationToken) =>
{
    // Every guest is older than a day to come: all would be deleted.
    ArgumentOutOfRangeException.ThrowIfNegative(values.GetValue(days), days.Name);
    var line = new ProgressLine<PurgeIdentitiesProgress>(done => $"{done.Examined} examined, {done.Matched} old guests, {done.Deleted} deleted");
    var result = await client.PurgeIdentitiesAsync(
        await client.PoolIdAsync(values, cancellationToken),
        IdentityFilters.GuestsCreatedBefore(DateTimeOffset.UtcNow.AddDays(-values.GetValue(days))),
        new() { DryRun = !values.GetValue(delete), StartingToken = values.GetValue(resume) },
        line,
        cancellationToken);
    line.End();

    Console.WriteLine($"{result.Examined} examined, {result.Matched} guests older than {values.GetValue(days)} days, {result.Deleted} deleted.");
    foreach (var identity in result.Undeleted)
    {
        Console.WriteLine($"{identity.IdentityId} not deleted: {identity.ErrorCode?.Value ?? identity.Error?.Message}");
    }

    if (result.DryRun)
    {
        Console.WriteLine("Nothing was deleted: this was a dry run. Delete them with --delete.");
    }

    if (result.ResumeToken is { } token)
    {
        Console.Error.WriteLine($"Go on with --resume {token}");
    }

    result.ThrowIfStopped();
});
