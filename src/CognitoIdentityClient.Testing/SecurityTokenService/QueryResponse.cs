using System.Text;
using System.Xml;

namespace CognitoIdentity.Testing;

/// <summary>Responses in XML: those of the query protocol, and errors of the other protocols with XML.</summary>
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

    /// <summary>Creates a success: the action's result, and the request's id.</summary>
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

    /// <summary>Creates an error, in the form of the service that the request means.</summary>
    public static ServiceResponse Error(ServiceError error, string requestId, DateTimeOffset now, XmlErrorForm form)
    {
        var body = Write(xml =>
        {
            switch (form)
            {
                case XmlErrorForm.S3:
                    WriteError(xml, error);
                    xml.WriteElementString("RequestId", requestId);
                    xml.WriteEndElement();
                    break;
                case XmlErrorForm.Ec2:
                    xml.WriteStartElement("Response");
                    xml.WriteStartElement("Errors");
                    WriteError(xml, error);
                    xml.WriteEndElement();
                    xml.WriteEndElement();
                    xml.WriteElementString("RequestID", requestId);
                    xml.WriteEndElement();
                    break;
                default:
                    xml.WriteStartElement("ErrorResponse", Namespace);
                    WriteError(xml, error, error.Status < 500 ? "Sender" : "Receiver");
                    xml.WriteEndElement();
                    xml.WriteElementString("RequestId", requestId);
                    xml.WriteEndElement();
                    break;
            }
        });
        return new(error.Status, body, ServiceResponse.CommonHeaders("text/xml", requestId, now)) { Failure = error };
    }

    /// <summary>Writes the error, and leaves its element open.</summary>
    private static void WriteError(XmlWriter xml, ServiceError error, string? type = null)
    {
        xml.WriteStartElement("Error");
        if (type is not null)
        {
            xml.WriteElementString("Type", type);
        }

        xml.WriteElementString("Code", error.Code);
        xml.WriteElementString("Message", Printable(error.Message));
    }

    // An unpaired surrogate fails in the writer, and a parser refuses control characters.
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
