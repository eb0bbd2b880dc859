using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>
/// The emulator and the diagnosis have the service's rules twice, on purpose: an error in one of them shows up here as a difference. For
/// random pools, roles, mappings and tokens, the prediction is what the emulator does.
/// </summary>
public sealed class PredictionTests
{
    private const int SignInsOfPool = 50;

    private static readonly int Predictions = AllTests.AreLong ? 20_000 : 2_000;

    public static TheoryData<int, string, string, string, bool> Runs => new()
    {
        { Predictions * 7 / 10, "us-east-1", "aws", "amazonaws.com", false },
        { Predictions / 10, "us-east-1", "aws", "amazonaws.com", true },
        { Predictions / 10, "cn-north-1", "aws-cn", "amazonaws.com.cn", false },
        { Predictions / 10, "us-gov-west-1", "aws-us-gov", "amazonaws.com", false },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Prediction_is_what_the_emulator_does(int count, string region, string partition, string dnsSuffix, bool verifies)
    {
        var key = verifies ? JwtKey.EllipticCurve : null;
        await using var emulator = await CognitoIdentityEmulator.StartAsync(new()
        {
            Regions = [region],
            RandomSeed = 1,
            MaxRecordedRequests = 0,
            TrustedKeys = key?.KeySet,
        });
        using var handler = emulator.CreateHandler();
        using var client = new CognitoIdentityClient(
            new()
            {
                Region = region,
                Endpoint = emulator.Endpoint,
                Credentials = emulator.Credentials,
                MaxAttempts = 1,
                RequestValidation = RequestValidation.None,
            },
            handler);
        var random = new RandomSignIns(20, region, partition, dnsSuffix, key);

        IdentityPool pool = null!;
        GetIdentityPoolRolesResponse roles = null!;
        var compared = 0;
        for (var number = 0; compared < count; number++)
        {
            if (number % SignInsOfPool == 0)
            {
                pool = await client.CreateIdentityPoolAsync(random.Pool());
                await client.SetIdentityPoolRolesAsync(random.Roles(pool));
                roles = await client.GetIdentityPoolRolesAsync(new() { IdentityPoolId = pool.IdentityPoolId });
            }

            var logins = random.Logins(pool, number);
            var options = new SignInDiagnosisOptions
            {
                IdentityPool = pool,
                Roles = roles,
                AccountId = RandomSignIns.AccountId,
                CustomRoleArn = logins.Count > 0 ? random.CustomRole() : null,
            };
            var diagnosis = SignInDiagnosis.Create(pool.IdentityPoolId, logins, options with { Operation = "GetId" });
            var (identityId, refusal) = await TryAsync(
                async () => (await client.GetIdAsync(new() { IdentityPoolId = pool.IdentityPoolId, Logins = logins })).IdentityId);
            var outcome = refusal ?? await TryCredentialsAsync(client, identityId!, logins, options.CustomRoleArn);
            Check(outcome, Describe(diagnosis.EnhancedFlow), number, diagnosis);
            compared++;

            // A token of the emulator takes an RSA signature: a sample is enough.
            if (diagnosis.ClassicFlow.Result == PredictedResult.Error || number % 20 == 0)
            {
                var classic = refusal ?? (await TryAsync(async () =>
                    (await client.GetOpenIdTokenAsync(new() { IdentityId = identityId!, Logins = logins })).Token)).Refusal ?? "token";
                var expected = diagnosis.ClassicFlow.Result == PredictedResult.Credentials ? "token" : Describe(diagnosis.ClassicFlow);
                Check(classic, expected, number, diagnosis);
                compared++;
            }
        }
    }

    private static void Check(string actual, string predicted, int number, SignInDiagnosis diagnosis)
    {
        // The report costs more than the call: only a difference is worth one.
        if (actual != predicted)
        {
            Assert.Fail($"Sign-in {number}. The emulator: {actual}\nThe prediction: {predicted}\n{diagnosis}");
        }
    }

    private static async Task<string> TryCredentialsAsync(
        CognitoIdentityClient client, string identityId, Dictionary<string, string> logins, string? customRole)
    {
        var (role, refusal) = await TryAsync(async () =>
        {
            var response = await client.GetCredentialsForIdentityAsync(
                new() { IdentityId = identityId, Logins = logins, CustomRoleArn = customRole });
            return IssuedSession.Read(response.Credentials.SessionToken).RoleArn;
        });
        return refusal ?? $"credentials with {role}";
    }

    private static async Task<(string? Value, string? Refusal)> TryAsync(Func<Task<string>> call)
    {
        try
        {
            return (await call(), null);
        }
        catch (CognitoIdentityException exception)
        {
            return (null, $"{exception.OperationName}: {exception.ErrorCode} ({exception.Reason})");
        }
    }

    private static string Describe(PredictedOutcome outcome) => outcome.Result == PredictedResult.Credentials
        ? $"credentials with {outcome.RoleArn}"
        : $"{outcome.Operation}: {outcome.ErrorCode} ({outcome.Reason ?? ErrorReason.Unknown})";
}
