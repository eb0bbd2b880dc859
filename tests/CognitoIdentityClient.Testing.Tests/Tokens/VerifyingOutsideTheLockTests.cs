using System.Text;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Tokens;

namespace CognitoIdentity.Testing.Tests.Tokens;

/// <summary>The signature of a token is verified while another call has the lock of the state.</summary>
public class VerifyingOutsideTheLockTests
{
    [Fact]
    public async Task Login_token_is_verified_while_another_call_changes_the_state()
    {
        var factory = new WatchedFactory();
        var options = new EmulatorOptions { TrustedKeys = new() };
        var key = JwtKey.Provider.KeySet.Keys.Single();
        options.TrustedKeys.Keys.Add(
            new() { Kty = key.Kty, KeyId = key.KeyId, N = key.N, E = key.E, CryptoProviderFactory = factory });
        var core = new EmulatorCore(options.ToValidCopy(), NullLogger.Instance);
        var pool = Seeding.Add(
            core, options, new() { SupportedLoginProviders = new Dictionary<string, string> { ["accounts.google.com"] = "app" } },
            TestEmulator.Start).Id;
        var token = JwtKey.Provider.Sign("https://accounts.google.com", "app", "alice", TestEmulator.Start);

        Task<ServiceResponse> user;
        await using (await HeldLock.TakeAsync(core.State))
        {
            var json = $$$"""{"IdentityPoolId":"{{{pool}}}","Logins":{"accounts.google.com":"{{{token}}}"}}""";
            user = Task.Run(() => CallAsync(core, "application/x-amz-json-1.1", json));
            await factory.Verifying.Task.WithinSafetyLimit();
            Assert.False(user.IsCompleted);
        }

        Assert.Equal(200, (await user.WithinSafetyLimit()).Status);
    }

    [Fact]
    public async Task Forged_token_is_refused_by_sts_while_another_call_changes_the_state()
    {
        var core = new EmulatorCore(new EmulatorOptions().ToValidCopy(), NullLogger.Instance);
        var token = Jwt.Unsigned(
            new { iss = "https://cognito-identity.amazonaws.com", aud = "us-east-1:0", sub = "us-east-1:1", exp = 4_000_000_000 });
        var form = "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleSessionName=test"
            + $"&RoleArn=arn:aws:iam::123456789012:role/guest&WebIdentityToken={token}";
        await using (await HeldLock.TakeAsync(core.State))
        {
            var refused = await Task.Run(() => CallAsync(core, "application/x-www-form-urlencoded", form)).WithinSafetyLimit();
            Assert.Contains("<Code>InvalidIdentityToken</Code>", Encoding.UTF8.GetString(refused.Body), StringComparison.Ordinal);
            Assert.Contains("did not sign it", Encoding.UTF8.GetString(refused.Body), StringComparison.Ordinal);
        }
    }

    private static Task<ServiceResponse> CallAsync(EmulatorCore core, string contentType, string body)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = contentType };
        if (contentType.Contains("json", StringComparison.Ordinal))
        {
            headers["X-Amz-Target"] = "AWSCognitoIdentityService.GetId";
        }

        return core.HandleAsync(new("POST", "/", "", headers, Encoding.UTF8.GetBytes(body)), TestEmulator.Start, CancellationToken.None)
            .AsTask();
    }

    /// <summary>Tells when a signature is about to be verified.</summary>
    private sealed class WatchedFactory : CryptoProviderFactory
    {
        public TaskCompletionSource Verifying { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override SignatureProvider CreateForVerifying(SecurityKey key, string algorithm)
        {
            Verifying.TrySetResult();
            return base.CreateForVerifying(key, algorithm);
        }
    }

    /// <summary>The lock of a state, held by a thread as a call holds it, until this is disposed.</summary>
    private sealed class HeldLock : IAsyncDisposable
    {
        private readonly ManualResetEventSlim _release = new();
        private readonly TaskCompletionSource _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Task _holder;

        private HeldLock(EmulatorState state) => _holder = Task.Run(() =>
        {
            lock (state.Lock)
            {
                _taken.SetResult();
                _release.Wait(SafetyLimit.Value);
            }
        });

        public static async Task<HeldLock> TakeAsync(EmulatorState state)
        {
            var held = new HeldLock(state);
            await held._taken.Task.WithinSafetyLimit();
            return held;
        }

        public async ValueTask DisposeAsync()
        {
            _release.Set();
            await _holder;
            _release.Dispose();
        }
    }
}
