using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Conventions;
using CognitoIdentity.Tests.Support;
using RecordedRequest = CognitoIdentity.Testing.RecordedRequest;

namespace CognitoIdentity.Tests.Diagnostics;

/// <summary>The text that a public type of the packages prints of itself. A new type that prints a secret fails here.</summary>
public sealed partial class PublicTypeSecretTests
{
    private static readonly Type[] Types =
    [
        .. DocumentedMember.Packages.SelectMany(package => package.GetExportedTypes())
            .Where(type => !type.IsInterface && !type.IsEnum && !(type is { IsAbstract: true, IsSealed: true })),
    ];

    private static readonly Dictionary<string, Type> Printing = Types
        .Where(type => !type.IsAbstract && !type.ContainsGenericParameters && PrintsItself(type))
        .Where(type => !typeof(Exception).IsAssignableFrom(type) && type != typeof(RecordedRequest))
        .ToDictionary(type => type.FullName!);

    public static TheoryData<string> PrintingTypes => [.. Printing.Keys];

    [Theory]
    [MemberData(nameof(PrintingTypes))]
    public void ToString_of_a_public_type_shows_no_secret(string name)
    {
        var specimen = Specimen.Create(Printing[name]);

        Assert.DoesNotContain(Specimen.Secret, specimen.ToString(), StringComparison.Ordinal);
    }

    // Only the emulator creates it.
    [Fact]
    public async Task ToString_of_a_request_that_the_emulator_recorded_shows_no_secret()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var client = emulator.CreateClient();
        var request = new GetIdRequest
        {
            IdentityPoolId = TestClient.PoolId,
            Logins = new Dictionary<string, string> { ["accounts.google.com"] = Specimen.Secret },
        };

        await TestClient.FailureAsync<CognitoIdentityException>(client.GetIdAsync(request));

        var recorded = Assert.Single(emulator.Requests);
        Assert.Contains(Specimen.Secret, recorded.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Specimen.Secret, recorded.ToString(), StringComparison.Ordinal);
    }

    // Otherwise the test above would pass although it looks at nothing.
    [Fact]
    public void Specimens_hold_secrets()
    {
        Assert.Equal(Specimen.Secret, Specimen.Create(typeof(Credentials)) is Credentials credentials ? credentials.SecretKey : null);
        Assert.Equal(Specimen.Secret, ((GetIdRequest)Specimen.Create(typeof(GetIdRequest))).Logins!.Values.Single());
        Assert.Equal(Specimen.Secret, ((EmulatorAccessKey)Specimen.Create(typeof(EmulatorAccessKey))).SecretAccessKey);
        Assert.Contains(typeof(CognitoIdentityUser).FullName!, Printing);
    }

    // A debugger's window ends in screenshots and dumps of support cases. A text with members in braces is evaluated there.
    [Fact]
    public void Debugger_shows_no_member_that_is_a_secret()
    {
        var displays = Types.SelectMany(type => type.GetMembers().Prepend(type))
            .SelectMany(member => member.GetCustomAttributes<DebuggerDisplayAttribute>(inherit: false));

        Assert.All(displays, display => Assert.DoesNotMatch(SecretName(), $"{display.Name} {display.Value}"));
    }

    [Fact]
    public void Every_member_that_can_hold_a_text_is_classified_as_secret_or_not()
    {
        var members = SecretMembers.OfPublicTypes.ToHashSet();
        var missing = members.Except(SecretMembers.Names).Order(StringComparer.Ordinal).ToList();

        Assert.True(
            missing.Count == 0,
            $"{SecretMembers.File} lacks {string.Join(", ", missing)}: secret-members.txt is step 8 of "
            + "docs/contributing/adding-an-operation.md and step 3 of docs/contributing/adding-a-member.md.");
        Assert.Empty(SecretMembers.Names.Except(members));
    }

    // The secrets of the API reference: tokens, keys and the values of Logins, in every shape that has them.
    [Fact]
    public void Members_of_the_contract_are_classified_by_their_names()
    {
        string[] secrets = ["AccessKeyId", "SecretKey", "SessionToken", "Token"];
        var members = Shape.All.Values
            .SelectMany(shape => shape.Members.Select(member => (shape.Type, Property: shape.Type.GetProperty(member.Name)!)))
            .Where(member => SecretMembers.IsSecret(member.Type, member.Property.Name) is not null)
            .ToList();

        Assert.True(members.Count > 50);
        Assert.All(members, member => Assert.Equal(
            secrets.Contains(member.Property.Name)
                || (member.Property.Name == "Logins" && member.Property.PropertyType.GetGenericArguments().Length == 2),
            SecretMembers.IsSecret(member.Type, member.Property.Name)));
    }

    /// <summary>Whether a member of a type holds a secret. The parameter of a factory method sets no member: its name decides.</summary>
    public static bool IsSecret(Type? type, string? name) =>
        SecretMembers.IsSecret(type, name) ?? (name is not null && SecretName().IsMatch(name) && !PlainName().IsMatch(name));

    private static bool PrintsItself(Type type) =>
        type.GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType is { } declaring
        && declaring != typeof(object)
        && declaring != typeof(ValueType);

    [GeneratedRegex(
        "token|secret|logins$|password|authorization|accesskeyid|signature$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretName();

    // Tokens of pages, members that are about tokens, and roles that were read in a token.
    [GeneratedRegex(
        "nextToken|startingToken|resumeToken|tokenDuration|tokenCheck|cancellationToken|TokenProvider|TokenRoles",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PlainName();
}
