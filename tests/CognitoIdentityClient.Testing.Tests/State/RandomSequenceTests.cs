namespace CognitoIdentity.Testing.Tests.State;

/// <summary>Random operations on the emulator and on a small model of the rules must give the same results.</summary>
public class RandomSequenceTests
{
    private const string Facebook = "graph.facebook.com";
    private const string Amazon = "www.amazon.com";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Random_operations_give_the_responses_of_the_model(int seed)
    {
        var kinds = new HashSet<string>();
        await using var service = await TestEmulator.StartAsync();
        for (var sequence = 0; sequence < 10; sequence++)
        {
            var run = new Run(service, new Random((seed * 1000) + sequence));
            await run.StartAsync();
            for (var step = 0; step < 150; step++)
            {
                kinds.Add(await run.StepAsync());
            }

            await run.CompareAllAsync();
        }

        // The sequences must reach what they are here to compare.
        Assert.Superset(
            new HashSet<string>
            {
                "GetOpenIdToken NotAuthorizedException", "GetOpenIdToken ResourceConflictException", "GetOpenIdToken ok",
                "GetId ResourceConflictException", "MergeDeveloperIdentities ok", "MergeDeveloperIdentities ResourceConflictException",
                "GetOpenIdTokenForDeveloperIdentity DeveloperUserAlreadyRegisteredException", "UnlinkIdentity ok",
                "UnlinkDeveloperIdentity ok", "UnlinkDeveloperIdentity ResourceConflictException",
            },
            kinds);
    }

    private sealed class Run(TestEmulator service, Random random)
    {
        private readonly PoolModel _model = new();
        private readonly List<string> _ids = [];
        private string _pool = "";

        public async Task StartAsync() => _pool = await service.CreatePoolAsync(
            $"\"DeveloperProviderName\":\"dev\",\"SupportedLoginProviders\":{{\"{Facebook}\":\"1\",\"{Amazon}\":\"1\"}}");

        public Task<string> StepAsync()
        {
            string[] some = [.. new[] { $"{Facebook}:{random.Next(4)}", $"{Amazon}:{random.Next(4)}" }.Where(_ => random.Next(3) > 0)];
            var user = $"dev:{random.Next(5)}";
            var other = $"dev:{random.Next(5)}";
            var provider = random.Next(2) == 0 ? Facebook : Amazon;
            var identity = _ids.Count == 0 ? -1 : random.Next(_ids.Count);
            var kind = random.Next(20);
            if (identity < 0 || kind < 4)
            {
                return CompareAsync("GetId", Pool + Logins(some), _model.GetId(some));
            }

            var identityMember = $"\"IdentityId\":\"{_ids[identity]}\"";
            return kind switch
            {
                < 8 => CompareAsync("GetOpenIdToken", identityMember + Logins(some), _model.Use(identity, some)),
                < 11 => CompareAsync(
                    "GetOpenIdTokenForDeveloperIdentity", Pool + Logins([user, .. some]), _model.Register(null, [user, .. some])),
                < 13 => CompareAsync(
                    "GetOpenIdTokenForDeveloperIdentity", $"{Pool},{identityMember}{Logins([user, .. some])}",
                    _model.Register(identity, [user, .. some])),
                < 15 => CompareAsync(
                    "MergeDeveloperIdentities",
                    $"{Pool},\"DeveloperProviderName\":\"dev\",\"SourceUserIdentifier\":\"{user[4..]}\","
                        + $"\"DestinationUserIdentifier\":\"{other[4..]}\"",
                    _model.Merge(user, other)),
                15 => CompareAsync(
                    "UnlinkDeveloperIdentity",
                    $"{Pool},{identityMember},\"DeveloperProviderName\":\"dev\",\"DeveloperUserIdentifier\":\"{user[4..]}\"",
                    _model.UnlinkDeveloper(identity, user)),
                16 => CompareAsync(
                    "UnlinkIdentity", $"{identityMember}{Logins(some)},\"LoginsToRemove\":[\"{provider}\"]",
                    _model.UnlinkPublic(identity, some, provider)),
                17 => CompareAsync("LookupDeveloperIdentity", $"{Pool},\"DeveloperUserIdentifier\":\"{user[4..]}\"", _model.Lookup(user)),
                18 => DeleteAsync(identity),
                _ => ToggleGuestsAsync(),
            };
        }

        /// <summary>Compares every identity and both listings with the model.</summary>
        public async Task CompareAllAsync()
        {
            for (var i = 0; i < _ids.Count; i++)
            {
                var response = await service.CallAsync("DescribeIdentity", $$"""{"IdentityId":"{{_ids[i]}}"}""");
                var logins = response.Status != 200
                    ? null
                    : response.Json.GetProperty("Logins") is { ValueKind: System.Text.Json.JsonValueKind.Array } list
                    ? list.EnumerateArray().Select(login => login.GetString()!).ToArray()
                    : [];
                Assert.Equal(_model.Providers(i), logins);
            }

            foreach (var hide in new[] { false, true })
            {
                var listed = new List<string>();
                string? token = null;
                do
                {
                    var start = token is null ? "" : $",\"NextToken\":\"{token}\"";
                    var page = (await service.CallAsync(
                        "ListIdentities", $"{{{Pool},\"MaxResults\":7,\"HideDisabled\":{(hide ? "true" : "false")}{start}}}")).Ok();
                    listed.AddRange(page.Json.GetProperty("Identities").EnumerateArray()
                        .Select(identity => identity.GetProperty("IdentityId").GetString()!));
                    token = page.Json.GetProperty("NextToken").GetString();
                }
                while (token is not null);
                Assert.Equal(_model.Listed(hide).Select(i => _ids[i]).Order(StringComparer.Ordinal), listed);
            }
        }

        private string Pool => $"\"IdentityPoolId\":\"{_pool}\"";

        private async Task<string> CompareAsync(string operation, string members, string expected)
        {
            var response = await service.CallAsync(operation, $"{{{members}}}");
            if (response.Status == 200 && response.Body.Length > 0 && response.Text("IdentityId") is var id)
            {
                if (!_ids.Contains(id))
                {
                    _ids.Add(id);
                }

                Assert.Equal(expected, $"{_ids.IndexOf(id)}");
            }
            else
            {
                Assert.True(expected == (response.ErrorCode ?? ""),
                    $"{operation} {{{members}}}: the model says {expected}, the emulator {response.Body}");
            }

            return $"{operation} {response.ErrorCode ?? "ok"}";
        }

        private async Task<string> DeleteAsync(int identity)
        {
            var response = await service.CallAsync("DeleteIdentities", $$"""{"IdentityIdsToDelete":["{{_ids[identity]}}"]}""");
            Assert.Equal(_model.Delete(identity) ? 0 : 1, response.Ok().Json.GetProperty("UnprocessedIdentityIds").GetArrayLength());
            return "DeleteIdentities ok";
        }

        private async Task<string> ToggleGuestsAsync()
        {
            _model.AllowsGuests = !_model.AllowsGuests;
            (await service.CallAsync(
                "UpdateIdentityPool",
                $"{{{Pool},\"IdentityPoolName\":\"Pool\",\"AllowUnauthenticatedIdentities\":{(_model.AllowsGuests ? "true" : "false")},"
                + $"\"DeveloperProviderName\":\"dev\",\"SupportedLoginProviders\":{{\"{Facebook}\":\"1\",\"{Amazon}\":\"1\"}}}}")).Ok();
            return "UpdateIdentityPool ok";
        }

        private static string Logins(string[] logins) =>
            $",\"Logins\":{{{string.Join(',', logins.Select(login => $"\"{login.Split(':')[0]}\":\"{login.Split(':')[1]}\""))}}}";
    }
}
