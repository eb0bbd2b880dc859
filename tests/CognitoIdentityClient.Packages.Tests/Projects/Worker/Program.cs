using CognitoIdentity;

var builder = Host.CreateApplicationBuilder();
builder.Services.AddCognitoIdentity(options =>
{
    options.Region = "us-east-1";
    options.Endpoint = new Uri(args[0]);
});
builder.Services.AddHostedService(services => new Greeter(
    services.GetRequiredService<ICognitoIdentityClient>(), services.GetRequiredService<IHostApplicationLifetime>(), args[1]));
await builder.Build().RunAsync();

internal sealed class Greeter(ICognitoIdentityClient client, IHostApplicationLifetime lifetime, string poolId) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var guest = await client.GetIdAsync(new() { IdentityPoolId = poolId }, stoppingToken);
        Console.WriteLine($"Identity {guest.IdentityId}");
        lifetime.StopApplication();
    }
}
