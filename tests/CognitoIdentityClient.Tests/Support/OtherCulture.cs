using System.Globalization;

namespace CognitoIdentity.Tests.Support;

/// <summary>Makes a culture the current one that writes times and negative numbers otherwise, as many do.</summary>
internal sealed class OtherCulture : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public OtherCulture()
    {
        // By hand: the tests run without the data of real cultures.
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.TimeSeparator = ".";
        culture.NumberFormat.NegativeSign = "minus ";
        CultureInfo.CurrentCulture = culture;
    }

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
