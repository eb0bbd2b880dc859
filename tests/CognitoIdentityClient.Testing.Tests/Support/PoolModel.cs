namespace CognitoIdentity.Testing.Tests;

/// <summary>
/// The rules of one pool with nothing but lists, to compare the emulator with: who may use which identity, and what becomes of
/// logins. A login is a text such as "dev:1"; identities are numbered as they are created. A result is an error code, or the
/// number of an identity, or nothing.
/// </summary>
internal sealed class PoolModel
{
    private readonly List<HashSet<string>> _logins = [];
    private readonly HashSet<int> _disabled = [];
    private readonly HashSet<int> _deleted = [];

    public bool AllowsGuests { get; set; } = true;

    public int Made => _logins.Count;

    public IEnumerable<int> Listed(bool hideDisabled) =>
        Enumerable.Range(0, Made).Where(i => !_deleted.Contains(i) && !(hideDisabled && _disabled.Contains(i)));

    public string[]? Providers(int identity) =>
        _deleted.Contains(identity)
            ? null
            : [.. _logins[identity].Select(login => login.Split(':')[0]).Distinct().Order(StringComparer.Ordinal)];

    public string GetId(string[] logins)
    {
        if (logins.Length == 0 && !AllowsGuests)
        {
            return "NotAuthorizedException";
        }

        var owners = Owners(logins);
        if (owners.Length > 1)
        {
            return "ResourceConflictException";
        }

        if (owners.Length == 0)
        {
            _logins.Add([.. logins]);
            return $"{Made - 1}";
        }

        return Link(owners[0], logins);
    }

    /// <summary>GetOpenIdToken and GetCredentialsForIdentity.</summary>
    public string Use(int identity, string[] logins)
    {
        if (_deleted.Contains(identity))
        {
            return "ResourceNotFoundException";
        }

        if (_disabled.Contains(identity))
        {
            return "NotAuthorizedException";
        }

        var isGuest = _logins[identity].Count == 0;
        if (logins.Length == 0)
        {
            return isGuest && AllowsGuests ? $"{identity}" : "NotAuthorizedException";
        }

        var owners = Owners(logins);
        if (!isGuest)
        {
            return owners.Contains(identity) ? Link(identity, logins) : "NotAuthorizedException";
        }

        if (owners.Length > 1)
        {
            return "ResourceConflictException";
        }

        if (owners.Length == 0)
        {
            return Link(identity, logins);
        }

        var response = Link(owners[0], logins);
        if (response == $"{owners[0]}")
        {
            _disabled.Add(identity);
        }

        return response;
    }

    /// <summary>GetOpenIdTokenForDeveloperIdentity.</summary>
    public string Register(int? identity, string[] logins)
    {
        if (identity is not { } id)
        {
            return GetId(logins);
        }

        if (_deleted.Contains(id))
        {
            return "ResourceNotFoundException";
        }

        if (_disabled.Contains(id))
        {
            return "NotAuthorizedException";
        }

        if (Owners([.. logins.Where(login => login.StartsWith("dev:", StringComparison.Ordinal))]).Any(owner => owner != id))
        {
            return "DeveloperUserAlreadyRegisteredException";
        }

        if (_logins[id].Count > 0 && !Owners(logins).Contains(id))
        {
            return "NotAuthorizedException";
        }

        return Link(id, logins);
    }

    public string Merge(string source, string destination)
    {
        if (Owners([source]) is not [var from] || Owners([destination]) is not [var to])
        {
            return "ResourceNotFoundException";
        }

        if (from == to)
        {
            return $"{to}";
        }

        var together = _logins[from].Union(_logins[to]).ToList();
        var publicProviders = together.Where(login => !login.StartsWith("dev:", StringComparison.Ordinal))
            .Select(login => login.Split(':')[0]).ToList();
        if (together.Count > 20)
        {
            return "InvalidParameterException";
        }

        if (publicProviders.Distinct().Count() < publicProviders.Count)
        {
            return "ResourceConflictException";
        }

        _logins[from] = [];
        _logins[to] = [.. together];
        _disabled.Add(from);
        return $"{to}";
    }

    public string UnlinkDeveloper(int identity, string user)
    {
        if (_deleted.Contains(identity) || Owners([user]) is not [var owner])
        {
            return "ResourceNotFoundException";
        }

        return owner == identity ? Unlink(identity, "dev", user) : "ResourceConflictException";
    }

    public string UnlinkPublic(int identity, string[] logins, string provider)
    {
        if (_deleted.Contains(identity))
        {
            return "ResourceNotFoundException";
        }

        if (_disabled.Contains(identity) || !Owners(logins).Contains(identity))
        {
            return "NotAuthorizedException";
        }

        return Providers(identity)!.Contains(provider) ? Unlink(identity, provider, null) : "InvalidParameterException";
    }

    public string Lookup(string user) => Owners([user]) is [var owner] ? $"{owner}" : "ResourceNotFoundException";

    public bool Delete(int identity)
    {
        if (!_deleted.Add(identity))
        {
            return false;
        }

        _logins[identity] = [];
        return true;
    }

    private int[] Owners(string[] logins) =>
        [.. Enumerable.Range(0, Made).Where(i => logins.Any(_logins[i].Contains))];

    private string Link(int identity, string[] logins)
    {
        if (Owners(logins).Any(owner => owner != identity))
        {
            return "ResourceConflictException";
        }

        var together = _logins[identity].Union(logins).ToList();
        if (together.Count > 20)
        {
            return "InvalidParameterException";
        }

        if (together.Where(login => !login.StartsWith("dev:", StringComparison.Ordinal)).GroupBy(login => login.Split(':')[0])
            .Any(group => group.Count() > 1))
        {
            return "ResourceConflictException";
        }

        _logins[identity] = [.. together];
        return $"{identity}";
    }

    private string Unlink(int identity, string provider, string? user)
    {
        _logins[identity].RemoveWhere(login => user is null ? login.StartsWith(provider + ":", StringComparison.Ordinal) : login == user);
        if (_logins[identity].Count == 0)
        {
            _disabled.Add(identity);
        }

        return "";
    }
}
