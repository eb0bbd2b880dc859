using System.Globalization;
using System.Text;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Signing;

/// <summary>A known answer of signing-vectors.json, computed with botocore and with a plain HMAC chain.</summary>
public sealed record SigningVector(
    string Id,
    string Operation,
    Uri Url,
    string Region,
    string AccessKeyId,
    string SecretAccessKey,
    string? SessionToken,
    string Timestamp,
    SortedDictionary<string, string> HeadersSigned,
    string SignedHeaders,
    string BodyUtf8,
    string CanonicalRequest,
    string StringToSign,
    string Signature,
    string Authorization)
{
    /// <summary>The one vector that also signs the amz-sdk-* headers, which this client never does.</summary>
    public const string SignsSdkHeaders = "bonus-sdk-headers-signed";

    private static readonly SigningVector[] All = TestData.Read<SigningVector[]>("Signing/signing-vectors.json");

    public static TheoryData<string> Ids => [.. All.Select(vector => vector.Id)];

    public static TheoryData<string> IdsOfOurHeaders => [.. All.Select(vector => vector.Id).Where(id => id != SignsSdkHeaders)];

    public static SigningVector ById(string id) => All.Single(vector => vector.Id == id);

    public override string ToString() => Id;

    internal byte[] Body => Encoding.UTF8.GetBytes(BodyUtf8);

    internal ReferenceSignature Reference =>
        new(Region, AccessKeyId, SecretAccessKey, Url.AbsolutePath, new(HeadersSigned, StringComparer.Ordinal), Body);

    internal TestCredentials Credentials => new(AccessKeyId, SecretAccessKey, SessionToken);

    internal VirtualTime Clock =>
        new(DateTimeOffset.ParseExact(Timestamp, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
}
