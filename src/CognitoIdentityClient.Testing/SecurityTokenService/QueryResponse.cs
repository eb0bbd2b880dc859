using System.Text;
using System.Xml;

namespace CognitoIdentity.Testing;

/// <summary>Responses of the query protocol, in XML.</summary>
internal static class QueryResponse
{
    private const string Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        OmitXmlDeclaration = true,
        // A message can repeat text of the request, which may hold what XML cannot.
        CheckCharacters = false,
    };

    /// <summary>A success: the action's result, and the request's id.</summary>
    public static ServiceResponse Success(string action, string requestId, DateTimeOffset now, Action<XmlWriter> writeResult) =>
        new(200, Write(xml =>
        {
            xml.WriteStartElement($"{action}Response", Namespace);
            xml.WriteStartElement($"{action}Result");
            writeResult(xml);
            xml.WriteEndElement();
            xml.WriteStartElement("ResponseMetadata");
            xml.WriteElementString("RequestId", requestId);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }), ServiceResponse.CommonHeaders("text/xml", requestId, now));

    public static ServiceResponse Error(ServiceError error, string requestId, DateTimeOffset now)
    {
        var body = Write(xml =>
        {
            xml.WriteStartElement("ErrorResponse", Namespace);
            xml.WriteStartElement("Error");
            xml.WriteElementString("Type", error.Status < 500 ? "Sender" : "Receiver");
            xml.WriteElementString("Code", error.Code);
            xml.WriteElementString("Message", Printable(error.Message));
            xml.WriteEndElement();
            xml.WriteElementString("RequestId", requestId);
            xml.WriteEndElement();
        });
        return new(error.Status, body, ServiceResponse.CommonHeaders("text/xml", requestId, now)) { Failure = error };
    }

    // Half of a surrogate pair fails in the writer, and a parser refuses control characters.
    private static string Printable(string message) =>
        string.Concat(message.EnumerateRunes().Select(rune => Rune.IsControl(rune) ? "?" : rune.ToString()));

    private static byte[] Write(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            write(xml);
        }

        return stream.ToArray();
    }
}
