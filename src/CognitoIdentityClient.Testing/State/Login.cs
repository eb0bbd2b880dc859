namespace CognitoIdentity.Testing;

/// <summary>A user of a provider: of a public one by the token's subject, of a developer provider by the developer's own id.</summary>
internal readonly record struct Login(string Provider, string User) : IComparable<Login>
{
    public int CompareTo(Login other)
    {
        var byProvider = string.CompareOrdinal(Provider, other.Provider);
        return byProvider != 0 ? byProvider : string.CompareOrdinal(User, other.User);
    }
}
