"""The story of an identity pool, all operations, through boto3 or the AWS CLI, with their own signatures.

Usage: story.py boto3|cli ENDPOINT

Exits with 0 and prints how many operations it called, or stops at the first response that is not what it should be.
Credentials and region come from the environment, as for any script.
"""

import base64
import contextlib
import io
import json
import re
import subprocess
import sys
import time

ROLE = "arn:aws:iam::123456789012:role/"
USER_POOL = "cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789"
DEVELOPER = "login.dev"
called = set()


def kebab(name):
    """CreateIdentityPool, IdentityPoolId -> create-identity-pool, as the AWS CLI spells operations."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()


class ServiceError(Exception):
    pass


def boto3_caller(endpoint):
    import boto3
    from botocore.exceptions import ClientError

    client = boto3.client("cognito-identity", endpoint_url=endpoint)

    def call(operation, **members):
        try:
            return getattr(client, kebab(operation).replace("-", "_"))(**members)
        except ClientError as error:
            raise ServiceError(error.response["Error"]["Code"]) from error

    return call


def run_cli(arguments):
    done = subprocess.run(["aws", *arguments], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def cli_in_this_process():
    """The same CLI without a process for each call, which takes a second; None where Python cannot import the one that is installed."""
    try:
        import awscli
        from awscli import clidriver
    except ImportError:
        return None
    if f"aws-cli/{awscli.__version__} " not in run_cli(["--version"])[1]:
        return None

    def run(arguments):
        output, errors = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
            code = clidriver.create_clidriver().main(arguments)
        return code, output.buffer.getvalue().decode(), errors.buffer.getvalue().decode()

    return run


def cli_caller(endpoint):
    run = cli_in_this_process() or run_cli

    def call(operation, **members):
        # The command is run as a user runs it once, for the first operation.
        chosen = run if len(called) > 1 else run_cli
        code, output, errors = chosen(
            ["cognito-identity", kebab(operation), "--endpoint-url", endpoint]
            + ["--output", "json", "--no-paginate", "--cli-input-json", json.dumps(members)]
        )
        if code != 0:
            code = re.search(r"An error occurred \((\w+)\)", errors)
            assert code, errors
            raise ServiceError(code.group(1))
        return json.loads(output or "{}")

    return call


def fails(code, call, operation, **members):
    try:
        call(operation, **members)
    except ServiceError as error:
        assert str(error) == code, f"{operation}: expected {code} but got {error}"
        return
    raise AssertionError(f"{operation}: expected {code} but got a success")


def login_token(user):
    """An unsigned token of a user pool: the emulator has no trusted keys here and reads the claims."""

    def part(value):
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()

    claims = {"iss": f"https://{USER_POOL}", "aud": "client", "sub": user, "exp": int(time.time()) + 3600}
    return f"{part({'alg': 'RS256', 'kid': 'k'})}.{part(claims)}.AAAA"


def story(call):
    settings = {
        "IdentityPoolName": "Pool 1",
        "AllowUnauthenticatedIdentities": True,
        "AllowClassicFlow": True,
        "DeveloperProviderName": DEVELOPER,
        "SupportedLoginProviders": {"graph.facebook.com": "1"},
        "CognitoIdentityProviders": [{"ProviderName": USER_POOL, "ClientId": "client", "ServerSideTokenCheck": False}],
    }
    pool = call("CreateIdentityPool", IdentityPoolTags={"équipe": "日本語"}, **settings)
    pool_id = pool["IdentityPoolId"]
    assert pool["IdentityPoolName"] == "Pool 1" and pool["IdentityPoolTags"] == {"équipe": "日本語"}, pool
    assert call("DescribeIdentityPool", IdentityPoolId=pool_id)["CognitoIdentityProviders"] == settings["CognitoIdentityProviders"]
    assert pool_id in [p["IdentityPoolId"] for p in call("ListIdentityPools", MaxResults=60)["IdentityPools"]]

    # Roles
    mappings = {
        USER_POOL + ":client": {
            "Type": "Rules",
            "AmbiguousRoleResolution": "Deny",
            "RulesConfiguration": {
                "Rules": [{"Claim": "sub", "MatchType": "StartsWith", "Value": "ali", "RoleARN": ROLE + "alice"}]
            },
        }
    }
    roles = {"authenticated": ROLE + "authenticated", "unauthenticated": ROLE + "unauthenticated"}
    call("SetIdentityPoolRoles", IdentityPoolId=pool_id, Roles=roles, RoleMappings=mappings)
    response = call("GetIdentityPoolRoles", IdentityPoolId=pool_id)
    assert response["Roles"] == roles and response["RoleMappings"] == mappings, response

    # A guest, and a user of the user pool
    guest = call("GetId", IdentityPoolId=pool_id)["IdentityId"]
    credentials = call("GetCredentialsForIdentity", IdentityId=guest)["Credentials"]
    assert credentials["AccessKeyId"].startswith("ASIA") and credentials["SessionToken"], credentials
    alice = call("GetId", IdentityPoolId=pool_id, Logins={USER_POOL: login_token("alice")})["IdentityId"]
    assert alice == call("GetId", IdentityPoolId=pool_id, Logins={USER_POOL: login_token("alice")})["IdentityId"]
    call("GetCredentialsForIdentity", IdentityId=alice, Logins={USER_POOL: login_token("alice")})
    bob = call("GetId", IdentityPoolId=pool_id, Logins={USER_POOL: login_token("bob")})["IdentityId"]
    fails("NotAuthorizedException", call, "GetCredentialsForIdentity", IdentityId=bob, Logins={USER_POOL: login_token("bob")})
    fails("InvalidParameterException", call, "GetOpenIdToken", IdentityId=guest)
    call("SetIdentityPoolRoles", IdentityPoolId=pool_id, Roles=roles)
    assert call("GetOpenIdToken", IdentityId=guest)["Token"].count(".") == 2

    # Principal tags
    call("SetPrincipalTagAttributeMap", IdentityPoolId=pool_id, IdentityProviderName=USER_POOL, PrincipalTags={"user": "sub"})
    response = call("GetPrincipalTagAttributeMap", IdentityPoolId=pool_id, IdentityProviderName=USER_POOL)
    assert response["PrincipalTags"] == {"user": "sub"} and response["UseDefaults"] is False, response

    # Developer identities
    one = call(
        "GetOpenIdTokenForDeveloperIdentity",
        IdentityPoolId=pool_id,
        Logins={DEVELOPER: "one"},
        TokenDuration=60,
        PrincipalTags={"team": "blue"},
    )
    call("GetCredentialsForIdentity", IdentityId=one["IdentityId"], Logins={"cognito-identity.amazonaws.com": one["Token"]})
    two = call("GetOpenIdTokenForDeveloperIdentity", IdentityPoolId=pool_id, IdentityId=guest, Logins={DEVELOPER: "two"})
    assert two["IdentityId"] == guest, two
    looked_up = call("LookupDeveloperIdentity", IdentityPoolId=pool_id, DeveloperUserIdentifier="two")
    assert looked_up["IdentityId"] == guest and looked_up["DeveloperUserIdentifierList"] == ["two"], looked_up
    merged = call(
        "MergeDeveloperIdentities",
        IdentityPoolId=pool_id,
        DeveloperProviderName=DEVELOPER,
        SourceUserIdentifier="one",
        DestinationUserIdentifier="two",
    )
    assert merged["IdentityId"] == guest, merged
    page = call("LookupDeveloperIdentity", IdentityPoolId=pool_id, IdentityId=guest, MaxResults=1)
    rest = call("LookupDeveloperIdentity", IdentityPoolId=pool_id, IdentityId=guest, MaxResults=1, NextToken=page["NextToken"])
    assert page["DeveloperUserIdentifierList"] + rest["DeveloperUserIdentifierList"] == ["one", "two"], (page, rest)
    call(
        "UnlinkDeveloperIdentity",
        IdentityPoolId=pool_id,
        IdentityId=guest,
        DeveloperProviderName=DEVELOPER,
        DeveloperUserIdentifier="one",
    )
    fails("ResourceNotFoundException", call, "LookupDeveloperIdentity", IdentityPoolId=pool_id, DeveloperUserIdentifier="one")

    # Identities
    call("UnlinkIdentity", IdentityId=bob, Logins={USER_POOL: login_token("bob")}, LoginsToRemove=[USER_POOL])
    assert call("DescribeIdentity", IdentityId=alice)["Logins"] == [USER_POOL]
    everybody = {i["IdentityId"] for i in call("ListIdentities", IdentityPoolId=pool_id, MaxResults=60)["Identities"]}
    enabled = {i["IdentityId"] for i in call("ListIdentities", IdentityPoolId=pool_id, MaxResults=60, HideDisabled=True)["Identities"]}
    assert everybody == {guest, alice, bob, one["IdentityId"]} and enabled == {guest, alice}, (everybody, enabled)
    unprocessed = call("DeleteIdentities", IdentityIdsToDelete=[bob, "us-east-1:0"])["UnprocessedIdentityIds"]
    assert unprocessed == [{"ErrorCode": "AccessDenied", "IdentityId": "us-east-1:0"}], unprocessed

    # Tags
    arn = f"arn:aws:cognito-identity:us-east-1:123456789012:identitypool/{pool_id}"
    call("TagResource", ResourceArn=arn, Tags={"a": "1", "empty": ""})
    call("UntagResource", ResourceArn=arn, TagKeys=["équipe"])
    assert call("ListTagsForResource", ResourceArn=arn)["Tags"] == {"a": "1", "empty": ""}

    # The end
    updated = call("UpdateIdentityPool", IdentityPoolId=pool_id, IdentityPoolName="New", AllowUnauthenticatedIdentities=False)
    assert "SupportedLoginProviders" not in updated and updated["IdentityPoolName"] == "New", updated
    fails("NotAuthorizedException", call, "GetId", IdentityPoolId=pool_id)
    call("DeleteIdentityPool", IdentityPoolId=pool_id)
    fails("ResourceNotFoundException", call, "DescribeIdentityPool", IdentityPoolId=pool_id)


def main():
    via, endpoint = sys.argv[1:]
    caller = {"boto3": boto3_caller, "cli": cli_caller}[via](endpoint)

    def call(operation, **members):
        called.add(operation)
        return caller(operation, **members)

    story(call)
    print(f"{len(called)} operations")


if __name__ == "__main__":
    main()
