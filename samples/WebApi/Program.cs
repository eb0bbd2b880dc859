using WebApi.Aws;
using WebApi.Emulation;
using WebApi.Operations;
using WebApi.Sessions;
using WebApi.SignIn;

var builder = WebApplication.CreateBuilder(args);
using var issuer = new TokenIssuer(new Uri(builder.Configuration["Issuer"]!), TimeProvider.System);

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSignIn(issuer);

// The credentials of the shop's customers, and those of a second pool, in another account and region.
builder.Services.AddCognitoIdentityCredentials(builder.Configuration.GetSection("Customers"));
builder.Services.AddKeyedCognitoIdentity("partners", options => options.Region = "eu-central-1");
builder.Services.AddKeyedCognitoIdentityCredentials("partners", builder.Configuration.GetSection("Partners"));
builder.Services.AddSecurityTokenService();

builder.Services.AddProblemDetails().AddExceptionHandler<AwsExceptionHandler>();
builder.Services.AddHealthChecks().AddCheck<CredentialsHealthCheck>("credentials");
builder.Services.AddOpenApi(OpenApiSecurity.Describe);
builder.AddTelemetry();

// AWS, in this process. With EmulateAws=false the same application calls the real one.
await using var emulator = builder.Configuration.GetValue<bool>("EmulateAws") ? await EmulatedAws.StartAsync(builder, issuer) : null;

var app = builder.Build();
if (emulator is not null)
{
    Console.WriteLine($"AWS is emulated in this process. {emulator.ConsoleAddress} shows what it receives.");
}

app.UseExceptionHandler();
app.UseSecurityHeaders();
app.UseDefaultFiles();
app.UseStaticFiles();
app.UseAuthentication();
app.UseAuthorization();

app.MapSignIn();
app.MapSessions();
app.MapPartners();
app.MapHealth();
app.MapOpenApi();

await app.RunAsync();
