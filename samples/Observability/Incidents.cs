using CognitoIdentity;
using CognitoIdentity.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ObservabilitySample;

/// <summary>Incidents of a production system, provoked with the emulator's faults.</summary>
internal sealed class Incidents(CognitoIdentityEmulator emulator)
{
    private readonly string _poolId = emulator.Seed(new() { Id = OperatorView.PoolId });

    /// <summary>The service refuses a call twice, and then accepts it.</summary>
    public async Task ThrottleACallAsync(IServiceProvider services)
    {
        emulator.Faults.Add(Fault.Throttling() with { Operation = "GetId", Count = 2 });

        await services.GetRequiredService<ICognitoIdentityClient>().GetIdAsync(new() { IdentityPoolId = _poolId });
    }

    /// <summary>The service fails while credentials are refreshed. Those in the cache are still valid.</summary>
    public async Task FailARefreshAsync(IServiceProvider services)
    {
        var credentials = services.GetRequiredService<CognitoIdentityCredentials>();
        await credentials.GetSessionAsync();
        emulator.Faults.Add(Fault.Error("InternalErrorException", "Broken on purpose.", 500) with
        {
            Operation = "GetCredentialsForIdentity",
            Count = 3,
        });

        try
        {
            await credentials.RefreshAsync();
        }
        catch (InternalErrorException)
        {
            // The caller of RefreshAsync gets the error. Every other use of the credentials continues.
        }
    }

    /// <summary>Somebody deletes an identity that is in use.</summary>
    public async Task LoseAnIdentityAsync(IServiceProvider services)
    {
        var credentials = services.GetRequiredService<CognitoIdentityCredentials>();
        var session = await credentials.GetSessionAsync();
        using var administrator = emulator.CreateClient();
        await administrator.DeleteIdentitiesAsync(new() { IdentityIdsToDelete = [session.IdentityId] });

        await credentials.RefreshAsync();
    }
}
