using System.Text;
using System.Text.Json.Serialization;

namespace CognitoIdentity;

/// <summary>The base of all responses: each has the members of its operation, and <see cref="ResponseMetadata"/>.</summary>
/// <remarks>
/// Two responses are equal when their members are: how a response came (<see cref="ResponseMetadata"/>) does not count.
/// </remarks>
public abstract record CognitoIdentityResponse
{
    private ResponseMetadata _responseMetadata = ResponseMetadata.Empty;

    /// <summary>
    /// Gets the request id, status, headers and retries of the response. Empty, never null, on a response that a test creates. It is not
    /// part of the JSON.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
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

    /// <summary>Prints nothing: the derived record prints its own members.</summary>
    /// <param name="builder">The builder that receives the text.</param>
    /// <returns>Whether anything was printed.</returns>
    protected virtual bool PrintMembers(StringBuilder builder) => false;
}
