namespace CognitoIdentity.Testing;

/// <summary>A kind of change to an identity.</summary>
internal enum JournalEntryKind
{
    Created,
    Linked,
    Unlinked,
    Disabled,
    Deleted,
}

/// <summary>One change to an identity.</summary>
/// <param name="IdentityId">The identity.</param>
/// <param name="Kind">The kind of change.</param>
/// <param name="Login">The login that was linked or unlinked; null for other changes.</param>
internal sealed record JournalEntry(string IdentityId, JournalEntryKind Kind, Login? Login = null);

/// <summary>Collects the changes that one operation makes to identities. Used under the state's lock.</summary>
internal sealed class IdentityJournal
{
    private List<JournalEntry> _changes = [];

    public void Record(Identity identity, JournalEntryKind kind, Login? login = null) => _changes.Add(new(identity.Id, kind, login));

    /// <summary>Returns the changes recorded since the last call and starts over.</summary>
    public IReadOnlyList<JournalEntry> Take()
    {
        if (_changes.Count == 0)
        {
            return [];
        }

        var taken = _changes;
        _changes = [];
        return taken;
    }
}
