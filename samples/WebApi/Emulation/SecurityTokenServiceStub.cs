using System.Xml.Linq;
using CognitoIdentity.Testing;

namespace WebApi.Emulation;

/// <summary>
/// Responds to GetCallerIdentity of AWS Security Token Service as AWS does, for credentials that the emulator issued. It reads the session
/// token and verifies no signature. https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
/// </summary>
internal sealed class SecurityTokenServiceStub : IAsyncDisposable
{
    private static readonly XNamespace Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    private readonly WebApplication _app;

    private SecurityTokenServiceStub(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public static async Task<SecurityTokenServiceStub> StartAsync(CognitoIdentityEmulator emulator)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/", (HttpContext context) => Respond(context.Request.Headers["X-Amz-Security-Token"].ToString(), emulator.TimeProvider));
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static IResult Respond(string sessionToken, TimeProvider time)
    {
        IssuedSession session;
        try
        {
            session = IssuedSession.Read(sessionToken);
        }
        catch (FormatException)
        {
            return Error("InvalidClientTokenId", "The security token included in the request is invalid.");
        }

        if (session.Expiration <= time.GetUtcNow())
        {
            return Error("ExpiredToken", "The security token included in the request is expired");
        }

        // arn:aws:iam::123456789012:role/shop-admin
        var account = session.RoleArn.Split(':')[4];
        var role = session.RoleArn[(session.RoleArn.LastIndexOf('/') + 1)..];
        return Xml(StatusCodes.Status200OK, new XElement(
            Namespace + "GetCallerIdentityResponse",
            new XElement(
                Namespace + "GetCallerIdentityResult",
                new XElement(Namespace + "Arn", $"arn:aws:sts::{account}:assumed-role/{role}/CognitoIdentityCredentials"),
                new XElement(Namespace + "UserId", "AROAEXAMPLEEXAMPLEXMP:CognitoIdentityCredentials"),
                new XElement(Namespace + "Account", account)),
            Metadata()));
    }

    private static IResult Error(string code, string message) => Xml(StatusCodes.Status403Forbidden, new XElement(
        Namespace + "ErrorResponse",
        new XElement(
            Namespace + "Error",
            new XElement(Namespace + "Type", "Sender"),
            new XElement(Namespace + "Code", code),
            new XElement(Namespace + "Message", message)),
        Metadata()));

    private static XElement Metadata() =>
        new(Namespace + "ResponseMetadata", new XElement(Namespace + "RequestId", Guid.NewGuid()));

    private static IResult Xml(int status, XElement element) => Results.Text(element.ToString(), "text/xml", statusCode: status);
}
