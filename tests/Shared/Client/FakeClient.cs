using System.Reflection;

namespace CognitoIdentity.Tests.Support;

/// <summary>
/// An <see cref="ICognitoIdentityClient"/> that is an application's own double: every method hands its request to one function, which
/// returns the response.
/// </summary>
public class FakeClient : DispatchProxy
{
    private static readonly MethodInfo Cast = typeof(FakeClient)
        .GetMethod(nameof(CastAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly Dictionary<string, int> _calls = [];
    private readonly List<(string Operation, int Calls, TaskCompletionSource Reached)> _awaited = [];
    private Func<object, CancellationToken, Task<object>> _respond = null!;

    /// <summary>Responds to GetCredentialsForIdentity, if the client was created without a function of its own.</summary>
    public Func<GetCredentialsForIdentityRequest, CancellationToken, Task<Credentials>> IssueAsync { get; set; } =
        (_, _) => throw new InvalidOperationException("The test expects no credentials.");

    /// <summary>The metadata of responses with credentials and tokens, if the client was created without a function of its own.</summary>
    public Func<ResponseMetadata> Metadata { get; set; } = () => new();

    /// <summary>The token of GetOpenIdToken, if the client was created without a function of its own.</summary>
    public Func<string> OpenIdToken { get; set; } = () => "token";

    /// <summary>Creates a client whose responses come from a function.</summary>
    public static ICognitoIdentityClient Create(Func<object, CancellationToken, Task<object>> respond)
    {
        var client = Create<ICognitoIdentityClient, FakeClient>();
        ((FakeClient)(object)client)._respond = respond;
        return client;
    }

    /// <summary>
    /// Creates a client that gives every caller of GetId a new identity, and the credentials of <see cref="IssueAsync"/>.
    /// </summary>
    public static (ICognitoIdentityClient Client, FakeClient Fake) Create()
    {
        var client = Create<ICognitoIdentityClient, FakeClient>();
        var fake = (FakeClient)(object)client;
        fake._respond = fake.RespondAsync;
        return (client, fake);
    }

    /// <summary>Creates credentials of the sizes that the service issues.</summary>
    public static Credentials NewCredentials(DateTimeOffset expiration) => new()
    {
        AccessKeyId = $"ASIA{Guid.NewGuid():N}"[..20],
        SecretKey = new('s', 40),
        SessionToken = new('t', 1_200),
        Expiration = expiration,
    };

    /// <summary>The number of calls of an operation, such as <c>GetId</c>.</summary>
    public int CallsOf(string operation)
    {
        lock (_calls)
        {
            return _calls.GetValueOrDefault(operation);
        }
    }

    /// <summary>Waits until an operation has been called as many times.</summary>
    public Task CallsReachedAsync(string operation, int calls)
    {
        lock (_calls)
        {
            if (_calls.GetValueOrDefault(operation) >= calls)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((operation, calls, reached));
            return reached.Task.WithinSafetyLimit();
        }
    }

    /// <summary>Counts a call.</summary>
    public void Count(string operation)
    {
        lock (_calls)
        {
            var calls = _calls[operation] = _calls.GetValueOrDefault(operation) + 1;
            foreach (var (_, _, reached) in _awaited.Where(awaited => awaited.Operation == operation && awaited.Calls == calls))
            {
                reached.SetResult();
            }
        }
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        Count(targetMethod!.Name[..^"Async".Length]);
        var response = targetMethod.ReturnType.GenericTypeArguments.Single();
        return Cast.MakeGenericMethod(response).Invoke(null, [_respond, args![0], args[1]]);
    }

    private static async Task<T> CastAsync<T>(
        Func<object, CancellationToken, Task<object>> respond, object request, CancellationToken token) =>
        (T)await respond(request, token);

    private async Task<object> RespondAsync(object request, CancellationToken cancellationToken) => request switch
    {
        GetIdRequest id => new GetIdResponse { IdentityId = $"{id.IdentityPoolId.Split(':')[0]}:{Guid.NewGuid()}" },
        GetCredentialsForIdentityRequest keys => new GetCredentialsForIdentityResponse
        {
            IdentityId = keys.IdentityId,
            Credentials = await IssueAsync(keys, cancellationToken),
            ResponseMetadata = Metadata(),
        },
        GetOpenIdTokenRequest token => new GetOpenIdTokenResponse
        {
            IdentityId = token.IdentityId,
            Token = OpenIdToken(),
            ResponseMetadata = Metadata(),
        },
        _ => throw new NotSupportedException($"{request.GetType().Name} was not expected."),
    };
}
