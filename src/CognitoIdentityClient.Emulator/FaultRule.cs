using System.Globalization;
using CognitoIdentity.Testing;

namespace CognitoIdentity.Emulator;

/// <summary>A fault as the command line has it: <c>GetId=error:InternalErrorException:500,count=2,probability=0.5</c>.</summary>
internal static class FaultRule
{
    public const string Form =
        "OPERATION=KIND[,count=N][,probability=P], with * for any operation and one of the kinds throttling, error:CODE[:STATUS], "
        + "status:N, delay:SECONDS, lost-before-work, lost-after-work, truncated, garbage, date:SECONDS.";

    /// <exception cref="FormatException">The rule has another form, or a number out of its range.</exception>
    public static Fault Parse(string rule)
    {
        if (rule.Split('=', 2) is not [{ Length: > 0 } operation, { Length: > 0 } rest])
        {
            throw Wrong(rule);
        }

        var parts = rest.Split(',');
        var fault = Kind(rule, parts[0].Split(':')) with { Operation = operation == "*" ? null : operation };
        foreach (var part in parts[1..])
        {
            fault = part.Split('=', 2) switch
            {
                ["count", var count] => fault with { Count = Whole(rule, count) },
                ["probability", var probability] => fault with { Probability = Number(rule, probability) },
                _ => throw Wrong(rule),
            };
        }

        try
        {
            FaultPlan.Check(fault);
            return fault;
        }
        catch (ArgumentException e)
        {
            throw new FormatException($"--fault cannot be '{rule}': {ArgumentMistake.GetText(e)}", e);
        }
    }

    private static Fault Kind(string rule, string[] kind) => kind switch
    {
        ["throttling"] => Fault.Throttling(),
        ["error", { Length: > 0 } code] => Fault.Error(code, "Injected."),
        ["error", { Length: > 0 } code, var status] => Fault.Error(code, "Injected.", Whole(rule, status)),
        ["status", var status] => Fault.Status(Whole(rule, status)),
        ["delay", var seconds] => Fault.Delay(Seconds(rule, seconds)),
        ["lost-before-work"] => Fault.ConnectionLostBeforeWork(),
        ["lost-after-work"] => Fault.ConnectionLostAfterWork(),
        ["truncated"] => Fault.TruncatedBody(),
        ["garbage"] => Fault.GarbageBody(),
        ["date", var seconds] => Fault.WrongDate(Seconds(rule, seconds)),
        _ => throw Wrong(rule),
    };

    private static int Whole(string rule, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(rule);

    private static TimeSpan Seconds(string rule, string text) =>
        Math.Abs(Number(rule, text)) <= 1e9 ? TimeSpan.FromSeconds(Number(rule, text)) : throw Wrong(rule);

    private static double Number(string rule, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw Wrong(rule);

    private static FormatException Wrong(string rule) => new($"--fault cannot be '{rule}'. {Form}");
}
