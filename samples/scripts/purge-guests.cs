#!/usr/bin/env dotnet
#:project Support/Support.csproj

// Deletes the guests of a pool that are older than a number of days. Without --delete it only counts them.
using System.CommandLine;
using CognitoIdentity;
using Scripts;

var days = new Option<int>("--days") { Description = "The minimum age of the guests in days. Default: 90.", DefaultValueFactory = _ => 90 };
var delete = new Option<bool>("--delete") { Description = "Delete them, in place of only counting them." };
var resume = new Option<string?>("--resume") { Description = "The token that an earlier run printed at its end." };
return await Script.RunAsync(
    args, "Purges a pool of old guests.", [Script.Pool, days, delete, resume], async (client, values, cancellationToken) =>
{
    // A negative age means a day in the future, before which every guest was created: all would be deleted.
    ArgumentOutOfRangeException.ThrowIfNegative(values.GetValue(days), days.Name);
    var poolId = await client.PoolIdAsync(values, cancellationToken);
    var line =
        new ProgressLine<PurgeIdentitiesProgress>(done => $"{done.Examined} examined, {done.Matched} old guests, {done.Deleted} deleted");
    try
    {
        Print(await client.PurgeIdentitiesAsync(
            poolId,
            IdentityFilters.GuestsCreatedBefore(TimeProvider.System.GetUtcNow().AddDays(-values.GetValue(days))),
            new() { DryRun = !values.GetValue(delete), StartingToken = values.GetValue(resume) },
            line,
            cancellationToken));
    }
    catch (BulkOperationException exception) when (exception.Result is PurgeIdentitiesResult result)
    {
        Print(result);
        throw;
    }
    catch (BulkOperationCanceledException exception) when (exception.Result is PurgeIdentitiesResult result)
    {
        Print(result);
        throw;
    }

    void Print(PurgeIdentitiesResult result)
    {
        line.End();
        Console.WriteLine(
            $"{result.Examined} examined, {result.Matched} guests older than {values.GetValue(days)} days, {result.Deleted} deleted.");
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
            Console.Error.WriteLine($"Continue with --resume {token}");
        }
    }
});
