namespace CognitoIdentity.Testing;

/// <summary>The forms that errors have in the protocols with XML.</summary>
internal enum XmlErrorForm
{
    /// <summary><c>ErrorResponse</c> with <c>Error</c> in it: the query protocol, which STS speaks, and REST with XML.</summary>
    Query,

    /// <summary>
    /// <c>Response</c> with <c>Errors</c> in it (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html).
    /// </summary>
    Ec2,

    /// <summary><c>Error</c> alone (https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html).</summary>
    S3,
}
