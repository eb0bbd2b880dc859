using System.Reflection;

namespace CognitoIdentity.Tests.Pagination;

/// <summary>A user's own double of the client: every method hands its request to one function, which returns the response.</summary>
public class FakeClient : DispatchProxy
{
    private Func<object, CancellationToken, Task<object>> _answer = null!;

    public static ICognitoIdentityClient Create(Func<object, CancellationToken, Task<object>> answer)
    {
        var client = Create<ICognitoIdentityClient, FakeClient>();
        ((FakeClient)(object)client)._answer = answer;
        return client;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var response = targetMethod!.ReturnType.GenericTypeArguments.Single();
        return typeof(FakeClient).GetMethod(nameof(CastAsync), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(response)
            .Invoke(null, [_answer, args![0], args[1]]);
    }

    private static async Task<T> CastAsync<T>(Func<object, CancellationToken, Task<object>> answer, object request, CancellationToken token) =>
        (T)await answer(request, token);
}
