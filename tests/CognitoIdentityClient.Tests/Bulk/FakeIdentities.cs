using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Bulk;

/// <summary>A fake client with a pool of identities that can be listed and deleted.</summary>
internal sealed class FakeIdentities
{
    private readonly SortedSet<string> _ids = new(StringComparer.Ordinal);

    public FakeIdentities(int count)
    {
        _ids.UnionWith(Ids(count));
        Client = FakeClient.Create(RespondAsync);
    }

    public ICognitoIdentityClient Client { get; }

    /// <summary>The ids of every DeleteIdentities request.</summary>
    public List<IReadOnlyList<string>> Batches { get; } = [];

    /// <summary>Called before a batch is deleted.</summary>
    public Func<IReadOnlyList<string>, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Called after a batch was deleted and before the response.</summary>
    public Func<IReadOnlyList<string>, CancellationToken, Task> After { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Returns the reason for not deleting an identity; null to delete it.</summary>
    public Func<string, UnprocessedIdentityErrorCode?> Refuse { get; set; } = _ => null;

    public IReadOnlyList<string> Left
    {
        get
        {
            lock (_ids)
            {
                return [.. _ids];
            }
        }
    }

    public static string Id(int number) => $"us-east-1:{number:x8}";

    public static IEnumerable<string> Ids(int count) => Enumerable.Range(0, count).Select(Id);

    private async Task<object> RespondAsync(object request, CancellationToken cancellationToken)
    {
        // A real call goes over a network, so the response never comes on the caller's thread.
        await Task.Yield();
        return request switch
        {
            DeleteIdentitiesRequest delete => await DeleteAsync(delete.IdentityIdsToDelete, cancellationToken),
            ListIdentitiesRequest list => List(list),
            _ => throw new NotSupportedException($"{request.GetType().Name} was not expected."),
        };
    }

    private async Task<DeleteIdentitiesResponse> DeleteAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        lock (_ids)
        {
            Batches.Add(ids);
        }

        await Before(ids, cancellationToken);
        List<UnprocessedIdentityId> unprocessed = [];
        lock (_ids)
        {
            foreach (var id in ids)
            {
                if (Refuse(id) is { } reason)
                {
                    unprocessed.Add(new() { IdentityId = id, ErrorCode = reason });
                }
                else
                {
                    _ids.Remove(id);
                }
            }
        }

        await After(ids, cancellationToken);
        return new() { UnprocessedIdentityIds = unprocessed };
    }

    private ListIdentitiesResponse List(ListIdentitiesRequest request)
    {
        lock (_ids)
        {
            var rest = _ids.Where(id => string.CompareOrdinal(id, request.NextToken) > 0).Take(request.MaxResults + 1).ToList();
            var page = rest.Take(request.MaxResults).ToList();
            return new()
            {
                Identities = [.. page.Select(id => new IdentityDescription { IdentityId = id, CreationDate = DateTimeOffset.UnixEpoch })],
                NextToken = rest.Count > page.Count ? page[^1] : null,
            };
        }
    }
}
