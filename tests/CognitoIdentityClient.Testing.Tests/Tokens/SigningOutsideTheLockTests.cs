using System.Security.Cryptography;
using System.Text;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CognitoIdentity.Testing.Tests.Tokens;

/// <summary>A signature takes longer than everything else that an operation does, so other calls do not wait for it.</summary>
public class SigningOutsideTheLockTests
{
    [Fact]
    public async Task Token_that_is_being_signed_delays_no_other_call()
    {
        var core = new EmulatorCore(new EmulatorOptions().ToValidCopy(), NullLogger.Instance);
        using var rsa = new StoppedRsa();
        core.Tokens.UseKey(new SigningKey(rsa));
        var options = new EmulatorOptions();
        var pool = Seeding.Add(core, options, new() { Identities = [new() { Id = "us-east-1:1" }] }, TestEmulator.Start).Id;

        var token = Task.Run(() => CallAsync(core, "GetOpenIdToken", """{"IdentityId":"us-east-1:1"}"""));
        await rsa.Signing.Task.WithinSafetyLimit();
        // In a task, since a call that waits for the lock holds up its thread.
        var guest = await Task.Run(() => CallAsync(core, "GetId", $$"""{"IdentityPoolId":"{{pool}}"}""")).WithinSafetyLimit();
        Assert.Equal((200, false), (guest.Status, token.IsCompleted));

        rsa.GoOn();
        Assert.Equal(200, (await token.WithinSafetyLimit()).Status);
    }

    private static Task<ServiceResponse> CallAsync(EmulatorCore core, string operation, string json)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Content-Type"] = "application/x-amz-json-1.1",
            ["X-Amz-Target"] = $"AWSCognitoIdentityService.{operation}",
        };
        return core.HandleAsync(new("POST", "/", "", headers, Encoding.UTF8.GetBytes(json)), TestEmulator.Start, CancellationToken.None)
            .AsTask();
    }

    /// <summary>A key whose signature is not ready before the test lets it go on.</summary>
    private sealed class StoppedRsa : RSA
    {
        private readonly RSA _inner = Create(2048);
        private readonly ManualResetEventSlim _goOn = new();

        public TaskCompletionSource Signing { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void GoOn() => _goOn.Set();

        public override RSAParameters ExportParameters(bool includePrivateParameters) => _inner.ExportParameters(includePrivateParameters);

        public override void ImportParameters(RSAParameters parameters) => _inner.ImportParameters(parameters);

        public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
        {
            Signing.SetResult();
            _goOn.Wait(SafetyLimit.Value);
            return _inner.SignHash(hash, hashAlgorithm, padding);
        }

        protected override void Dispose(bool disposing)
        {
            _inner.Dispose();
            _goOn.Dispose();
            base.Dispose(disposing);
        }
    }
}
