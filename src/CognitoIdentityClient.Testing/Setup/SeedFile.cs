using System.Text.Json;

namespace CognitoIdentity.Testing;

/// <summary>
/// Reads a seed file: JSON with comments, described by seed.schema.json beside this file. Every member of a pool and of an identity may be
/// left out.
/// </summary>
internal static class SeedFile
{
    private static readonly JsonDocumentOptions Json = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The members of an identity. Other parts have theirs in <see cref="SnapshotFormat"/>.</summary>
    public static readonly string[] IdentityMembers = ["id", "logins", "creationDate"];

    /// <summary>The members of a pool.</summary>
    public static readonly string[] PoolMembers =
    [
        "id", "accountId", "name", "allowUnauthenticatedIdentities", "allowClassicFlow", "developerProviderName", "supportedLoginProviders",
        "userPools", "cognitoIdentityProviders", "openIdConnectProviderArns", "samlProviderArns", "tags", "authenticatedRoleArn",
        "unauthenticatedRoleArn", "roleMappings", "principalTags", "identities",
    ];

    /// <param name="text">The text in UTF-8.</param>
    /// <param name="source">What the text is called in the message of an error, such as <c>The seed file 'pools.json'</c>.</param>
    /// <exception cref="InvalidSeedException">The text is not a seed.</exception>
    public static IReadOnlyList<IdentityPoolSeed> Read(ReadOnlyMemory<byte> text, string source)
    {
        try
        {
            using var document = JsonDocument.Parse(text[ByteOrderMark.LengthIn(text.Span)..], Json);
            var root = FileMembers.From(document.RootElement, "").RefuseOthers("$schema", "pools");
            return root.OptionalObjects("pools")?.Select(Pool).ToList() ?? [];
        }
        catch (JsonException e)
        {
            throw new InvalidSeedException(
                $"{source} cannot be used: it is not valid JSON, see line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.", e);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidSeedException($"{source} cannot be used: it contains an unpaired surrogate, which is not valid Unicode.", e);
        }
        catch (FormatException e)
        {
            throw new InvalidSeedException($"{source} cannot be used: {e.Message}", e);
        }
    }

    private static IdentityPoolSeed Pool(FileMembers json)
    {
        json.RefuseOthers(PoolMembers);
        var defaults = new IdentityPoolSeed();
        return new()
        {
            Id = Id(json),
            AccountId = json.OptionalText("accountId", EmulatorOptions.IsAccountId, "must have twelve digits"),
            Name = json.OptionalText(
                "name", RequestContract.PoolName.Allows, "must have 1 to 128 characters: letters, digits, spaces or any of +=,.@-_")
                ?? defaults.Name,
            AllowUnauthenticatedIdentities = json.OptionalFlag("allowUnauthenticatedIdentities") ?? defaults.AllowUnauthenticatedIdentities,
            AllowClassicFlow = json.OptionalFlag("allowClassicFlow"),
            DeveloperProviderName = json.OptionalText(
                "developerProviderName",
                RequestContract.DeveloperProvider.Allows, "must have 1 to 128 characters: letters, digits or any of ._-"),
            SupportedLoginProviders = json.OptionalMap("supportedLoginProviders") ?? [],
            UserPools = json.OptionalMap("userPools") ?? [],
            CognitoIdentityProviders = json.OptionalObjects("cognitoIdentityProviders")?.Select(UserPool).ToList() ?? [],
            OpenIdConnectProviderArns = json.OptionalTexts("openIdConnectProviderArns") ?? [],
            SamlProviderArns = json.OptionalTexts("samlProviderArns") ?? [],
            Tags = json.OptionalMap("tags") ?? [],
            AuthenticatedRoleArn = Role(json, "authenticatedRoleArn", defaults.AuthenticatedRoleArn),
            UnauthenticatedRoleArn = Role(json, "unauthenticatedRoleArn", defaults.UnauthenticatedRoleArn),
            RoleMappings = json.OptionalObjectMap("roleMappings")?.ToDictionary(entry => entry.Key, entry => Mapping(entry.Value))
                ?? new Dictionary<string, RoleMapping>(),
            PrincipalTags = json.OptionalObjectMap("principalTags")?.Keys.ToDictionary(
                    provider => provider,
                    provider => (IReadOnlyDictionary<string, string>)json.Object("principalTags").Map(provider))
                ?? new Dictionary<string, IReadOnlyDictionary<string, string>>(),
            Identities = json.OptionalObjects("identities")?.Select(Identity).ToList() ?? [],
        };
    }

    private static string? Id(FileMembers json) =>
        json.OptionalText("id", Seeding.IsId, "must have at most 55 characters and the form region:uuid, in lower case");

    // Null sets no role, and is the one null that a seed file may have.
    private static string? Role(FileMembers json, string name, string? byDefault) =>
        json.Json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Null
            ? null
            : json.OptionalText(name) ?? byDefault;

    private static CognitoIdentityProvider UserPool(FileMembers json)
    {
        json.RefuseOthers(SnapshotFormat.UserPoolMembers);
        return new()
        {
            ProviderName = json.Text("providerName"),
            ClientId = json.OptionalText("clientId"),
            ServerSideTokenCheck = json.OptionalFlag("serverSideTokenCheck"),
        };
    }

    private static RoleMapping Mapping(FileMembers json)
    {
        var mapping = SnapshotFormat.ReadRoleMapping(json);
        return new()
        {
            Type = mapping.Type,
            AmbiguousRoleResolution = mapping.AmbiguousRoleResolution,
            RulesConfiguration = mapping.Rules is null ? null : new()
            {
                Rules =
                [
                    .. mapping.Rules.Select(rule => new MappingRule
                    {
                        Claim = rule.Claim, MatchType = rule.MatchType, RoleARN = rule.RoleArn, Value = rule.Value,
                    }),
                ],
            },
        };
    }

    private static IdentitySeed Identity(FileMembers json)
    {
        json.RefuseOthers(IdentityMembers);
        return new()
        {
            Id = Id(json),
            Logins = json.OptionalMap("logins") ?? [],
            CreationDate = json.OptionalTime("creationDate"),
        };
    }
}
