using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;

namespace CognitoIdentity.Testing;

/// <summary>
/// The one action of STS that the basic (classic) flow needs: it exchanges a token of GetOpenIdToken for credentials of a role
/// (https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html). It is on the emulator's own port.
/// </summary>
internal sealed class AssumeRoleWithWebIdentity(EmulatorState state, OpenIdTokenIssuer tokens, CredentialsIssuer credentials)
{
    public const string Name = "AssumeRoleWithWebIdentity";

    private const string Version = "2011-06-15";
    private const string InvalidAction = "InvalidAction";
    private const int DefaultDuration = 3600;

    private static readonly ObjectShape Request = new(
        new("DurationSeconds", new NumberShape(900, 43_200)),
        new("Policy", new TextShape(1, 2048)),
        new("RoleArn", new TextShape(20, 2048), true),
        new("RoleSessionName", new TextShape(2, 64, TextPattern.RoleSessionName), true),
        new("WebIdentityToken", new TextShape(4, 20_000, Secret: true), true));

    /// <exception cref="ServiceError">The request is refused, with an error of STS.</exception>
    public ServiceResponse Execute(ServiceRequest request, string requestId, DateTimeOffset now)
    {
        EmulatorCore.RequireSize(request);
        var input = Read(request.Path, QueryRequest.Parameters(request));
        var token = Verify(input.Text("WebIdentityToken"), now);
        var roleArn = input.Text("RoleArn");
        var subject = token.Text("sub")!;
        var audience = token.Texts("aud");
        var kind = token.Texts("amr") is [var first, ..] ? first : RoleKinds.Unauthenticated;
        var expiration = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds())
            .AddSeconds(input.OptionalNumber("DurationSeconds") ?? DefaultDuration);
        var role = RoleArn.TryParse(roleArn);
        IssuedCredentials issued;
        lock (state.Lock)
        {
            if (role is null || !RoleTrust.Allows(state, roleArn, audience, kind))
            {
                throw new ServiceError("AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity", 403);
            }

            issued = credentials.Issue(new()
            {
                IdentityId = subject,
                RoleArn = roleArn,
                PrincipalTags = DeveloperTokens.Tags(token),
                Expiration = expiration,
            });
        }

        return QueryResponse.Success(
            Name, requestId, now, xml => Write(xml, issued, role, input.Text("RoleSessionName"), subject, audience[0]));
    }

    private static RequestMembers Read(string path, IReadOnlyDictionary<string, string> parameters)
    {
        if (path != "/")
        {
            throw new ServiceError(InvalidAction, $"There is no operation at the path {path}.", 404);
        }

        var action = parameters.GetValueOrDefault("Action")
            ?? throw new ServiceError("MissingAction", "The request is missing an action or a required parameter.");
        var version = parameters.GetValueOrDefault("Version", "NO_VERSION_SPECIFIED");
        if (action != Name || version != Version)
        {
            throw new ServiceError(InvalidAction, $"Could not find operation {action} for version {version}");
        }

        var json = new JsonObject();
        foreach (var member in Request.Members)
        {
            if (parameters.TryGetValue(member.Name, out var value))
            {
                json[member.Name] = member.Shape is NumberShape ? Number(member.Name, value) : value;
            }
        }

        using var document = JsonDocument.Parse(JsonText.ToUtf8(json));
        var input = document.RootElement.Clone();
        try
        {
            ConstraintChecker.Check(input, Request);
        }
        catch (ServiceError error)
        {
            throw new ServiceError("ValidationError", error.Message);
        }

        return new(input);
    }

    private static JsonNode Number(string name, string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new ServiceError("MalformedInput", $"{name} must be a whole number.");

    private JsonWebTokenText Verify(string text, DateTimeOffset now)
    {
        var token = JsonWebTokenText.TryParse(text)
            ?? throw Invalid("The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
        if (token.Text("iss") is var issuer && issuer != OpenIdTokenIssuer.GetIssuer((token.Text("sub") ?? "").Split(':')[0]))
        {
            throw Invalid($"No OpenIDConnect provider found in your account for {issuer}");
        }

        if (!tokens.HasIssued(token))
        {
            throw Invalid("The web identity token could not be validated: this emulator did not sign it.");
        }

        var expiresAt = token.ExpiresAt ?? 0;
        return now.ToUnixTimeSeconds() < expiresAt
            ? token
            : throw new ServiceError(
                "ExpiredTokenException",
                $"Token expired: current date/time {now.ToUnixTimeSeconds()} must be before the expiration date/time {expiresAt}");
    }

    private static void Write(XmlWriter xml, IssuedCredentials issued, RoleArn role, string session, string subject, string audience)
    {
        xml.WriteElementString("SubjectFromWebIdentityToken", subject);
        xml.WriteElementString("Audience", audience);
        xml.WriteStartElement("AssumedRoleUser");
        xml.WriteElementString("Arn", $"arn:{role.Partition}:sts::{role.AccountId}:assumed-role/{role.Name}/{session}");
        xml.WriteElementString("AssumedRoleId", $"{RoleId(role)}:{session}");
        xml.WriteEndElement();
        xml.WriteStartElement("Credentials");
        xml.WriteElementString("AccessKeyId", issued.AccessKeyId);
        xml.WriteElementString("SecretAccessKey", issued.SecretKey);
        xml.WriteElementString("SessionToken", issued.SessionToken);
        xml.WriteElementString(
            "Expiration", issued.Expiration.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        xml.WriteElementString("Provider", Partition.LoginKey(subject.Split(':')[0]));
    }

    // AROA and seventeen characters, the same ones for a role whenever it is assumed.
    private static string RoleId(RoleArn role) => $"AROA{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{role}")))[..17]}";

    private static ServiceError Invalid(string message) => new("InvalidIdentityToken", message);
}
