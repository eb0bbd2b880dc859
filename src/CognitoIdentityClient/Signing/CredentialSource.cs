using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace CognitoIdentity.Http;

/// <summary>The credentials of a client: those of its options, else the default chain's, asked once on the first signed call.</summary>
internal sealed class CredentialSource
{
    private readonly Func<Task<AWSCredentials>> resolve;
    private readonly object gate = new();
    private Task<AWSCredentials>? resolving;

    /// <param name="resolve">Finds the credentials.</param>
    public CredentialSource(Func<Task<AWSCredentials>> resolve) => this.resolve = resolve;

    public static CredentialSource From(CognitoIdentityClientOptions options) =>
        new(options.Credentials is { } given ? () => Task.FromResult(given) : ResolveDefaultAsync);

    /// <summary>The keys to sign with.</summary>
    /// <exception cref="CredentialsNotFoundException">There are none.</exception>
    public async ValueTask<ImmutableCredentials> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            // One caller's cancellation stops its own wait and not the search that all callers share.
            var credentials = await ResolveOnceAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            return await credentials.GetCredentialsAsync().WaitAsync(cancellationToken).ConfigureAwait(false)
                ?? throw new CredentialsNotFoundException();
        }
        catch (AmazonClientException exception)
        {
            throw new CredentialsNotFoundException(innerException: exception);
        }
    }

    private Task<AWSCredentials> ResolveOnceAsync()
    {
        lock (gate)
        {
            // What failed is tried again: the user may have signed in since.
            if (resolving is null or { IsFaulted: true } or { IsCanceled: true })
            {
                resolving = resolve();
            }

            return resolving;
        }
    }

    // Off the caller's thread: the chain reads files before its first await, and may start a process.
    private static Task<AWSCredentials> ResolveDefaultAsync() =>
        Task.Run(static () => DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync(null));
}
