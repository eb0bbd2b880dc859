namespace CognitoIdentity.Tests.Bulk;

/// <summary>A progress handler that is called on the reporting thread, unlike <see cref="Progress{T}"/>.</summary>
internal sealed class SynchronousProgress<T>(Action<T> handler) : IProgress<T>
{
    public void Report(T value) => handler(value);
}
