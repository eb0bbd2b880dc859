namespace CognitoIdentity.Testing;

/// <summary>
/// Writes an error in the protocol of the service that the request means, so that its client can read it
/// (https://smithy.io/2.0/aws/protocols/index.html).
/// </summary>
internal static class ErrorResponse
{
    public static ServiceResponse Create(ServiceRequest request, ServiceError error, string requestId, DateTimeOffset now)
    {
        var service = CalledService.FindOther(request);
        if (QueryRequest.IsOn(request))
        {
            return QueryResponse.Error(error, requestId, now, service == "ec2" ? XmlErrorForm.Ec2 : XmlErrorForm.Query);
        }

        if (request.Header(CborResponse.ProtocolHeader) == CborResponse.Protocol)
        {
            return CborResponse.Error(error, requestId, now);
        }

        return service switch
        {
            "s3" or "s3express" or "s3-object-lambda" => QueryResponse.Error(error, requestId, now, XmlErrorForm.S3),
            "cloudfront" or "route53" => QueryResponse.Error(error, requestId, now, XmlErrorForm.Query),
            _ => ServiceResponse.Error(error, requestId, now, JsonContentType(request, service)),
        };
    }

    private static string JsonContentType(ServiceRequest request, string? otherService)
    {
        const string FormerVersion = "application/x-amz-json-1.0";
        if (string.Equals(request.MediaType, FormerVersion, StringComparison.OrdinalIgnoreCase))
        {
            return FormerVersion;
        }

        // Services without targets speak REST.
        return otherService is null || request.Header("X-Amz-Target") is not null ? ServiceResponse.JsonContentType : "application/json";
    }
}
