using System.Text;

namespace CognitoIdentity.Testing;

/// <summary>A request that reached the emulator, even if it was refused.</summary>
public sealed class RecordedRequest
{
    private readonly ReadOnlyMemory<byte> _body;

    internal RecordedRequest(ServiceRequest request, string? operation, DateTimeOffset time)
    {
        Operation = operation;
        Headers = request.Headers;
        _body = request.Body;
        Time = time;
        IsSigned = RequestSignature.IsOn(request);
        Size = request.Body.Length;
        foreach (var (name, value) in request.Headers)
        {
            Size += name.Length + value.Length;
        }
    }

    /// <summary>Gets the operation's name, such as <c>GetId</c>; null if the request named no operation of the service.</summary>
    public string? Operation { get; }

    /// <summary>Gets the header fields by name in any case; several fields of one name are joined with a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Gets the body as text.</summary>
    public string Body => Encoding.UTF8.GetString(_body.Span);

    /// <summary>
    /// Gets whether the request has a Signature Version 4 authorization. Anonymous operations accept one, but a client should not send
    /// it.
    /// </summary>
    public bool IsSigned { get; }

    /// <summary>Gets the time at which the request arrived, by the emulator's clock.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The bytes of the headers and the body.</summary>
    internal long Size { get; }

    /// <summary>Returns the operation and the time, never a header or the body, which can hold secrets.</summary>
    public override string ToString() => $"{Operation ?? "unknown operation"} at {Time:O}";
}
