namespace WebApi.SignIn;

/// <summary>A user of the shop.</summary>
/// <param name="Id">The subject of the user's tokens.</param>
/// <param name="Name">The name.</param>
/// <param name="Role">The claim by which the identity pools choose an IAM role.</param>
internal sealed record DemoUser(string Id, string Name, string Role);

/// <summary>The users who can sign in, without a password: this is where an application has its own sign-in.</summary>
internal static class DemoUsers
{
    public static IReadOnlyList<DemoUser> All { get; } =
    [
        new("alice", "Alice", "customer"),
        new("bob", "Bob", "admin"),
        new("carol", "Carol", "partner"),
    ];
}
