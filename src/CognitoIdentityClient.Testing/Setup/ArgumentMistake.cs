namespace CognitoIdentity.Testing;

/// <summary>Reads what is wrong from an <see cref="ArgumentException"/>.</summary>
internal static class ArgumentMistake
{
    /// <summary>
    /// Returns the message without the name of the parameter, which .NET appends and which says nothing to the author of a file, a request
    /// or a command line.
    /// </summary>
    public static string GetText(ArgumentException exception) =>
        exception.Message.Replace($" (Parameter '{exception.ParamName}')", "", StringComparison.Ordinal);
}
