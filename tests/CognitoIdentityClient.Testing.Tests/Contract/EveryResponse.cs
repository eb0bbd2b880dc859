namespace CognitoIdentity.Testing.Tests.Contract;

/// <summary>The members of the responses to the calls of <see cref="EveryMember"/>, made once for all tests of a class.</summary>
public sealed class EveryResponse : IAsyncLifetime
{
    /// <summary>The members, as <c>Operation.Member.Member</c>.</summary>
    public IReadOnlyCollection<string> Members { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var responses = new ResponseMembers(emulator.CreateHandler());
        using var client = new CognitoIdentityClient(
            new() { Region = emulator.Region, Credentials = emulator.Credentials, Endpoint = emulator.Endpoint }, responses);

        await EveryMember.AskForAsync(client);

        Members = responses.Seen;
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
