using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;

namespace CognitoIdentity;

/// <summary>The key that signs the requests of one day, derived from the secret access key.</summary>
internal sealed class SigningKey
{
    private const string Service = "cognito-identity";
    private const int DayLength = 8;

    private readonly string _secretKey;
    private readonly string _region;
    private readonly byte[] _key;

    /// <param name="credentials">The access key pair.</param>
    /// <param name="region">The region in the scope of the signature.</param>
    /// <param name="date">The date of a request, as in its header: <c>20150830T123600Z</c>.</param>
    public SigningKey(ImmutableCredentials credentials, string region, string date)
    {
        _secretKey = credentials.SecretKey;
        _region = region;
        AccessKeyId = credentials.AccessKey;
        var day = date[..DayLength];
        Scope = $"{day}/{region}/{Service}/aws4_request";
        Credential = string.Concat([SigV4.Algorithm, " Credential=", AccessKeyId, "/", Scope, ", SignedHeaders="]);
        _key = AWS4Signer.ComposeSigningKey(_secretKey, region, day, Service);
    }

    public string AccessKeyId { get; }

    /// <summary>The scope of the key: <c>day/region/service/aws4_request</c>.</summary>
    public string Scope { get; }

    /// <summary>The beginning of an <c>Authorization</c> header, up to the names of the signed headers.</summary>
    public string Credential { get; }

    public bool IsFor(ImmutableCredentials credentials, string signingRegion, string date) =>
        _secretKey == credentials.SecretKey
        && AccessKeyId == credentials.AccessKey
        && _region == signingRegion
        && Scope.AsSpan(0, DayLength).SequenceEqual(date.AsSpan(0, DayLength));

    /// <summary>Writes the signature of a string to sign, in hexadecimal.</summary>
    public void Sign(string stringToSign, Span<char> signature) => SigV4Hash.WriteHex(AWS4Signer.SignBlob(_key, stringToSign), signature);
}
