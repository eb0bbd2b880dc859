using System.Globalization;
using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Serialization;

/// <summary>The service sends epoch seconds; proxies and test servers also send text.</summary>
public sealed class TimestampTests
{
    [Theory]
    [InlineData("1442877512", "2015-09-21T23:18:32.000Z")]
    [InlineData("1442877512.0", "2015-09-21T23:18:32.000Z")]
    [InlineData("1442877512.123", "2015-09-21T23:18:32.123Z")]
    [InlineData("1442877512.1230001", "2015-09-21T23:18:32.123Z")]
    [InlineData("1.442877512123E9", "2015-09-21T23:18:32.123Z")]
    [InlineData("1.442877512e+9", "2015-09-21T23:18:32.000Z")]
    [InlineData("0", "1970-01-01T00:00:00.000Z")]
    [InlineData("-1.5", "1969-12-31T23:59:58.500Z")]
    [InlineData("253402300799", "9999-12-31T23:59:59.000Z")]
    [InlineData("\"1442877512\"", "2015-09-21T23:18:32.000Z")]
    [InlineData("\"1442877512.123\"", "2015-09-21T23:18:32.123Z")]
    [InlineData("\"1.442877512123E9\"", "2015-09-21T23:18:32.123Z")]
    [InlineData("\"-1.5\"", "1969-12-31T23:59:58.500Z")]
    [InlineData("\"2015-09-21T23:18:32Z\"", "2015-09-21T23:18:32.000Z")]
    [InlineData("\"2015-09-21T23:18:32.123Z\"", "2015-09-21T23:18:32.123Z")]
    [InlineData("\"2015-09-21T23:18:32.1234567Z\"", "2015-09-21T23:18:32.123Z")]
    [InlineData("\"2015-09-22T01:18:32+02:00\"", "2015-09-21T23:18:32.000Z")]
    [InlineData("\"2015-09-21T18:48:32.5-04:30\"", "2015-09-21T23:18:32.500Z")]
    [InlineData("\"Mon, 21 Sep 2015 23:18:32 GMT\"", "2015-09-21T23:18:32.000Z")]
    public async Task Timestamp_in_an_accepted_form_is_read_to_the_millisecond_in_utc(string json, string expected)
    {
        var created = (await DescribeIdentityAsync(json)).CreationDate;

        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), created);
        Assert.Equal(TimeSpan.Zero, created?.Offset);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("1e400")]
    [InlineData("253402300800")]
    [InlineData("-62135596801")]
    [InlineData("\"\"")]
    [InlineData("\"yesterday\"")]
    [InlineData("\"May\"")]
    [InlineData("\"12/11/2014\"")]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("\"1e400\"")]
    [InlineData("\"0x55F9\"")]
    [InlineData("\"2015-13-21T23:18:32Z\"")]
    [InlineData("\"2015-09-21T23:18:32 banana\"")]
    [InlineData("\"0001-01-01T00:00:00+14:00\"")]
    [InlineData("\"Mon, 99 Sep 2015 23:18:32 GMT\"")]
    [InlineData("\"\\ud800\"")]
    public async Task Timestamp_in_another_form_is_an_error_that_names_the_member_and_not_the_value(string json)
    {
        var error = await Assert.ThrowsAsync<InvalidResponseException>(() => DescribeIdentityAsync(json));

        Assert.Contains("$.CreationDate", error.Message, StringComparison.Ordinal);
        if (json.Trim('"') is { Length: > 2 } text)
        {
            Assert.DoesNotContain(text, error.ServiceMessage, StringComparison.Ordinal);
            Assert.DoesNotContain(text, $"{error.InnerException}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Timestamp_inside_an_element_is_named_by_its_path()
    {
        using var client = ScriptedHandler.Responding("""{ "Identities": [{}, { "LastModifiedDate": "soon" }] }""").CreateClient();

        var error = await Assert.ThrowsAsync<InvalidResponseException>(
            () => client.ListIdentitiesAsync(new() { IdentityPoolId = Example.PoolId, MaxResults = 60 }));

        Assert.Contains("$.Identities[1].LastModifiedDate", error.Message, StringComparison.Ordinal);
    }

    private static async Task<DescribeIdentityResponse> DescribeIdentityAsync(string creationDate)
    {
        using var client = ScriptedHandler.Responding($$"""{ "CreationDate": {{creationDate}} }""").CreateClient();
        return await client.DescribeIdentityAsync(new() { IdentityId = Example.IdentityId });
    }
}
