namespace CognitoIdentity.Testing.Tests.Operations;

public class GuestTests
{
    [Fact]
    public async Task GetId_without_logins_makes_a_new_guest_each_time()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync();
        Assert.NotEqual(await service.GetIdAsync(pool), await service.GetIdAsync(pool));
    }

    [Fact]
    public async Task GetId_without_logins_in_a_pool_without_guests_is_refused()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(guests: false);
        (await service.CallAsync("GetId", $$"""{"IdentityPoolId":"{{pool}}"}"""))
            .IsError("NotAuthorizedException", "Unauthenticated access is not supported for this identity pool.");
    }

    [Theory]
    [InlineData("GetCredentialsForIdentity")]
    [InlineData("GetOpenIdToken")]
    public async Task Guest_of_a_pool_that_allows_guests_no_longer_is_refused(string operation)
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync();
        var guest = await service.GetIdAsync(pool);
        (await service.CallAsync(
            "UpdateIdentityPool",
            $$"""{"IdentityPoolId":"{{pool}}","IdentityPoolName":"Pool","AllowUnauthenticatedIdentities":false}""")).Ok();
        (await service.CallAsync(operation, $$"""{"IdentityId":"{{guest}}"}"""))
            .IsError("NotAuthorizedException", "Unauthenticated access is not supported for this identity pool.");
    }

    [Fact]
    public async Task GetId_of_an_unknown_pool_is_refused()
    {
        await using var service = await TestEmulator.StartAsync();
        (await service.CallAsync("GetId", """{"IdentityPoolId":"us-east-1:00000000-0000-0000-0000-000000000000"}"""))
            .IsError("ResourceNotFoundException", "IdentityPool 'us-east-1:00000000-0000-0000-0000-000000000000' not found.");
    }

    [Theory]
    [InlineData("GetCredentialsForIdentity")]
    [InlineData("GetOpenIdToken")]
    public async Task Unknown_identity_is_refused(string operation)
    {
        await using var service = await TestEmulator.StartAsync();
        (await service.CallAsync(operation, """{"IdentityId":"us-east-1:00000000-0000-0000-0000-000000000000"}"""))
            .IsError("ResourceNotFoundException", "Identity 'us-east-1:00000000-0000-0000-0000-000000000000' not found.");
    }

    [Fact]
    public async Task Guest_gets_credentials_of_the_role_for_guests()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = service.Emulator.Seed(new() { UnauthenticatedRoleArn = "arn:aws:iam::123456789012:role/guests" });
        var guest = await service.GetIdAsync(pool);

        var response = await service.CallAsync("GetCredentialsForIdentity", $$"""{"IdentityId":"{{guest}}"}""");

        var session = IssuedSession.Read(response.Ok().Json.GetProperty("Credentials").GetProperty("SessionToken").GetString()!);
        Assert.Equal("arn:aws:iam::123456789012:role/guests", session.RoleArn);
        Assert.Equal(guest, session.IdentityId);
        Assert.Equal(service.Now.AddHours(1), session.Expiration);
    }

    [Fact]
    public async Task Credentials_in_a_pool_without_roles_are_refused()
    {
        await using var service = await TestEmulator.StartAsync();
        var guest = await service.GetIdAsync(await service.CreatePoolAsync());
        (await service.CallAsync("GetCredentialsForIdentity", $$"""{"IdentityId":"{{guest}}"}""")).IsError(
            "InvalidIdentityPoolConfigurationException",
            "Invalid identity pool configuration. Check assigned IAM roles for this pool.");
    }

    [Theory]
    [InlineData("\"AllowClassicFlow\":true", null)]
    [InlineData("", null)]
    [InlineData("\"AllowClassicFlow\":false", "Basic (classic) flow is not enabled, please use enhanced flow.")]
    public async Task Classic_flow_works_unless_the_pool_forbids_it(string member, string? message)
    {
        await using var service = await TestEmulator.StartAsync();
        var guest = await service.GetIdAsync(await service.CreatePoolAsync(member));
        var response = await service.CallAsync("GetOpenIdToken", $$"""{"IdentityId":"{{guest}}"}""");
        Assert.Equal(message is null ? null : "InvalidParameterException", response.ErrorCode);
        Assert.Equal(message, response.ErrorMessage);
    }
}
