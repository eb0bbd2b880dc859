using CognitoIdentity.Tests.Conventions;

namespace CognitoIdentity.Tests.Validation;

/// <summary>The contract's limits, with the live service's where its model is looser than the API reference.</summary>
internal static class Limits
{
    public static MemberContract For(MemberContract member) => member.Name switch
    {
        "Rules" => member with { ItemsMax = 400 },
        "NextToken" => member with { Max = 65_535 },
        "Roles" => member with { KeyMin = 1, KeyMax = 128, KeyPattern = null },
        _ => member,
    };
}
