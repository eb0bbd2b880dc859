using CognitoIdentity.Emulator;

namespace CognitoIdentity.Testing.Tests.Emulator;

/// <summary>Random damage to the values of the command line gives a value or the one error that the tool reports.</summary>
public class RandomDamageToArgumentsTests
{
    [Theory]
    [InlineData("GetId=error:InternalErrorException:500,count=2,probability=0.5")]
    [InlineData("*=delay:1.5")]
    [InlineData("GetOpenIdToken=status:503,count=3")]
    [InlineData("*=date:-86400,probability=1")]
    public void Fault_rule_is_a_fault_or_is_refused(string good)
    {
        var damage = new Damage(good.Length);
        var faults = 0;
        for (var i = 0; i < 2_000; i++)
        {
            var rule = damage.Of(good);
            try
            {
                // What the rule accepts, the emulator accepts too.
                FaultPlan.Check(FaultRule.Parse(rule));
                faults++;
            }
            catch (FormatException e)
            {
                Assert.StartsWith($"--fault cannot be '{rule}'", e.Message, StringComparison.Ordinal);
                Assert.DoesNotContain("(Parameter", e.Message, StringComparison.Ordinal);
            }
        }

        Assert.InRange(faults, 1, 1_999);
    }

    [Fact]
    public void Issuer_has_a_provider_and_a_value_or_is_refused()
    {
        var damage = new Damage(6);
        for (var i = 0; i < 2_000; i++)
        {
            try
            {
                var issuer =
                    IssuerSetting.ParseIssuer("--issuer", damage.Of("https://login.example.com/a=http://localhost:9229/local_abc"));
                Assert.NotEmpty(issuer.Provider);
                Assert.NotEmpty(issuer.Issuer!);
            }
            catch (FormatException)
            {
                // The one way in which it may fail.
            }
        }
    }
}
