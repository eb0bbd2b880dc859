using System.Text;
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
            var rule = damage.Apply(good);
            try
            {
                // A rule that the parser accepts, the emulator accepts too.
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

    [Theory]
    [InlineData("--issuer", "https://login.example.com/a=http://localhost:9229/local_abc")]
    [InlineData("--jwks", "localhost:9229/local_abc=http://localhost:9229/local_abc/.well-known/jwks.json")]
    [InlineData("--jwks", "login.example.com=keys.json")]
    public void Setting_of_a_provider_has_its_name_and_a_value_or_is_refused(string option, string good)
    {
        var damage = new Damage(6);
        for (var i = 0; i < 2_000; i++)
        {
            try
            {
                var (provider, issuer, keys) = option == "--jwks"
                    ? IssuerSetting.ParseKeys(option, damage.Apply(good))
                    : IssuerSetting.ParseIssuer(option, damage.Apply(good));
                Assert.NotEmpty(provider);
                Assert.NotEmpty(option == "--jwks" ? keys! : issuer!);
            }
            catch (FormatException e)
            {
                Assert.Equal($"{option} needs the form PROVIDER=VALUE.", e.Message);
            }
        }
    }

    [Fact]
    public async Task Key_set_has_keys_or_is_refused()
    {
        var damage = new Damage(7);
        var file = Path.GetTempFileName();
        try
        {
            for (var i = 0; i < 500; i++)
            {
                var keySet = damage.Apply(
                    """{"keys":[{"kty":"RSA","kid":"one","n":"AQAB","e":"AQAB","x5c":["AA=="],"key_ops":["verify"]}]}""");
                // Bytes, because half of a character has none of its own.
                await File.WriteAllBytesAsync(file, Encoding.UTF8.GetBytes(keySet));
                try
                {
                    var issuers = await IssuerSetting.ReadAsync(
                        [IssuerSetting.ParseKeys("--jwks", $"login.example.com={file}")], CancellationToken.None);
                    Assert.NotEmpty(issuers.Single().Keys!.Keys);
                }
                catch (IOException e)
                {
                    Assert.StartsWith($"The JSON Web Key Set '{file}' cannot be read: ", e.Message, StringComparison.Ordinal);
                }
            }
        }
        finally
        {
            File.Delete(file);
        }
    }
}
