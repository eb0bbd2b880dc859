using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Threading;

public sealed class KeyedLocksTests
{
    private readonly KeyedLocks<string> _locks = new();

    [Fact]
    public async Task Lock_of_a_key_is_entered_by_one_caller_after_another()
    {
        var first = await _locks.EnterAsync("key", CancellationToken.None);

        var second = _locks.EnterAsync("key", CancellationToken.None);

        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second.WithinSafetyLimit()).Dispose();
    }

    [Fact]
    public async Task Locks_of_other_keys_are_free_meanwhile()
    {
        using var first = await _locks.EnterAsync("key", CancellationToken.None);

        using var second = await _locks.EnterAsync("other", CancellationToken.None).WithinSafetyLimit();

        Assert.Equal(2, _locks.Count);
    }

    [Fact]
    public async Task Key_is_forgotten_when_its_last_caller_has_left()
    {
        var first = await _locks.EnterAsync("key", CancellationToken.None);
        var second = _locks.EnterAsync("key", CancellationToken.None);

        first.Dispose();
        Assert.Equal(1, _locks.Count);
        (await second.WithinSafetyLimit()).Dispose();

        Assert.Equal(0, _locks.Count);
    }

    [Fact]
    public async Task Caller_that_gives_up_leaves_the_lock_to_the_next_one()
    {
        using var cancellation = new CancellationTokenSource();
        var first = await _locks.EnterAsync("key", CancellationToken.None);
        var impatient = _locks.EnterAsync("key", cancellation.Token);
        var next = _locks.EnterAsync("key", CancellationToken.None);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient.WithinSafetyLimit());
        first.Dispose();
        (await next.WithinSafetyLimit()).Dispose();

        Assert.Equal(0, _locks.Count);
    }
}
