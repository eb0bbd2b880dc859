using System.Text;
using System.Text.Json.Serialization;

namespace CognitoIdentity;

/// <summary>What every response has: the members of its operation, and <see cref="ResponseMetadata"/>.</summary>
/// <remarks>
/// Two responses are equal when their members are: how a response came (<see cref="ResponseMetadata"/>) does not count.
/// </remarks>
public abstract record CognitoIdentityResponse
{
    private ResponseMetadata _responseMetadata = ResponseMetadata.Empty;

    /// <summary>How the response came: request id, status, headers, retries. Empty, never null, on a response that a test made itself.</summary>
    [JsonIgnore]
    public ResponseMetadata ResponseMetadata
    {
        get => _responseMetadata;
        init => _responseMetadata = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <inheritdoc/>
    public virtual bool Equals(CognitoIdentityResponse? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();

    internal void SetMetadata(ResponseMetadata metadata) => _responseMetadata = metadata;

    /// <summary>Prints nothing of its own: the members of the derived record are what a reader looks for.</summary>
    /// <param name="builder">Where the members are printed.</param>
    /// <returns>Whether anything was printed.</returns>
    protected virtual bool PrintMembers(StringBuilder builder) => false;
}
