"""Calls of other services through boto3, as with AWS_ENDPOINT_URL: each must fail with an error that boto3 can read.

Usage: other-services.py ENDPOINT

Exits with 0 and prints how many services it called, or stops at the first response that is not what it should be.
"""

import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# One service of each protocol, and those that people use beside identity pools.
CALLS = {
    "cognito-idp": ("list_user_pools", {"MaxResults": 1}),
    "dynamodb": ("list_tables", {}),
    "lambda": ("list_functions", {}),
    "s3": ("list_buckets", {}),
    "route53": ("list_hosted_zones", {}),
    "cloudfront": ("list_distributions", {}),
    "cloudwatch": ("list_metrics", {}),
    "ec2": ("describe_instances", {}),
    "iam": ("list_users", {}),
    "sqs": ("list_queues", {}),
    "sns": ("list_topics", {}),
    "sts": ("get_caller_identity", {}),
}


def main():
    for service, (method, members) in CALLS.items():
        client = boto3.client(service, endpoint_url=sys.argv[1], config=Config(retries={"total_max_attempts": 1}))
        try:
            getattr(client, method)(**members)
        except ClientError as error:
            found, metadata = error.response["Error"], error.response["ResponseMetadata"]
            assert found["Code"] in ("UnknownOperationException", "InvalidAction"), (service, error.response)
            assert found["Message"].startswith(("The emulator has ", "Could not find operation ")), (service, error.response)
            assert metadata["HTTPStatusCode"] == 400 and metadata["RequestId"], (service, error.response)
        else:
            raise AssertionError(f"{service}: a success")

    print(f"{len(CALLS)} services")


if __name__ == "__main__":
    main()
