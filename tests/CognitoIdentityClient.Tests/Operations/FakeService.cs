using System.Net;
using System.Text;

namespace CognitoIdentity.Tests.Operations;

/// <summary>Stands in for the service: answers every request, and keeps the requests as they were sent.</summary>
internal sealed class FakeService(Func<int, HttpResponseMessage> answer) : HttpMessageHandler
{
    private readonly List<SentRequest> _requests = [];

    public IReadOnlyList<SentRequest> Requests => _requests;

    public static FakeService Answering(string body, string contentType = "application/x-amz-json-1.1") =>
        Answering(Encoding.UTF8.GetBytes(body), contentType);

    public static FakeService Answering(byte[] body, string contentType = "application/x-amz-json-1.1") =>
        new(_ => Answer(body, contentType));

    /// <summary>Answers the first request with the first answer, and so on.</summary>
    public static FakeService AnsweringInTurn(params HttpResponseMessage[] answers) => new(request => answers[request]);

    public static HttpResponseMessage Answer(string body, HttpStatusCode status = HttpStatusCode.OK)
    {
        var response = Answer(Encoding.UTF8.GetBytes(body), "application/x-amz-json-1.1");
        response.StatusCode = status;
        return response;
    }

    /// <summary>
    /// A client of this service. It has credentials, with a session token, for anonymous operations too. It checks no requests: the ids in
    /// the API reference's own samples (<c>…-23199EXAMPLE</c>) have capitals, which its pattern for ids does not.
    /// </summary>
    public CognitoIdentityClient CreateClient(TestCredentials? credentials = null, int maxAttempts = 1) => new(
        new() { Region = "us-east-1", Credentials = credentials ?? new(), MaxAttempts = maxAttempts, RequestValidation = RequestValidation.None },
        this);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _requests.Add(await SentRequest.FromAsync(request, cancellationToken));
        return answer(_requests.Count - 1);
    }

    private static HttpResponseMessage Answer(byte[] body, string contentType)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return new(HttpStatusCode.OK) { Content = content };
    }
}
