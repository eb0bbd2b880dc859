using System.Net;
using System.Text;
using System.Xml.Linq;
using Amazon.Runtime;
using CognitoIdentity.Testing;

namespace WebApi.Emulation;

/// <summary>
/// Responds to GetCallerIdentity of AWS Security Token Service as AWS does, for credentials that the emulator issued. It reads the session
/// token and verifies no signature. https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
/// </summary>
internal sealed class SecurityTokenServiceStub(CognitoIdentityEmulator emulator) : HttpMessageHandler
{
    private static readonly XNamespace Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(Respond(request.Headers.GetValues("X-Amz-Security-Token").Single()));

    private HttpResponseMessage Respond(string sessionToken)
    {
        var session = IssuedSession.Read(sessionToken);
        if (session.Expiration <= emulator.TimeProvider.GetUtcNow())
        {
            return Error("ExpiredToken", "The security token included in the request is expired");
        }

        // arn:aws:iam::123456789012:role/shop-admin
        var account = session.RoleArn.Split(':')[4];
        var role = session.RoleArn[(session.RoleArn.LastIndexOf('/') + 1)..];
        return Xml(HttpStatusCode.OK, new XElement(
            Namespace + "GetCallerIdentityResponse",
            new XElement(
                Namespace + "GetCallerIdentityResult",
                new XElement(Namespace + "Arn", $"arn:aws:sts::{account}:assumed-role/{role}/CognitoIdentityCredentials"),
                new XElement(Namespace + "UserId", "AROAEXAMPLEEXAMPLEXMP:CognitoIdentityCredentials"),
                new XElement(Namespace + "Account", account)),
            new XElement(Namespace + "ResponseMetadata", new XElement(Namespace + "RequestId", Guid.NewGuid()))));
    }

    private static HttpResponseMessage Error(string code, string message) => Xml(HttpStatusCode.Forbidden, new XElement(
        Namespace + "ErrorResponse",
        new XElement(
            Namespace + "Error",
            new XElement(Namespace + "Type", "Sender"),
            new XElement(Namespace + "Code", code),
            new XElement(Namespace + "Message", message)),
        new XElement(Namespace + "RequestId", Guid.NewGuid())));

    private static HttpResponseMessage Xml(HttpStatusCode status, XElement element) =>
        new(status) { Content = new StringContent(element.ToString(), Encoding.UTF8, "text/xml") };
}

/// <summary>Lets clients of the AWS SDK send through one handler.</summary>
internal sealed class SingleHandlerFactory(HttpMessageHandler handler) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);
}
