using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace CognitoIdentity;

/// <summary>
/// The credentials of a client: those of its options, else the container's, else the default chain's, asked once on the first signed call.
/// </summary>
/// <remarks>Making one loads nothing of AWSSDK.Core: an application of anonymous calls never needs it.</remarks>
internal sealed class CredentialSource
{
    private object? _given;
    private readonly Func<object?>? _container;
    private readonly Func<Task<AWSCredentials>>? _resolve;
    private readonly object _gate = new();
    private Task<AWSCredentials>? _resolving;

    /// <param name="given">The <see cref="AWSCredentials"/> of the options, or null for those of the container or the default chain.</param>
    /// <param name="container">Gives the <see cref="AWSCredentials"/> that are registered in the container, or null.</param>
    public CredentialSource(object? given, Func<object?>? container)
    {
        _given = given;
        _container = container;
    }

    /// <param name="resolve">Finds the credentials in place of the default chain.</param>
    public CredentialSource(Func<Task<AWSCredentials>> resolve) => _resolve = resolve;

    /// <summary>The keys to sign with.</summary>
    /// <exception cref="CredentialsNotFoundException">There are none, or getting them failed.</exception>
    public async ValueTask<ImmutableCredentials> GetAsync(CancellationToken cancellationToken)
    {
        var credentials = await ResolveAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var keys = await credentials.GetCredentialsAsync().WaitAsync(cancellationToken).ConfigureAwait(false)
                ?? throw new CredentialsNotFoundException("The AWS credentials that were given have no keys.");
            return IsVisibleAscii(keys.AccessKey) && IsVisibleAscii(keys.Token)
                ? keys
                : throw new CredentialsNotFoundException(
                    "The AWS credentials cannot be sent: the access key id or the session token has a space, a line break or another "
                    + "character that a header cannot have.");
        }
        catch (Exception exception) when (IsFailureOfSource(exception, cancellationToken))
        {
            throw new CredentialsNotFoundException($"The AWS credentials gave no keys: {exception.Message}", exception);
        }
    }

    private async ValueTask<AWSCredentials> ResolveAsync(CancellationToken cancellationToken)
    {
        try
        {
            if ((AWSCredentials?)(_given ??= _container?.Invoke()) is { } credentials)
            {
                return credentials;
            }

            // One caller's cancellation stops its own wait and not the search that all callers share.
            return await ResolveOnceAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsFailureOfSource(exception, cancellationToken))
        {
            throw new CredentialsNotFoundException(innerException: exception);
        }
    }

    // Headers are added without validation, so a line break in one would begin a header of its own.
    private static bool IsVisibleAscii(string? text) => text is null || !text.AsSpan().ContainsAnyExceptInRange('!', '~');

    // Sources of credentials read files, start processes and send requests: whatever they throw must not look like an error of this call.
    private static bool IsFailureOfSource(Exception exception, CancellationToken cancellationToken) =>
        exception is not CredentialsNotFoundException
        && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested);

    private Task<AWSCredentials> ResolveOnceAsync()
    {
        lock (_gate)
        {
            // What failed is tried again: the user may have signed in since.
            if (_resolving is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _resolving = _resolve is null ? ResolveDefaultAsync() : _resolve();
            }

            return _resolving;
        }
    }

    // Off the caller's thread: the chain reads files before its first await, and may start a process.
    private static Task<AWSCredentials> ResolveDefaultAsync() =>
        Task.Run(static () => DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync(null));
}
