using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;

namespace WebApi.SignIn;

/// <summary>The user of a request, as a parameter of its handler: the subject of the verified token, and that token.</summary>
internal sealed class SignedInUser(string id, IReadOnlyDictionary<string, string> logins)
{
    /// <summary>Decides whose credentials are used, so it comes from the verified token.</summary>
    public string Id { get; } = id;

    /// <summary>The token, which goes on to the identity pool.</summary>
    public IReadOnlyDictionary<string, string> Logins { get; } = logins;

    public static async ValueTask<SignedInUser> BindAsync(HttpContext context)
    {
        var issuer = context.RequestServices.GetRequiredService<TokenIssuer>();
        var subject = context.User.FindFirst(JwtRegisteredClaimNames.Sub);
        var token = await context.GetTokenAsync(JwtBearerDefaults.AuthenticationScheme, "access_token");
        return subject is null || token is null
            ? throw new InvalidOperationException("The endpoint lacks RequireAuthorization.")
            : new(subject.Value, new Dictionary<string, string> { [issuer.ProviderName] = token });
    }
}
