using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace CognitoIdentity;

/// <summary>
/// The credentials of a client: those of its options, otherwise the container's, otherwise those of the default chain, which is searched
/// once, on the first signed call.
/// </summary>
/// <remarks>Creating one loads nothing of AWSSDK.Core: an application that makes only anonymous calls never needs it.</remarks>
internal sealed class CredentialSource
{
    private readonly Func<object?>? _container;
    private readonly Func<Task<AWSCredentials>>? _resolve;
    private readonly object _gate = new();
    private object? _given;
    private Task<AWSCredentials>? _resolving;

    /// <param name="given">The <see cref="AWSCredentials"/> of the options, or null for those of the container or the default
    /// chain.</param>
    /// <param name="container">Returns the <see cref="AWSCredentials"/> that are registered in the container, or null.</param>
    public CredentialSource(object? given, Func<object?>? container)
    {
        _given = given;
        _container = container;
    }

    /// <param name="resolve">Finds the credentials in place of the default chain.</param>
    public CredentialSource(Func<Task<AWSCredentials>> resolve) => _resolve = resolve;

    /// <summary>Fetches the keys to sign with.</summary>
    /// <exception cref="CredentialsNotFoundException">There are none, or fetching them failed.</exception>
    public async ValueTask<ImmutableCredentials> GetAsync(CancellationToken cancellationToken)
    {
        var credentials = await ResolveAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var keys = await credentials.GetCredentialsAsync().WaitObservedAsync(cancellationToken).ConfigureAwait(false)
                ?? throw new CredentialsNotFoundException("The given AWS credentials have no keys.");
            return IsVisibleAscii(keys.AccessKey) && IsVisibleAscii(keys.Token)
                ? keys
                : throw new CredentialsNotFoundException(
                    "The AWS credentials cannot be sent: the access key id or the session token has a space, a line break or another "
                    + "character that a header cannot have.");
        }
        catch (Exception exception) when (IsFailureOfSource(exception, cancellationToken))
        {
            throw CredentialsFailure.Create(exception, isDefaultChain: _given is null);
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

            // The cancellation of one caller ends its own wait and not the search, which all callers share.
            return await ResolveOnceAsync().WaitObservedAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsFailureOfSource(exception, cancellationToken))
        {
            throw CredentialsFailure.NothingFound(exception);
        }
    }

    // Headers are added without validation, so a line break in one would begin another header.
    private static bool IsVisibleAscii(string? text) => text is null || !text.AsSpan().ContainsAnyExceptInRange('!', '~');

    // Sources of credentials read files, start processes and send requests. None of their errors may look like an error of this call.
    private static bool IsFailureOfSource(Exception exception, CancellationToken cancellationToken) =>
        exception is not CredentialsNotFoundException
        && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested);

    private Task<AWSCredentials> ResolveOnceAsync()
    {
        lock (_gate)
        {
            // A failed search is repeated: the user may have signed in since.
            if (_resolving is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _resolving = RunDetachedAsync(_resolve ?? DefaultAsync);
            }

            return _resolving;
        }
    }

    private static Task<AWSCredentials> DefaultAsync() => DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync(null);

    // On a thread of the pool, because the chain reads files before its first await and may start a process. Without the caller's execution
    // context, because what the chain creates, timers too, lives as long as the process and would keep the async-local values of whoever
    // called first.
    private static Task<AWSCredentials> RunDetachedAsync(Func<Task<AWSCredentials>> search)
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            return Task.Run(search);
        }

        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(search);
        }
    }
}
