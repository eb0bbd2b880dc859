using System.Globalization;
using System.Text;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>When the credentials of users who signed in together are refreshed, and the drawing of it in the guide.</summary>
public sealed class RefreshCurveTests
{
    private const int Users = 10_000;

    [Fact]
    public void Refreshes_of_users_who_signed_in_together_are_spread_over_five_minutes()
    {
        var perSecond = Simulate();

        Assert.Equal(Users, perSecond.Sum());
        Assert.Equal(
            (50 * 60, (55 * 60) - 1), (Array.FindIndex(perSecond, count => count > 0), Array.FindLastIndex(perSecond, count => count > 0)));

        // 10,000 over 300 seconds are 33 a second.
        Assert.InRange(perSecond.Max(), 33, 60);
    }

    /// <summary>The curve in the guide is that of the simulation. With UPDATE_DOCUMENTS=1 in the environment the test draws it.</summary>
    [Fact]
    public void Drawing_in_the_guide_is_that_of_the_simulation()
    {
        var drawn = Draw(Simulate());
        if (Environment.GetEnvironmentVariable("UPDATE_DOCUMENTS") == "1")
        {
            File.WriteAllText(Repository.PathOf("docs/images/refresh-curve.svg"), drawn);
        }

        Assert.Equal(drawn, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Credentials", "Documents", "refresh-curve.svg"))
            .ReplaceLineEndings("\n"));
    }

    /// <summary>Returns, for each second of the hour after a sign-in at 0, the number of users whose refresh becomes due in it.</summary>
    /// <remarks>A user of the credentials in that second begins the refresh.</remarks>
    private static int[] Simulate()
    {
        var random = new Random(2026);
        var clock = new MachineClock();
        var (client, _) = FakeClient.Create();
        var settings = new CredentialsSettings(
            new() { IdentityPoolId = TestClient.PoolId, TimeProvider = clock, Jitter = random.NextDouble }, client, null);
        var session = new CognitoIdentitySession("id", FakeClient.NewCredentials(clock.GetUtcNow() + TimeSpan.FromHours(1)));
        var perSecond = new int[3_600];
        for (var user = 0; user < Users; user++)
        {
            var cached = new CachedSession(session, Moment.Now(clock), TimeSpan.FromHours(1), settings);
            perSecond[(int)cached.RefreshAfter.TotalSeconds]++;
        }

        return perSecond;
    }

    private static string Draw(int[] perSecond)
    {
        const int Left = 60, Bottom = 190, Scale = 2, From = 49 * 60;
        var svg = new StringBuilder();
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 920 240\" font-family=\"sans-serif\" font-size=\"13\">");
        Add($"<title>Refreshes a second of 10,000 users who signed in at the same moment</title>");
        Add($"<rect width=\"920\" height=\"240\" fill=\"#ffffff\"/>");
        Add($"<text x=\"{Left}\" y=\"20\" fill=\"#222222\">Refreshes a second of 10,000 users who signed in at the same moment</text>");
        foreach (var count in (int[])[0, 20, 40, 60])
        {
            var y = Bottom - (count * Scale);
            Add($"<line x1=\"{Left}\" y1=\"{y}\" x2=\"900\" y2=\"{y}\" stroke=\"#dddddd\"/>");
            Add($"<text x=\"{Left - 8}\" y=\"{y + 4}\" text-anchor=\"end\" fill=\"#555555\">{count}</text>");
        }

        for (var minute = 49; minute <= 56; minute++)
        {
            var x = Left + ((minute * 60) - From) * Scale;
            Add($"<text x=\"{x}\" y=\"{Bottom + 18}\" text-anchor=\"middle\" fill=\"#555555\">{minute} min</text>");
        }

        var points = Enumerable.Range(From, 7 * 60)
            .Select(second => $"{Left + ((second - From) * Scale)},{Bottom - (perSecond[second] * Scale)}");
        Add($"<polyline fill=\"none\" stroke=\"#1f6feb\" points=\"{string.Join(' ', points)}\"/>");
        Add($"<text x=\"480\" y=\"232\" text-anchor=\"middle\" fill=\"#555555\">time since the sign-in</text>");
        Add($"</svg>");
        return svg.ToString();

        void Add(FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
