using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.UnlinkIdentityAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UnlinkIdentity.html">API reference</see>.
/// </summary>
public sealed record UnlinkIdentityRequest : IValidatable
{
    /// <summary>Gets the id of the identity, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityId { get; init; }

    /// <summary>
    /// Gets up to 10 logins of the identity: the name of the identity provider and the token that it issued, 1–50,000 characters. Secret:
    /// never printed.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Logins { get; init; }

    /// <summary>Gets the names of the identity providers to unlink, each 1–128 characters.</summary>
    public required IReadOnlyList<string> LoginsToRemove { get; init; }

    internal static Operation<UnlinkIdentityRequest, UnlinkIdentityResponse> Operation { get; } = new(
        "UnlinkIdentity",
        signer: null,
        OperationEffect.RepeatableRemoval,
        WireJson.Context.UnlinkIdentityRequest,
        WireJson.Context.UnlinkIdentityResponse,
        hasOutput: false);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Required(IdentityId, Constraints.Id);
        checker.Required(Logins, Constraints.Logins);
        checker.Required(LoginsToRemove, Constraints.ProviderNames);
    }

    // A record prints every member; this one has secrets.
    private bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(IdentityId), IdentityId)
            .SecretValues(nameof(Logins), Logins)
            .Member(nameof(LoginsToRemove), LoginsToRemove);
        return true;
    }
}

/// <summary>The response of <see cref="ICognitoIdentityClient.UnlinkIdentityAsync"/>; it has no members of its own.</summary>
public sealed record UnlinkIdentityResponse : CognitoIdentityResponse;
