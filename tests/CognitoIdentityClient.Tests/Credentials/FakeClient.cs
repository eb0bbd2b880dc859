using System.Reflection;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>An <see cref="ICognitoIdentityClient"/> that is not ours: answers in place of the service, and counts.</summary>
public class FakeClient : DispatchProxy
{
    private readonly Dictionary<string, int> _calls = [];

    /// <summary>Gives credentials.</summary>
    public Func<GetCredentialsForIdentityRequest, CancellationToken, Task<Credentials>> IssueAsync { get; set; } =
        (_, _) => throw new InvalidOperationException("The test expects no credentials.");

    public static (ICognitoIdentityClient Client, FakeClient Fake) Create()
    {
        var client = Create<ICognitoIdentityClient, FakeClient>();
        return (client, (FakeClient)(object)client);
    }

    public static Credentials NewCredentials(DateTimeOffset expiration) => new()
    {
        AccessKeyId = $"ASIA{Guid.NewGuid():N}"[..20],
        SecretKey = new('s', 40),
        SessionToken = new('t', 1_200),
        Expiration = expiration,
    };

    public int CallsOf(string operation)
    {
        lock (_calls)
        {
            return _calls.GetValueOrDefault(operation);
        }
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        lock (_calls)
        {
            var operation = targetMethod!.Name[..^"Async".Length];
            _calls[operation] = _calls.GetValueOrDefault(operation) + 1;
        }

        return args![0] switch
        {
            GetIdRequest request => Task.FromResult(new GetIdResponse
            {
                IdentityId = $"{request.IdentityPoolId.Split(':')[0]}:{Guid.NewGuid()}",
            }),
            GetCredentialsForIdentityRequest request => AnswerAsync(request, (CancellationToken)args[1]!),
            _ => throw new NotSupportedException(targetMethod.Name),
        };
    }

    private async Task<GetCredentialsForIdentityResponse> AnswerAsync(GetCredentialsForIdentityRequest request, CancellationToken cancellationToken) =>
        new() { IdentityId = request.IdentityId, Credentials = await IssueAsync(request, cancellationToken) };
}
