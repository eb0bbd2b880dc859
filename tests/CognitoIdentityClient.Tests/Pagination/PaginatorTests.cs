namespace CognitoIdentity.Tests.Pagination;

public sealed class PaginatorTests
{
    [Fact]
    public async Task Page_is_fetched_when_its_first_item_is_asked_for()
    {
        var pools = FakePools.Measured;
        await using var items = pools.Paginate().GetAsyncEnumerator();
        Assert.Equal("", pools.Calls);

        for (var i = 0; i < 3; i++)
        {
            await items.MoveNextAsync();
            Assert.Equal("-", pools.Calls);
        }

        await items.MoveNextAsync();
        Assert.Equal("- T1", pools.Calls);
        Assert.Equal("p3", items.Current.IdentityPoolId);
    }

    [Fact]
    public async Task Prefetch_fetches_one_page_ahead_and_no_more()
    {
        var pools = FakePools.Measured;
        await using var items = pools.Paginate(new() { Prefetch = true }).GetAsyncEnumerator();

        await items.MoveNextAsync();

        Assert.Equal("p0", items.Current.IdentityPoolId);
        Assert.Equal("- T1", pools.Calls);
    }

    [Fact]
    public async Task Prefetch_that_fails_is_reported_after_the_items_that_came_before()
    {
        var pools = FakePools.Measured;
        pools.Before = (request, _) => request.NextToken is null ? Task.CompletedTask : throw new TooManyRequestsException("Rate exceeded");
        var paginator = pools.Paginate(new() { Prefetch = true });
        var got = new List<IdentityPoolShortDescription>();

        await Assert.ThrowsAsync<TooManyRequestsException>(async () =>
        {
            await foreach (var pool in paginator)
            {
                got.Add(pool);
            }
        });

        Assert.Equal("p0 p1 p2", FakePools.Join(got));
    }

    [Fact]
    public async Task Prefetch_under_way_is_canceled_when_the_loop_is_left()
    {
        var pools = FakePools.Measured;
        var canceled = false;
        pools.Before = async (request, token) =>
        {
            if (request.NextToken is not null)
            {
                await Task.Delay(Timeout.Infinite, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                canceled = true;
            }
        };

        await foreach (var _ in pools.Paginate(new() { Prefetch = true }))
        {
            break;
        }

        Assert.True(canceled);
    }

    [Fact]
    public async Task Canceled_prefetch_throws_with_the_callers_token()
    {
        var pools = FakePools.Measured;
        using var source = new CancellationTokenSource();
        pools.Before = (request, token) => request.NextToken is null ? Task.CompletedTask : Task.Delay(Timeout.Infinite, token);
        await using var pages = pools.Paginate(new() { Prefetch = true }).AsPages(source.Token).GetAsyncEnumerator();
        await pages.MoveNextAsync();
        var next = pages.MoveNextAsync();

        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next)).CancellationToken);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Same_token_twice_in_a_row_is_an_error_after_the_items_before(bool prefetch)
    {
        var pools = new FakePools().Page(null, ["p0"], "T1").Page("T1", ["p1"], "T1");
        var got = new List<IdentityPoolShortDescription>();

        await Assert.ThrowsAsync<InvalidResponseException>(async () =>
        {
            await foreach (var pool in pools.Paginate(new() { Prefetch = prefetch }))
            {
                got.Add(pool);
            }
        });

        Assert.Equal("p0 p1", FakePools.Join(got));
        Assert.Equal("- T1", pools.Calls);
    }

    [Fact]
    public async Task Same_token_twice_is_not_an_error_where_MaxItems_ends_before()
    {
        var paginator = new FakePools().Page(null, ["p0"], "T1").Page("T1", ["p1"], "T1").Paginate(new() { MaxItems = 2 });

        Assert.Equal("p0 p1", FakePools.Join(await paginator.ToListAsync()));
        Assert.Equal("eyJOZXh0VG9rZW4iOiAiVDEifQ==", paginator.ResumeToken);
    }

    [Fact]
    public async Task Cancellation_stops_between_items_of_a_page()
    {
        using var source = new CancellationTokenSource();
        var paginator = FakePools.Measured.Paginate();
        var got = new List<IdentityPoolShortDescription>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var pool in paginator.WithCancellation(source.Token))
            {
                got.Add(pool);
                if (got.Count == 2)
                {
                    await source.CancelAsync();
                }
            }
        });

        Assert.Equal("p0 p1", FakePools.Join(got));
        Assert.Equal("p2 p3 p4 p5 p6", await RestAsync(paginator.ResumeToken));
    }

    // A fake need not look at the token.
    [Fact]
    public async Task Canceled_before_it_starts_nothing_is_fetched()
    {
        var pools = FakePools.Measured;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pools.Paginate().AsPages().ToListAsync(new(canceled: true)));

        Assert.Empty(pools.Requests);
    }

    [Fact]
    public async Task Cancellation_reaches_a_fetch_under_way()
    {
        using var source = new CancellationTokenSource();
        var pools = FakePools.Measured;
        pools.Before = (_, token) => Task.Delay(Timeout.Infinite, token);
        var all = pools.Paginate().ToListAsync(source.Token);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => all);
    }

    // Wherever a loop is left, the items before and the items from the resume token on are the whole list.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(7)]
    public async Task Resume_token_of_a_loop_that_was_left_goes_on_behind_its_last_item(int count)
    {
        foreach (var prefetch in (bool[])[false, true])
        {
            var paginator = FakePools.Measured.Paginate(new() { Prefetch = prefetch });
            var got = new List<IdentityPoolShortDescription>();
            await foreach (var pool in paginator)
            {
                got.Add(pool);
                if (got.Count == count)
                {
                    break;
                }
            }

            var rest = paginator.ResumeToken is { } token ? await RestAsync(token) : "";
            Assert.Equal("p0 p1 p2 p3 p4 p5 p6", $"{FakePools.Join(got)} {rest}".Trim());
        }
    }

    // {"NextToken": null, "boto_truncate_amount": 1}: what was given of the page before the start counts too.
    [Fact]
    public async Task Resume_token_of_a_resumed_page_counts_all_that_was_given_of_it()
    {
        var paginator =
            FakePools.Measured.Paginate(new() { StartingToken = "eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==" });
        await foreach (var pool in paginator)
        {
            Assert.Equal("p1", pool.IdentityPoolId);
            break;
        }

        Assert.Equal("p2 p3 p4 p5 p6", await RestAsync(paginator.ResumeToken));
    }

    [Fact]
    public async Task Resume_token_after_an_error_goes_on_with_the_page_that_failed()
    {
        var pools = FakePools.Measured;
        pools.Before = (request, _) => request.NextToken == "T1" ? throw new TooManyRequestsException() : Task.CompletedTask;
        var paginator = pools.Paginate();

        await Assert.ThrowsAsync<TooManyRequestsException>(() => paginator.ToListAsync());

        Assert.Equal("p3 p4 p5 p6", await RestAsync(paginator.ResumeToken));
    }

    [Fact]
    public async Task Resume_token_after_an_error_at_once_is_the_beginning_and_before_that_null()
    {
        var pools = FakePools.Measured;
        pools.Before = (_, _) => throw new TooManyRequestsException();
        var paginator = pools.Paginate();
        Assert.Null(paginator.ResumeToken);

        await Assert.ThrowsAsync<TooManyRequestsException>(() => paginator.ToListAsync());

        Assert.Equal("p0 p1 p2 p3 p4 p5 p6", await RestAsync(paginator.ResumeToken));
    }

    [Fact]
    public async Task Every_enumeration_starts_from_the_beginning()
    {
        var paginator = FakePools.Measured.Paginate(new() { MaxItems = 4 });

        Assert.Equal("p0 p1 p2 p3", FakePools.Join(await paginator.ToListAsync()));
        Assert.Equal("p0 p1 p2 p3", FakePools.Join(await paginator.ToListAsync()));
    }

    [Fact]
    public void Numbers_out_of_range_are_refused_at_once_by_name()
    {
        var client = FakePools.Measured.Client;

        Assert.Equal("MaxItems", Refused(new() { MaxItems = -1 }));
        Assert.Equal("PageSize", Refused(new() { PageSize = 0 }));
        Assert.Equal("PageSize", Refused(new() { PageSize = 61 }));

        string? Refused(PaginatorConfig config) =>
            Assert.Throws<ArgumentOutOfRangeException>(() => client.PaginateListIdentityPools(config: config)).ParamName;
    }

    private static async Task<string> RestAsync(string? token) =>
        FakePools.Join(await FakePools.Measured.Paginate(new() { StartingToken = token }).ToListAsync());
}
