using CognitoIdentity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// A user's application: a generic host that is configured by appsettings.json, the environment and the profile alone. The tests run it in
// a process of its own, since these are the process's.
var builder = Host.CreateApplicationBuilder();
builder.Services.AddCognitoIdentity(builder.Configuration.GetSection("CognitoIdentity"));
using var host = builder.Build();
await host.StartAsync();
Console.WriteLine("started");

var client = host.Services.GetRequiredService<ICognitoIdentityClient>();
var page = await client.ListIdentityPoolsAsync(new() { MaxResults = 1 });
Console.WriteLine($"{page.IdentityPools.Count} pools");
await host.StopAsync();
