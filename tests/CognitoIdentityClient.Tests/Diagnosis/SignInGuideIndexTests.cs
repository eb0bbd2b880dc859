using System.Reflection;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>The index of messages in docs/guides/sign-in-failures.md agrees with the library in messages, reasons and causes.</summary>
public sealed class SignInGuideIndexTests
{
    private static readonly Dictionary<string, Cause[]> Causes = typeof(Cause).Assembly.GetTypes()
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
        .Where(property => property.PropertyType == typeof(Cause))
        .Select(property => (Cause)property.GetValue(null)!)
        .GroupBy(cause => cause.Code)
        .ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The rows: the message without its placeholders, the reason, and the codes of the causes.</summary>
    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            var rows = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Diagnosis", "sign-in-failures.md"))
                .SkipWhile(line => line != "| message | reason | causes |").Skip(2).TakeWhile(line => line.StartsWith('|'));
            foreach (var row in rows)
            {
                var cells = row.Trim('|').Split(" | ");
                var causes = cells[2].Split("](#").Skip(1).Select(part => part[..part.IndexOf(')', StringComparison.Ordinal)]);
                data.Add(cells[0].Trim(), cells[1].Trim(), string.Join(' ', causes));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Message_of_a_row_has_the_reason_of_the_row(string message, string reason, string causes)
    {
        Assert.NotEmpty(causes);

        // A page of a proxy has no message, and the error of STS is not the service's.
        if (reason is "NotCognitoIdentity" or "Unknown")
        {
            return;
        }

        Assert.Equal(reason, ErrorReasonTable.Find(message).Value);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Cause_of_a_row_can_give_the_reason_of_the_row(string message, string reason, string causes)
    {
        Assert.NotEmpty(message);
        if (reason is "NotCognitoIdentity" or "Unknown")
        {
            return;
        }

        Assert.All(
            causes.Split(' '),
            code => Assert.True(Array.Exists(Causes[code], cause => cause.Explains(reason)), $"{code} does not explain {reason}."));
    }

    // The reasons with their messages are in the documentation of ErrorReason too, which ships in the package.
    [Fact]
    public void Rows_name_every_reason()
    {
        var named = Rows.Select(row => (string)((object[])row)[1]).ToHashSet();
        var known = typeof(ErrorReason).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(ErrorReason))
            .Select(property => property.Name);

        Assert.Equal(known.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }
}
