using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CognitoIdentity.Testing;

/// <summary>The signer of a request, and the region that it was signed for.</summary>
internal sealed record Caller(string AccountId, string Region);

/// <summary>
/// Verifies Signature Version 4 as the AWS front end does, with its errors in its order. It shares no code with the client's
/// signer: an error in one of the two shows up as a mismatch.
/// </summary>
internal sealed class SignatureVerifier(EmulatorOptions options, CredentialsIssuer credentials)
{
    private const string InvalidSignature = "InvalidSignatureException";
    private const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";

    private readonly Dictionary<string, EmulatorAccessKey> _keys =
        options.AccessKeys.ToDictionary(key => key.AccessKeyId, StringComparer.Ordinal);

    /// <exception cref="ServiceError">The request is not signed, or not rightly.</exception>
    public Caller Verify(ServiceRequest request, DateTimeOffset now)
    {
        var authorization = RequestSignature.Parse(request);
        var key = FindKey(authorization, now);
        CheckScope(authorization);
        var date = CheckDate(authorization, now);
        CheckSignature(authorization, key, request, date);
        return new(key.AccountId ?? options.AccountId, authorization.ScopeRegion);
    }

    private EmulatorAccessKey FindKey(RequestSignature authorization, DateTimeOffset now)
    {
        var key = _keys.GetValueOrDefault(authorization.AccessKeyId) ?? IssuedKey(authorization);
        if (key is null || !SameText(key.SessionToken ?? "", authorization.Token))
        {
            throw new ServiceError("UnrecognizedClientException", "The security token included in the request is invalid.");
        }

        if (key.Expiration <= now)
        {
            throw new ServiceError("ExpiredTokenException", "The security token included in the request is expired");
        }

        return key;
    }

    /// <summary>Returns the key of credentials that this emulator issued to a role, if such may call it.</summary>
    private EmulatorAccessKey? IssuedKey(RequestSignature authorization)
    {
        if (!options.AcceptIssuedCredentials || IssuedSession.TryRead(authorization.Token) is not { } session)
        {
            return null;
        }

        // The secret proves that the token is as it was issued.
        return new(authorization.AccessKeyId, credentials.SecretKey(authorization.AccessKeyId, authorization.Token))
        {
            SessionToken = authorization.Token,
            Expiration = session.Expiration,
            AccountId = RoleArn.TryParse(session.RoleArn)?.AccountId,
        };
    }

    private void CheckScope(RequestSignature authorization)
    {
        if (!options.Regions.Contains(authorization.ScopeRegion))
        {
            throw Invalid($"Credential should be scoped to a valid region, not '{authorization.ScopeRegion}'.");
        }

        if (authorization.ScopeService != CalledService.Own)
        {
            throw Invalid($"Credential should be scoped to correct service: '{CalledService.Own}'.");
        }

        if (authorization.ScopeTerminator != RequestSignature.Terminator)
        {
            throw Invalid(
                $"Credential should be scoped with a valid terminator: '{RequestSignature.Terminator}', not "
                + $"'{authorization.ScopeTerminator}'.");
        }

        if (!authorization.SignedHeaders.Contains("host"))
        {
            throw Invalid("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        }
    }

    /// <summary>Checks the date of the request, and returns it as the string to sign has it.</summary>
    private string CheckDate(RequestSignature authorization, DateTimeOffset now)
    {
        if (!DateTimeOffset.TryParseExact(
            authorization.Date, [DateFormat, "r"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            throw new ServiceError(RequestSignature.Incomplete, "Date must be in ISO-8601 'basic format'.");
        }

        var text = Format(date);
        if (text[..8] != authorization.ScopeDate)
        {
            throw Invalid(
                $"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{authorization.ScopeDate}' "
                + $"!= '{text[..8]}', from '{text}'.");
        }

        var tolerance = options.ClockTolerance;
        var minutes = tolerance.TotalMinutes.ToString(CultureInfo.InvariantCulture);
        // Differences of two dates never overflow; a date and the tolerance may, except where the message has them.
        if (now - date > tolerance)
        {
            throw Invalid($"Signature expired: {text} is now earlier than {Format(now - tolerance)} ({Format(now)} - {minutes} min.)");
        }

        if (date - now > tolerance)
        {
            throw Invalid(
                $"Signature not yet current: {text} is still later than {Format(now + tolerance)} ({Format(now)} + {minutes} min.)");
        }

        return text;
    }

    private static void CheckSignature(RequestSignature authorization, EmulatorAccessKey key, ServiceRequest request, string date)
    {
        var canonical = CanonicalRequestText.Build(request, authorization.SignedHeaders);
        var scope = $"{authorization.ScopeDate}/{authorization.ScopeRegion}/{CalledService.Own}/{RequestSignature.Terminator}";
        var toSign = $"{RequestSignature.Algorithm}\n{date}\n{scope}\n{CanonicalRequestText.HexHash(Encoding.UTF8.GetBytes(canonical))}";
        var signingKey = Encoding.UTF8.GetBytes("AWS4" + key.SecretAccessKey);
        foreach (var part in scope.Split('/'))
        {
            signingKey = Sign(signingKey, part);
        }

        if (!SameText(CanonicalRequestText.Hex(Sign(signingKey, toSign)), authorization.Signature))
        {
            throw Invalid(
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and "
                + "signing method. Consult the service documentation for details.");
        }
    }

    private static byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static bool SameText(string expected, string actual) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(actual));

    private static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);

    private static ServiceError Invalid(string message) => new(InvalidSignature, message);
}
