using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CognitoIdentity.Testing;

namespace CognitoIdentity.Tests.Validation;

/// <summary>
/// The emulator has its own list of constraints, and responds as the service does: what it refuses, the validator must refuse before, and
/// nothing else. (Two things it cannot judge: unknown values of enums, which it refuses, and the kind of a user pool's token.)
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "xunit calls DisposeAsync.")]
public sealed partial class EmulatorAgreementTests : IAsyncLifetime
{
    private const int RandomRequests = 1500;

    private CognitoIdentityEmulator _emulator = null!;
    private CognitoIdentityClient _client = null!;

    public async Task InitializeAsync()
    {
        _emulator = await CognitoIdentityEmulator.StartAsync();
        _client = new(
            new()
            {
                Region = _emulator.Region,
                Credentials = _emulator.Credentials,
                RequestValidation = RequestValidation.None,
                MaxAttempts = 1
            },
            _emulator.CreateHandler());
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Emulator_refuses_the_same_values_on_both_sides_of_every_limit()
    {
        foreach (var limit in LimitCase.All.Values)
        {
            await AssertAgreeAsync(limit.Member.Operation, limit.Request);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Emulator_refuses_the_same_members_of_random_requests(int seed)
    {
        var random = new Random(seed);
        var operations = Conventions.Contract.Instance.Operations.Keys.ToArray();
        for (var i = 0; i < RandomRequests; i++)
        {
            var operation = random.GetItems(operations, 1)[0];
            await AssertAgreeAsync(operation, RandomRequest.For(operation, random));
        }
    }

    [Fact]
    public async Task Emulator_refuses_what_rules_over_several_members_refuse()
    {
        var pool = await _client.CreateIdentityPoolAsync(new()
        {
            IdentityPoolName = "Pool",
            AllowUnauthenticatedIdentities = true,
            SupportedLoginProviders = new Dictionary<string, string> { ["accounts.google.com"] = "app" },
        });

        await AssertBothRefuseAsync("LookupDeveloperIdentity", new JsonObject { ["IdentityPoolId"] = pool.IdentityPoolId });
        await AssertBothRefuseAsync("SetIdentityPoolRoles", Mapping("""{"Type":"Token"}"""));
        await AssertBothRefuseAsync("SetIdentityPoolRoles", Mapping("""{"Type":"Rules","AmbiguousRoleResolution":"Deny"}"""));

        JsonObject Mapping(string json) => new()
        {
            ["IdentityPoolId"] = pool.IdentityPoolId,
            ["Roles"] = new JsonObject(),
            ["RoleMappings"] = new JsonObject { ["accounts.google.com"] = JsonNode.Parse(json) },
        };
    }

    private async Task AssertBothRefuseAsync(string operation, JsonObject json)
    {
        var request = ValidRequest.FromJson(operation, json);

        Assert.NotEmpty(Violations.In(request));
        await Assert.ThrowsAsync<InvalidParameterException>(() => SendAsync(operation, request));
    }

    private async Task AssertAgreeAsync(string operation, JsonObject json)
    {
        var request = ValidRequest.FromJson(operation, json);
        var ours = Violations.In(request).Where(violation => !IsRuleOverSeveralMembers(violation))
            .Select(violation => violation.Path.Split('.', '[')[0]).Distinct().Order();
        var theirs = Array.Empty<string>();
        try
        {
            await SendAsync(operation, request);
        }
        catch (ValidationException exception)
        {
            theirs = [.. Member().Matches(exception.Message)
                .Select(match => char.ToUpperInvariant(match.Groups[1].Value[0]) + match.Groups[1].Value[1..]).Distinct().Order()];
            Assert.NotEmpty(theirs);
        }
        catch (CognitoIdentityException)
        {
            // The constraints were met; what was asked for is not there.
        }

        if (!ours.SequenceEqual(theirs))
        {
            var text = json.ToJsonString();
            Assert.Fail(
                $"{operation}: {string.Join(", ", ours)} against {string.Join(", ", theirs)} in {text[..Math.Min(text.Length, 2000)]}");
        }
    }

    // The emulator comes to these once it has found the pool.
    private static bool IsRuleOverSeveralMembers(RequestViolation violation) =>
        violation.Message.Contains("is required for", StringComparison.Ordinal)
        || violation.Message.Contains("is required where", StringComparison.Ordinal);

    private Task SendAsync(string operation, object request) => (Task)typeof(ICognitoIdentityClient).GetMethod(operation + "Async")!
        .Invoke(_client, BindingFlags.DoNotWrapExceptions, null, [request, CancellationToken.None], null)!;

    // Of each violation only the first "at": values come before it, and none of the generated ones has a quote.
    [GeneratedRegex("at '([A-Za-z]+)[^']*' failed to satisfy constraint")]
    private static partial Regex Member();
}
