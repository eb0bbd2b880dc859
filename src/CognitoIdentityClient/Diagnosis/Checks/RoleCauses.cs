namespace CognitoIdentity;

/// <summary>Causes in the choice of the role, in the flow, and in the principal tags.</summary>
internal static class RoleCauses
{
    public static Cause RoleMissing { get; } = new(
        "role-missing", FindingSeverity.Error, "InvalidIdentityPoolConfigurationException", ErrorReason.RolesNotAssigned,
        "The identity pool has no role for this kind of user.",
        "Set the role with SetIdentityPoolRoles.");

    public static Cause MappingDenied { get; } = new(
        "role-mapping-deny", FindingSeverity.Error, "NotAuthorizedException", ErrorReason.RoleMappingDenied,
        "The role mapping finds no role for this token, and says Deny for that case.",
        "Change the rules or the user's groups so that a role is found, or set AmbiguousRoleResolution to AuthenticatedRole. A "
        + "token has the groups that the user was in when it was issued. If the refusal is meant, tell the user so.");

    public static Cause CustomRoleNotAllowed { get; } = new(
        "custom-role-not-allowed", FindingSeverity.Error, "NotAuthorizedException", null,
        "CustomRoleArn is not one of the roles that the token carries.",
        "Send a CustomRoleArn that is in the token's claim cognito:roles, with a role mapping of type Token, or leave it out.")
    {
        OtherReasons = [ErrorReason.RoleForbidden, ErrorReason.RoleMappingDenied],
    };

    public static Cause RoleNotArn { get; } = new(
        "role-not-an-arn", FindingSeverity.Error, "NotAuthorizedException", ErrorReason.RoleForbidden,
        "The role is not the ARN of an IAM role.",
        "Set the role's ARN, arn:PARTITION:iam::ACCOUNT:role/NAME, with SetIdentityPoolRoles.")
    {
        OtherReasons = [ErrorReason.RolesNotAssigned],
    };

    public static Cause RoleOtherPartition { get; } = new(
        "role-other-partition", FindingSeverity.Error, "NotAuthorizedException", ErrorReason.RoleForbidden,
        "The role is in another AWS partition than the identity pool.",
        "Use a role of the pool's own partition: arn:aws-cn:iam::… in China, arn:aws-us-gov:iam::… in GovCloud.")
    {
        OtherReasons = [ErrorReason.RolesNotAssigned],
    };

    public static Cause RoleOtherAccount { get; } = new(
        "role-other-account", FindingSeverity.Error, "NotAuthorizedException", ErrorReason.RoleForbidden,
        "The role is in another account than the identity pool.",
        "Use a role of the pool's own account. It may assume a role of the other account in a second step.")
    {
        OtherReasons = [ErrorReason.RolesNotAssigned],
    };

    public static Cause ClassicDisabled { get; } = new(
        "classic-flow-disabled", FindingSeverity.Error, "InvalidParameterException", ErrorReason.ClassicFlowDisabled,
        "The identity pool does not allow the basic (classic) flow.",
        "Use the enhanced flow, GetCredentialsForIdentity, or set AllowClassicFlow to true.");

    public static Cause ClassicWithMappings { get; } = new(
        "classic-flow-mappings", FindingSeverity.Error, "InvalidParameterException", ErrorReason.ClassicFlowWithRoleMappings,
        "The basic (classic) flow does not work in an identity pool with role mappings.",
        "Use the enhanced flow, GetCredentialsForIdentity. Some libraries do so as soon as no role is set in their own configuration.");

    public static Cause ClassicWithSaml { get; } = new(
        "classic-flow-saml", FindingSeverity.Error, "InvalidParameterException", ErrorReason.ClassicFlowWithSaml,
        "The basic (classic) flow does not take SAML logins.",
        "Use the enhanced flow, GetCredentialsForIdentity, with CustomRoleArn for one of several roles.");

    public static Cause TagDoesNotFit { get; } = new(
        "principal-tags", FindingSeverity.Error, "InvalidIdentityPoolConfigurationException", ErrorReason.RolesNotAssigned,
        "A principal tag does not fit the limits of STS.",
        "Map fewer or shorter claims to principal tags.");

    public static Cause TagNotText { get; } = new(
        "principal-tags-not-text", FindingSeverity.Error, "SerializationException", ErrorReason.MalformedRequest,
        "A member of the request has a JSON type that the service does not expect.",
        "Give every principal tag one text, and no list. Logins and PrincipalTags map texts to texts.");
}
