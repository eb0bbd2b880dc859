using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace CognitoIdentity.Tests.Support;

/// <summary>The check for unobserved errors finds one.</summary>
public sealed class UnobservedFailuresTests
{
    [Fact]
    public Task Check_fails_when_nobody_observes_the_error_of_a_task() =>
        Assert.ThrowsAsync<DoesNotContainException>(() => UnobservedFailures.AssertNoneAsync(LeaveFailureAsync));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<WeakReference> LeaveFailureAsync(string marker) =>
        Task.FromResult(new WeakReference(Task.FromException(new InvalidOperationException(marker))));
}
