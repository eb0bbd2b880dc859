namespace WebApi.SignIn;

internal static class SignInServices
{
    /// <summary>Lets the API accept the tokens that the application issues, and no others.</summary>
    public static void AddSignIn(this IServiceCollection services, TokenIssuer issuer)
    {
        services.AddSingleton(issuer);
        services.AddAuthorization();
        services.AddAuthentication().AddJwtBearer(options =>
        {
            options.MapInboundClaims = false;
            options.SaveToken = true;
            options.TokenValidationParameters = issuer.Validation;
        });
    }
}
