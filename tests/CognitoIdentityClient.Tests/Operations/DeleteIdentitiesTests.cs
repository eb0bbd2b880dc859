namespace CognitoIdentity.Tests.Operations;

public sealed class DeleteIdentitiesTests()
    : OutputOperationTests<DeleteIdentitiesRequest, DeleteIdentitiesResponse>((client, request) => client.DeleteIdentitiesAsync(request))
{
    protected override DeleteIdentitiesRequest Request => new() { IdentityIdsToDelete = [Example.IdentityId, Example.OtherIdentityId] };

    protected override void AssertResponse(DeleteIdentitiesResponse response) => Assert.Equal(
        [
            new() { ErrorCode = UnprocessedIdentityErrorCode.AccessDenied, IdentityId = Example.IdentityId },
            new() { ErrorCode = UnprocessedIdentityErrorCode.InternalServerError, IdentityId = Example.OtherIdentityId },
        ],
        response.UnprocessedIdentityIds);
}
