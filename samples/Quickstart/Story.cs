using CognitoIdentity;

namespace Quickstart;

/// <summary>The life of an identity pool and its users, from creation to deletion. Every step checks its result.</summary>
internal sealed class Story(ICognitoIdentityClient client, Roles roles, CancellationToken cancellationToken)
{
    private const string Provider = "login.quickstart.example";

    private int _step;

    /// <summary>Runs the story.</summary>
    /// <returns>The exit code: 0 if every step had the expected result.</returns>
    public static async Task<int> RunAsync(ICognitoIdentityClient client, Roles roles, CancellationToken cancellationToken)
    {
        try
        {
            await new Story(client, roles, cancellationToken).RunAsync();
            Console.WriteLine("\nEvery step had the expected result.");
            return 0;
        }
        catch (Exception exception) when (exception is CognitoIdentityException or UnexpectedResultException)
        {
            Console.Error.WriteLine($"\nFailed: {exception.GetType().Name}: {exception.Message}");
            return 1;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("\nStopped.");
            return 1;
        }
    }

    private async Task RunAsync()
    {
        var pool = await CreatePoolAsync();
        try
        {
            CheckPool(pool);
            await SetRolesAsync(pool);
            var guest = await GetGuestAsync(pool);
            await GetCredentialsAsync(guest);
            var user = await GetDeveloperIdentityAsync(pool);
            await LinkAsync(pool, guest);
            await DescribeAsync(pool, guest);
            await ListAsync(pool, [guest, user]);
            await TagAsync(pool);
            await CatchErrorAsync(pool);
            await UpdateAsync(pool);
        }
        catch
        {
            await CleanUpAsync(pool);
            throw;
        }

        await DeleteAsync(pool);
    }

    /// <summary>Deletes the pool after a failure or Ctrl+C. An error here must not hide the first one, so it is only printed.</summary>
    private async Task CleanUpAsync(IdentityPool pool)
    {
        try
        {
            await client.DeleteIdentityPoolAsync(new() { IdentityPoolId = pool.IdentityPoolId }, CancellationToken.None);
        }
        catch (CognitoIdentityException exception)
        {
            Console.Error.WriteLine($"\nThe pool {pool.IdentityPoolId} is still there: {exception.Message}");
        }
    }

    private async Task<IdentityPool> CreatePoolAsync()
    {
        Begin("Create an identity pool for guests and for the users of your own sign-in");
        var pool = await client.CreateIdentityPoolAsync(
            new()
            {
                IdentityPoolName = $"Quickstart {Guid.NewGuid():N}",
                AllowUnauthenticatedIdentities = true,
                DeveloperProviderName = Provider,
                IdentityPoolTags = new Dictionary<string, string> { ["purpose"] = "quickstart" },
            },
            cancellationToken);
        Show($"{pool.IdentityPoolId}  \"{pool.IdentityPoolName}\"");
        Show($"request {pool.ResponseMetadata.RequestId}, HTTP {(int)pool.ResponseMetadata.HttpStatusCode}");
        return pool;
    }

    private static void CheckPool(IdentityPool pool) =>
        Expect(
            pool.AllowUnauthenticatedIdentities == true && pool.DeveloperProviderName == Provider, "the pool has the requested settings");

    private async Task SetRolesAsync(IdentityPool pool)
    {
        Begin("Set the roles of its users");
        await client.SetIdentityPoolRolesAsync(
            new()
            {
                IdentityPoolId = pool.IdentityPoolId,
                Roles = new Dictionary<RoleType, string>
                {
                    [RoleType.Unauthenticated] = roles.Guest!,
                    [RoleType.Authenticated] = roles.User!,
                },
            },
            cancellationToken);
        var set = await client.GetIdentityPoolRolesAsync(new() { IdentityPoolId = pool.IdentityPoolId }, cancellationToken);
        foreach (var (type, role) in set.Roles)
        {
            Show($"{type}: {role}");
        }

        Expect(set.Roles.Count == 2 && set.Roles[RoleType.Authenticated] == roles.User, "both roles are set");
    }

    private async Task<string> GetGuestAsync(IdentityPool pool)
    {
        Begin("Get an identity for a guest, which needs no AWS credentials");
        var guest = await client.GetIdAsync(new() { IdentityPoolId = pool.IdentityPoolId }, cancellationToken);
        Show(guest.IdentityId);
        Expect(guest.IdentityId.StartsWith(pool.IdentityPoolId.Split(':')[0], StringComparison.Ordinal), "the id begins with the region");
        return guest.IdentityId;
    }

    private async Task GetCredentialsAsync(string identityId)
    {
        Begin("Get temporary AWS credentials for it, printed with their secrets masked");
        var response = await client.GetCredentialsForIdentityAsync(new() { IdentityId = identityId }, cancellationToken);
        Show(response.Credentials.ToString());
        Expect(response.IdentityId == identityId, "they belong to the guest");
        Expect(response.Credentials.Expiration > TimeProvider.System.GetUtcNow(), "they are still valid");
    }

    private async Task<string> GetDeveloperIdentityAsync(IdentityPool pool)
    {
        Begin("Get an identity for a user that your backend has authenticated");
        var response = await client.GetOpenIdTokenForDeveloperIdentityAsync(
            new() { IdentityPoolId = pool.IdentityPoolId, Logins = Login("alice"), TokenDuration = 600 },
            cancellationToken);
        Show(response.ToString());
        Expect(response.IdentityId is not null && response.Token.Count(character => character == '.') == 2,
            "the response has an identity and a JSON Web Token");

        var again = await client.GetOpenIdTokenForDeveloperIdentityAsync(
            new() { IdentityPoolId = pool.IdentityPoolId, Logins = Login("alice") },
            cancellationToken);
        Expect(again.IdentityId == response.IdentityId, "the same user has the same identity again");
        return response.IdentityId!;
    }

    private async Task LinkAsync(IdentityPool pool, string guest)
    {
        Begin("Sign in the guest: the login is linked, and the identity stays the same");
        var response = await client.GetOpenIdTokenForDeveloperIdentityAsync(
            new() { IdentityPoolId = pool.IdentityPoolId, IdentityId = guest, Logins = Login("bob") },
            cancellationToken);
        Show($"bob is {response.IdentityId}");
        Expect(response.IdentityId == guest, "bob has the guest's identity");
    }

    private async Task DescribeAsync(IdentityPool pool, string identityId)
    {
        Begin("Describe the identity, and look up its user");
        var identity = await client.DescribeIdentityAsync(new() { IdentityId = identityId }, cancellationToken);
        var users = await client.LookupDeveloperIdentityAsync(
            new() { IdentityPoolId = pool.IdentityPoolId, IdentityId = identityId },
            cancellationToken);
        Show($"created {identity.CreationDate:u}, logins: {string.Join(", ", identity.Logins)}");
        Show($"users: {string.Join(", ", users.DeveloperUserIdentifierList)}");
        Expect(identity.Logins.SequenceEqual([Provider]), "the login is linked");
        Expect(users.DeveloperUserIdentifierList.SequenceEqual(["bob"]), "it belongs to bob");
    }

    private async Task ListAsync(IdentityPool pool, string[] expected)
    {
        Begin("List all identities with await foreach, here with one identity per page");
        var found = new List<string?>();
        var request = new ListIdentitiesRequest { IdentityPoolId = pool.IdentityPoolId, MaxResults = 1 };
        await foreach (var identity in client.PaginateListIdentities(request).WithCancellation(cancellationToken))
        {
            Show($"{identity.IdentityId}  {string.Join(", ", identity.Logins)}");
            found.Add(identity.IdentityId);
        }

        Expect(found.Order().SequenceEqual(expected.Order()), "both are listed, each once");
    }

    private async Task TagAsync(IdentityPool pool)
    {
        Begin("Tag the pool");
        var arn = roles.ArnOf(pool.IdentityPoolId);
        await client.TagResourceAsync(
            new() { ResourceArn = arn, Tags = new Dictionary<string, string> { ["stage"] = "test" } },
            cancellationToken);
        await client.UntagResourceAsync(new() { ResourceArn = arn, TagKeys = ["purpose"] }, cancellationToken);
        var tags = (await client.ListTagsForResourceAsync(new() { ResourceArn = arn }, cancellationToken)).Tags;
        Show(string.Join(", ", tags.Select(tag => $"{tag.Key} = {tag.Value}")));
        Expect(tags.Count == 1 && tags["stage"] == "test", "one tag was added and one removed");
    }

    private async Task CatchErrorAsync(IdentityPool pool)
    {
        Begin("Catch the error for a pool that does not exist");
        var missing = $"{pool.IdentityPoolId.Split(':')[0]}:{Guid.NewGuid()}";
        Expect(await IsMissingAsync(missing), "ResourceNotFoundException was caught");
    }

    private async Task UpdateAsync(IdentityPool pool)
    {
        Begin("Update the pool, so that guests are no longer allowed");
        var updated = await client.UpdateIdentityPoolAsync(
            new()
            {
                IdentityPoolId = pool.IdentityPoolId,
                IdentityPoolName = pool.IdentityPoolName,
                AllowUnauthenticatedIdentities = false,
                DeveloperProviderName = pool.DeveloperProviderName,
            },
            cancellationToken);
        Show($"AllowUnauthenticatedIdentities is {updated.AllowUnauthenticatedIdentities}");
        Expect(updated.AllowUnauthenticatedIdentities == false, "guests are no longer allowed");
    }

    private async Task DeleteAsync(IdentityPool pool)
    {
        Begin("Delete the pool");
        await client.DeleteIdentityPoolAsync(new() { IdentityPoolId = pool.IdentityPoolId }, cancellationToken);
        Expect(await IsMissingAsync(pool.IdentityPoolId), "it is gone");
    }

    private async Task<bool> IsMissingAsync(string identityPoolId)
    {
        try
        {
            await client.DescribeIdentityPoolAsync(new() { IdentityPoolId = identityPoolId }, cancellationToken);
            return false;
        }
        catch (ResourceNotFoundException exception)
        {
            Show($"{exception.GetType().Name}: {exception.Message}");
            return true;
        }
    }

    private static Dictionary<string, string> Login(string user) => new() { [Provider] = user };

    private void Begin(string what) => Console.WriteLine($"\n{++_step,2}. {what}");

    private static void Show(string? result) => Console.WriteLine($"      {result}");

    private static void Expect(bool condition, string what)
    {
        if (!condition)
        {
            throw new UnexpectedResultException($"expected that {what}.");
        }

        Console.WriteLine($"    ✓ {what}");
    }

    private sealed class UnexpectedResultException(string message) : Exception(message);
}
