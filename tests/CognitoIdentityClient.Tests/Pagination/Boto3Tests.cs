using System.Text;

namespace CognitoIdentity.Tests.Pagination;

/// <summary>
/// The behavior of boto3's paginator, measured with boto3 and botocore 1.43.11: <c>get_paginator("list_identity_pools")</c> over a method
/// that returns [p0 p1 p2] → T1, [p3 p4 p5] → T2, [p6].
/// </summary>
public sealed class Boto3Tests
{
    // In the columns: StartingToken, MaxItems, the items of the pages that came (a bar between pages), the calls' tokens, resume_token.
    public static TheoryData<string?, int?, string, string, string?> Measured { get; } = new()
    {
        { null, null, "p0 p1 p2|p3 p4 p5|p6", "- T1 T2", null },
        { null, 0, "", "-", "eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAwfQ==" },
        { null, 1, "p0", "-", "eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==" },
        { null, 2, "p0 p1", "-", "eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ==" },
        { null, 3, "p0 p1 p2", "-", "eyJOZXh0VG9rZW4iOiAiVDEifQ==" },
        { null, 4, "p0 p1 p2|p3", "- T1", "eyJOZXh0VG9rZW4iOiAiVDEiLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==" },
        { null, 5, "p0 p1 p2|p3 p4", "- T1", "eyJOZXh0VG9rZW4iOiAiVDEiLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ==" },
        { null, 6, "p0 p1 p2|p3 p4 p5", "- T1", "eyJOZXh0VG9rZW4iOiAiVDIifQ==" },
        { null, 7, "p0 p1 p2|p3 p4 p5|p6", "- T1 T2", null },
        { null, 100, "p0 p1 p2|p3 p4 p5|p6", "- T1 T2", null },

        // {"NextToken": null, "boto_truncate_amount": 2}
        { "eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ==", null, "p2|p3 p4 p5|p6", "- T1 T2", null },
        { "eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ==", 0, "", "-",
            "eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ==" },
        { "eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ==", 1, "p2", "-", "eyJOZXh0VG9rZW4iOiAiVDEifQ==" },
        { "eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ==", 2, "p2|p3", "- T1",
            "eyJOZXh0VG9rZW4iOiAiVDEiLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==" },
        { "eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ==", 4, "p2|p3 p4 p5", "- T1", "eyJOZXh0VG9rZW4iOiAiVDIifQ==" },

        // {"NextToken": "T1"}, and {"NextToken": "T1", "boto_truncate_amount": 1}, 3 and 9
        { "eyJOZXh0VG9rZW4iOiAiVDEifQ==", null, "p3 p4 p5|p6", "T1 T2", null },
        { "eyJOZXh0VG9rZW4iOiAiVDEifQ==", 0, "", "T1", "eyJOZXh0VG9rZW4iOiAiVDEiLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAwfQ==" },
        { "eyJOZXh0VG9rZW4iOiAiVDEifQ==", 4, "p3 p4 p5|p6", "T1 T2", null },
        { "eyJOZXh0VG9rZW4iOiAiVDEiLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==", null, "p4 p5|p6", "T1 T2", null },
        { "eyJOZXh0VG9rZW4iOiAiVDEiLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==", 1, "p4", "T1",
            "eyJOZXh0VG9rZW4iOiAiVDEiLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ==" },
        { "eyJOZXh0VG9rZW4iOiAiVDEiLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==", 2, "p4 p5", "T1", "eyJOZXh0VG9rZW4iOiAiVDIifQ==" },
        { "eyJOZXh0VG9rZW4iOiAiVDEiLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAzfQ==", null, "|p6", "T1 T2", null },
        { "eyJOZXh0VG9rZW4iOiAiVDEiLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAzfQ==", 0, "", "T1", "eyJOZXh0VG9rZW4iOiAiVDIifQ==" },
        { "eyJOZXh0VG9rZW4iOiAiVDEiLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiA5fQ==", 1, "|p6", "T1 T2", null },

        // {"NextToken": "T2"}
        { "eyJOZXh0VG9rZW4iOiAiVDIifQ==", 1, "p6", "T2", null },

        // {"NextToken":null,"boto_truncate_amount":2}, without spaces; {"NextToken": null}; a raw token of the service
        { "eyJOZXh0VG9rZW4iOm51bGwsImJvdG9fdHJ1bmNhdGVfYW1vdW50IjoyfQ==", 1, "p2", "-", "eyJOZXh0VG9rZW4iOiAiVDEifQ==" },
        { "eyJOZXh0VG9rZW4iOiBudWxsfQ==", 1, "p0", "-", "eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==" },
        { "T1", 2, "p3 p4", "T1", "eyJOZXh0VG9rZW4iOiAiVDEiLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ==" },
    };

    [Theory]
    [MemberData(nameof(Measured))]
    public async Task Pages_calls_and_resume_token_are_boto3s(string? start, int? maxItems, string pages, string calls, string? resumeToken)
    {
        var pools = FakePools.Measured;
        var paginator = pools.Paginate(new() { StartingToken = start, MaxItems = maxItems });
        var got = new List<string>();
        await foreach (var page in paginator.AsPages())
        {
            got.Add(FakePools.Join(page.IdentityPools));
        }

        Assert.Equal(pages, string.Join('|', got));
        Assert.Equal(calls, pools.Calls);
        Assert.Equal(resumeToken, paginator.ResumeToken);
    }

    [Theory]
    [MemberData(nameof(Measured))]
    public async Task Items_are_those_of_the_pages_with_and_without_prefetch(
        string? start, int? maxItems, string pages, string calls, string? resumeToken)
    {
        foreach (var prefetch in (bool[])[false, true])
        {
            var pools = FakePools.Measured;
            var paginator = pools.Paginate(new() { StartingToken = start, MaxItems = maxItems, Prefetch = prefetch });
            var got = new List<IdentityPoolShortDescription>();
            await foreach (var pool in paginator)
            {
                got.Add(pool);
            }

            Assert.Equal(pages.Split('|', ' ').Where(id => id.Length > 0), got.Select(pool => pool.IdentityPoolId));
            Assert.Equal(calls, pools.Calls);
            Assert.Equal(resumeToken, paginator.ResumeToken);
        }
    }

    // With other items: boto3 stops at the boundary without asking whether a page follows, and goes on over an empty page.
    [Theory]
    [InlineData(1, "p0", "-", "eyJOZXh0VG9rZW4iOiAiVDEifQ==")]
    [InlineData(2, "p0 p1", "- T1 T2", null)]
    [InlineData(null, "p0 p1", "- T1 T2", null)]
    public async Task Empty_page_with_a_token_goes_on_and_an_empty_token_ends(
        int? maxItems, string items, string calls, string? resumeToken)
    {
        var pools = new FakePools().Page(null, ["p0"], "T1").Page("T1", [], "T2").Page("T2", ["p1"], "");
        var paginator = pools.Paginate(new() { MaxItems = maxItems });

        Assert.Equal(items, FakePools.Join(await paginator.ToListAsync()));
        Assert.Equal(calls, pools.Calls);
        Assert.Equal(resumeToken, paginator.ResumeToken);
    }

    // The token is
    // a+/="\é€<& and a delete character. boto3's escapes all that is not ASCII; from ours, which does not, boto3 went on with p2.
    [Theory]
    [InlineData("eyJOZXh0VG9rZW4iOiAiYSsvPVwiXFxcdTAwZTlcdTIwYWM8Jlx1MDA3ZiIsICJib3RvX3RydW5jYXRlX2Ftb3VudCI6IDF9")]
    [InlineData("eyJOZXh0VG9rZW4iOiAiYSsvPVwiXFzDqeKCrDwmXHUwMDdGIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMX0=")]
    public async Task Token_with_special_characters_is_the_same_written_by_boto3_or_here(string token)
    {
        const string ServiceToken = "a+/=\"\\é€<&\u007f";
        var pools = new FakePools().Page(null, ["p0"], ServiceToken).Page(ServiceToken, ["p1", "p2"], null);
        Assert.Equal("p2", FakePools.Join(await pools.Paginate(new() { StartingToken = token }).ToListAsync()));

        var stopped = pools.Paginate(new() { MaxItems = 2 });
        await stopped.ToListAsync();
        Assert.Equal("eyJOZXh0VG9rZW4iOiAiYSsvPVwiXFzDqeKCrDwmXHUwMDdGIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMX0=", stopped.ResumeToken);
    }

    // A service token may be anything, base64 and JSON too.
    [Theory]
    [InlineData("plain")]
    [InlineData("""dXMtZWFzdC0xOmFi""")]
    [InlineData("eyJhIjoxfQ==")]
    [InlineData("NQ==")]
    [InlineData("W10=")]
    [InlineData("bnVsbA==")]
    [InlineData("eyJOZXh0VG9rZW4iOjV9")]
    [InlineData("eyJOZXh0VG9rZW4iOiJUMSIsImJvdG9fdHJ1bmNhdGVfYW1vdW50IjoiMSJ9")]
    public async Task Token_that_is_not_in_boto3s_form_is_the_services_own(string token)
    {
        var pools = new FakePools().Page(token, ["p0"], null);

        Assert.Equal("p0", FakePools.Join(await pools.Paginate(new() { StartingToken = token }).ToListAsync()));
        Assert.Equal(token, pools.Calls);
    }

    // An empty token on the wire is one that the service refuses.
    [Fact]
    public async Task Empty_token_inside_is_the_beginning()
    {
        var pools = new FakePools().Page(null, ["p0"], null);
        var token = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"NextToken": ""}"""));

        await pools.Paginate(new() { StartingToken = token }).ToListAsync();

        Assert.Null(Assert.Single(pools.Requests).NextToken);
    }

    [Fact]
    public async Task Negative_number_of_given_items_skips_nothing()
    {
        var token = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"NextToken": "T1", "boto_truncate_amount": -1}"""));

        Assert.Equal("p3 p4 p5 p6", FakePools.Join(await FakePools.Measured.Paginate(new() { StartingToken = token }).ToListAsync()));
    }
}
