using System.IO.Compression;
using System.Xml.Linq;

namespace CognitoIdentity.Packages.Tests.Support;

/// <summary>A package file: a ZIP archive with a manifest, https://learn.microsoft.com/nuget/reference/nuspec.</summary>
public sealed class Package : IDisposable
{
    private readonly ZipArchive _archive;

    /// <summary>Opens a package file.</summary>
    public Package(string path)
    {
        _archive = ZipFile.OpenRead(path);
        var name = Assert.Single(Paths, path => path.EndsWith(".nuspec", StringComparison.Ordinal));
        Metadata = XDocument.Parse(ReadText(name)).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    /// <summary>The paths of all files.</summary>
    public IEnumerable<string> Paths => _archive.Entries.Select(entry => entry.FullName);

    /// <summary>The manifest's metadata.</summary>
    public XElement Metadata { get; }

    /// <summary>Returns an element of the metadata, or null if it is absent.</summary>
    public XElement? Find(string name) => Metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name);

    /// <summary>Returns the text of an element of the metadata, or an empty text if it is absent.</summary>
    public string this[string name] => Find(name)?.Value ?? "";

    /// <summary>Returns the dependencies by framework.</summary>
    public IEnumerable<(string Framework, string Id, string Version)> Dependencies() =>
        from element in Metadata.Descendants()
        where element.Name.LocalName == "dependency"
        select (element.Parent!.Attribute("targetFramework")!.Value, element.Attribute("id")!.Value, element.Attribute("version")!.Value);

    /// <summary>Returns the bytes of a file.</summary>
    public byte[] Read(string path)
    {
        using var content = _archive.GetEntry(path)!.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Returns the text of a file.</summary>
    public string ReadText(string path)
    {
        using var reader = new StreamReader(_archive.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }

    public void Dispose() => _archive.Dispose();
}
