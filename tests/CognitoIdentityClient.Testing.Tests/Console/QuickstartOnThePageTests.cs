using CognitoIdentity.Tests.Support;
using Microsoft.Playwright;
using Quickstart;

namespace CognitoIdentity.Testing.Tests.Console;

/// <summary>The quickstart runs while the page is open, and the page shows every step of it as it happens.</summary>
[Collection(BrowserTests.Name)]
public class QuickstartOnThePageTests(Browser browser)
{
    [ChromiumFact]
    public async Task Quickstart_is_seen_step_by_step()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        await using var console = await ConsolePage.OpenAsync(browser, emulator);
        await console.SeeAsync("main", "Waiting for the first request");
        using var client = emulator.CreateClient();
        Assert.Equal(0, await Story.RunAsync(client, Roles.Example, CancellationToken.None));

        var steps = emulator.Requests.Select(request => request.Operation!).Reverse().ToArray();
        await Assertions.Expect(console.Page.Locator(".row .name")).ToHaveTextAsync(steps);
        await Assertions.Expect(console.Page.Locator(".row .dot.success, .row .dot.error")).ToHaveCountAsync(steps.Length);

        // One sentence for each step of the story, in its order.
        string[] sentences =
        [
            "Created the identity pool “Quickstart",
            "Set 2 roles and 0 role mappings of",
            "Read 2 roles and 0 role mappings of",
            "Created the guest identity",
            $"Issued AWS credentials of the role {Roles.Example.Guest} to the identity",
            "for a user of your backend and issued an OpenID token.",
            "Issued an OpenID token to the identity",
            "Issued an OpenID token to the identity",
            "Read the identity",
            "Looked up 1 developer user of the identity",
            "Listed 1 identity of",
            "Listed 1 identity of",
            "Tagged",
            "Removed the tags purpose from",
            "Listed 1 tag of",
            "Refused with ResourceNotFoundException: IdentityPool",
            "Updated the identity pool “Quickstart",
            "Deleted the identity pool",
            "Refused with ResourceNotFoundException: IdentityPool",
        ];
        Assert.Equal(sentences.Length, steps.Length);
        await Assertions.Expect(console.Page.Locator(".row .what")).ToContainTextAsync(sentences.Reverse());
        console.ExpectNoComplaint();
    }

    [ChromiumFact]
    public async Task Request_is_explained_with_its_response_beside_it()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        await using var console = await ConsolePage.OpenAsync(browser, emulator);
        using var client = emulator.CreateClient();
        var pool = emulator.Seed(new() { Name = "Shop" });
        var guest = await client.GetIdAsync(new() { IdentityPoolId = pool });
        var response = await client.GetCredentialsForIdentityAsync(new() { IdentityId = guest.IdentityId });

        await Assertions.Expect(console.Page.Locator(".row .name")).ToHaveTextAsync(["GetCredentialsForIdentity", "GetId"]);
        await console.Page.Locator(".row").First.ClickAsync();
        await console.SeeAsync(".detail h1", "GetCredentialsForIdentity");
        await console.SeeAsync(".detail", "Issued AWS credentials of the role arn:aws:iam::123456789012:role/unauthenticated");
        await console.SeeAsync(".detail", "nobody: the request is anonymous");
        await console.SeeAsync(".sides", response.Credentials.AccessKeyId);
        var text = await console.Page.Locator("body").InnerTextAsync();
        Assert.DoesNotContain(response.Credentials.SecretKey, text, StringComparison.Ordinal);

        await console.Page.GetByLabel("Show secrets").CheckAsync();
        await console.SeeAsync(".sides", response.Credentials.SecretKey);
        await console.ClickAsync("Explain the session token");
        await console.SeeAsync("main", "arn:aws:iam::123456789012:role/unauthenticated");
        console.ExpectNoComplaint();
    }

    [ChromiumFact]
    public async Task Pool_and_identity_are_shown_and_follow_every_change()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        await using var console = await ConsolePage.OpenAsync(browser, emulator);
        using var client = emulator.CreateClient();
        await console.Page.GetByRole(AriaRole.Link, new() { Name = "Pools", Exact = true }).ClickAsync();
        var pool = emulator.Seed(new()
        {
            Name = "Shop",
            DeveloperProviderName = "login.shop.example",
            Tags = new Dictionary<string, string> { ["team"] = "blue" },
            RoleMappings = new Dictionary<string, RoleMapping>
            {
                ["login.shop.example"] = new()
                {
                    Type = RoleMappingType.Rules,
                    AmbiguousRoleResolution = AmbiguousRoleResolutionType.Deny,
                    RulesConfiguration = new()
                    {
                        Rules =
                        [
                            new()
                            {
                                Claim = "level",
                                MatchType = MappingRuleMatchType.StartsWith,
                                Value = "ad",
                                RoleARN = "arn:aws:iam::123456789012:role/admin",
                            },
                        ],
                    },
                },
            },
        });
        await console.Page.Locator(".row", new() { HasText = "Shop" }).ClickAsync();
        await console.SeeAsync(".detail", "login.shop.example");
        await console.SeeAsync(".detail", "team = blue");
        await console.SeeAsync(".detail", "arn:aws:iam::123456789012:role/authenticated");
        var mapping = console.Page.Locator(".detail .card", new() { HasText = "Role mapping of login.shop.example" });
        await Assertions.Expect(mapping).ToContainTextAsync("If nothing matches: no credentials");
        await Assertions.Expect(mapping.Locator("tbody td"))
            .ToHaveTextAsync(["1", "level", "StartsWith", "ad", "arn:aws:iam::123456789012:role/admin"]);

        var guest = (await client.GetIdAsync(new() { IdentityPoolId = pool })).IdentityId;
        await console.Page.Locator($".detail a[title='{guest}']").ClickAsync();
        await console.SeeAsync(".detail h1", "Identity");
        await console.SeeAsync(".timeline", "Created the guest identity");
        await client.GetOpenIdTokenForDeveloperIdentityAsync(new()
        {
            IdentityPoolId = pool,
            IdentityId = guest,
            Logins = new Dictionary<string, string> { ["login.shop.example"] = "<img src=x onerror=alert(1)>" },
        });
        // The name of a user is shown as text, whatever it contains.
        await console.SeeAsync(".timeline", "Linked the user “<img src=x onerror=alert(1)>” of login.shop.example");
        await Assertions.Expect(console.Page.Locator("main img")).ToHaveCountAsync(0);
        console.ExpectNoComplaint();
    }

    [ChromiumFact]
    public async Task Token_is_decoded_with_its_role_and_the_reasons()
    {
        const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789";
        await using var test = await TestEmulator.StartAsync();
        await using var console = await ConsolePage.OpenAsync(browser, test.Emulator);
        var pool = test.Emulator.Seed(new() { Name = "Shop", UserPools = new Dictionary<string, string> { [UserPool] = "client" } });
        (await test.CallAsync(
            "SetIdentityPoolRoles",
            $$$$$"""
            {"IdentityPoolId":"{{{{{pool}}}}}","Roles":{},"RoleMappings":{"{{{{{UserPool}}}}}:client":{"Type":"Rules","AmbiguousRoleResolution":"Deny",
            "RulesConfiguration":{"Rules":[{"Claim":"team","MatchType":"Equals","Value":"blue","RoleARN":"arn:aws:iam::123456789012:role/blue"}]}}}}
            """)).Ok();
        await console.GoToAsync("#/token");
        await console.Page.Locator("textarea")
            .FillAsync(JwtKey.Provider.Sign($"https://{UserPool}", "client", "alice", test.Now, new { team = "blue" }));
        await console.ClickAsync("Explain");
        await console.SeeAsync("main", "gets credentials");
        await console.SeeAsync("main", "arn:aws:iam::123456789012:role/blue");
        await console.SeeAsync(".steps .decisive", "Rule team Equals 'blue' matches: the claim team is 'blue'.");

        await console.Page.Locator("textarea")
            .FillAsync(JwtKey.Provider.Sign($"https://{UserPool}", "client", "alice", test.Now, new { team = "red" }));
        await console.ClickAsync("Explain");
        await console.SeeAsync("main", "denied this request");
        console.ExpectNoComplaint();
    }

    [ChromiumFact]
    public async Task Fault_is_added_and_seen_to_work()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        await using var console = await ConsolePage.OpenAsync(browser, emulator);
        using var client = emulator.CreateClient(options => options.MaxAttempts = 1);
        await console.GoToAsync("#/faults");
        await console.Page.Locator("select[name=kind]").SelectOptionAsync("error");
        await console.Page.Locator("select[name=operation]").SelectOptionAsync("GetId");
        await console.Page.Locator("input[name=message]").FillAsync("Broken on purpose.");
        await console.ClickAsync("Add the fault");
        await console.SeeAsync("main", "Respond with InternalErrorException");
        await Assert.ThrowsAnyAsync<CognitoIdentityException>(() => client.GetIdAsync(new() { IdentityPoolId = emulator.Seed(new()) }));
        await console.SeeAsync("main", "No faults are waiting");
        await console.GoToAsync("#/requests/1");
        await console.SeeAsync(".detail", "An injected fault responded with InternalErrorException: Broken on purpose.");
        console.ExpectNoComplaint();
    }

    [ChromiumFact]
    public async Task Clock_is_moved_and_the_snapshot_exported()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Emulator.Seed(new() { Name = "Kept" });
        await using var console = await ConsolePage.OpenAsync(browser, test.Emulator);
        await console.GoToAsync("#/clock");
        await console.ClickAsync("+ 1 hour");
        await console.SeeAsync("main", "1.0 hours ahead of the real time");
        Assert.Equal(test.Now.AddHours(1), test.Emulator.TimeProvider.GetUtcNow());
        await console.ClickAsync("Back to the real time");
        await console.SeeAsync("main", "It follows the real time.");

        await console.GoToAsync("#/state");
        var download = await console.Page.RunAndWaitForDownloadAsync(
            () => console.Page.GetByRole(AriaRole.Link, new() { Name = "Download the snapshot" }).ClickAsync());
        Assert.Equal("cognito-identity-snapshot.json", download.SuggestedFilename);
        await using var stream = await download.CreateReadStreamAsync();
        Assert.Contains("Kept", await new StreamReader(stream).ReadToEndAsync(), StringComparison.Ordinal);

        await console.ClickAsync("Delete everything …");
        await console.ClickAsync("Delete everything");
        await console.SeeAsync("#notice", "The emulator is empty.");
        Assert.DoesNotContain("Kept", test.Emulator.TakeSnapshot(), StringComparison.Ordinal);
        console.ExpectNoComplaint();
    }
}
