using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;

namespace CognitoIdentity.Packages.Tests.Support;

/// <summary>
/// The texts of a portable PDB file. Names of documents are stored in parts, and embedded sources compressed: a search of the bytes finds
/// neither. https://github.com/dotnet/runtime/blob/main/docs/design/specs/PortablePdb-Metadata.md
/// </summary>
internal static class Symbols
{
    private static readonly Guid EmbeddedSource = new("0e8a571b-6926-466e-b4ad-8ab04611f5fe");
    private static readonly Guid SourceLink = new("cc110556-a091-4d38-9fec-25ab9a351a6a");

    /// <summary>Returns the names of the source files.</summary>
    public static IReadOnlyList<string> Documents(byte[] pdb) =>
        Read(pdb, reader => reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name)).ToList());

    /// <summary>Returns the map from source files to web addresses; empty if there is no map.</summary>
    public static string SourceMap(byte[] pdb) =>
        Read(pdb, reader => string.Concat(Information(reader, SourceLink).Select(Encoding.UTF8.GetString)));

    /// <summary>Returns the source files that the compiler embedded: those that are in no repository.</summary>
    public static IReadOnlyList<string> EmbeddedSources(byte[] pdb) =>
        Read(pdb, reader => Information(reader, EmbeddedSource).Select(Decode).ToList());

    private static T Read<T>(byte[] pdb, Func<MetadataReader, T> read)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(pdb));
        return read(provider.GetMetadataReader());
    }

    private static IEnumerable<byte[]> Information(MetadataReader reader, Guid kind) =>
        from handle in reader.CustomDebugInformation
        let information = reader.GetCustomDebugInformation(handle)
        where reader.GetGuid(information.Kind) == kind
        select reader.GetBlobBytes(information.Value);

    // Four bytes with the length of the text before compression, or zero for a text that is not compressed.
    private static string Decode(byte[] blob)
    {
        using var content = new MemoryStream(blob, sizeof(int), blob.Length - sizeof(int));
        if (BitConverter.ToInt32(blob) == 0)
        {
            return Encoding.UTF8.GetString(content.ToArray());
        }

        using var reader = new StreamReader(new DeflateStream(content, CompressionMode.Decompress));
        return reader.ReadToEnd();
    }
}
