using System.Net;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Errors;

/// <summary>The properties by which an application catches.</summary>
public sealed class ErrorKindTests
{
    [Theory]
    [InlineData("TooManyRequestsException", 400, true, false, false, false, false)]
    [InlineData("ThrottlingException", 500, true, false, false, false, false)]
    [InlineData("BrandNewException", 429, true, false, false, false, false)]
    [InlineData("InternalErrorException", 500, false, true, false, false, true)]
    [InlineData("InternalFailure", 500, false, true, false, false, true)]
    [InlineData("BrandNewException", 502, false, true, false, false, true)]
    [InlineData("ServiceUnavailable", 503, false, true, false, false, false)]
    [InlineData("BrandNewException", 504, false, true, false, false, true)]
    [InlineData("ResourceNotFoundException", 400, false, false, true, false, false)]
    [InlineData("ConcurrentModificationException", 400, false, false, false, true, false)]
    [InlineData("ResourceConflictException", 409, false, false, false, true, false)]
    [InlineData("DeveloperUserAlreadyRegisteredException", 400, false, false, false, true, false)]
    [InlineData("NotAuthorizedException", 403, false, false, false, false, false)]
    [InlineData("LimitExceededException", 400, false, false, false, false, false)]
    public async Task Error_of_the_service_is_of_its_kind(
        string code, int status, bool isThrottling, bool isTransient, bool isNotFound, bool isConflict, bool mayHaveBeenCarriedOut)
    {
        var error = await TestClient.ErrorOfAsync(CannedResponse.Error(code, status));

        Assert.Equal(
            (isThrottling, isTransient, isNotFound, isConflict, mayHaveBeenCarriedOut),
            (error.IsThrottling, error.IsTransient, error.IsNotFound, error.IsConflict, error.MayHaveBeenCarriedOut));
    }

    // A fake rarely sets a status.
    [Fact]
    public void Error_of_a_fake_is_of_the_kind_of_its_class()
    {
        Assert.True(new TooManyRequestsException().IsThrottling);
        Assert.True(new ThrottlingException().IsThrottling);
        Assert.True(new InternalErrorException() is { IsTransient: true, MayHaveBeenCarriedOut: true });
        Assert.True(new InternalFailureException() is { IsTransient: true, MayHaveBeenCarriedOut: true });
        Assert.True(new ServiceUnavailableException() is { IsTransient: true, MayHaveBeenCarriedOut: false });
        Assert.True(new ResourceNotFoundException().IsNotFound);
        Assert.True(new ResourceConflictException().IsConflict);
        Assert.True(new CognitoIdentityTimeoutException() is { IsTransient: true, MayHaveBeenCarriedOut: true });
        Assert.True(new CognitoIdentityConnectionException() is { IsTransient: true, MayHaveBeenCarriedOut: true });
        Assert.True(new InvalidResponseException() is { IsTransient: false, MayHaveBeenCarriedOut: true });
        Assert.False(new CredentialsNotFoundException().MayHaveBeenCarriedOut);
        Assert.False(new InsecureEndpointException().MayHaveBeenCarriedOut);
    }

    [Fact]
    public async Task Connection_that_was_never_made_carried_nothing_out()
    {
        Assert.False((await TestClient.ErrorOfAsync(CannedResponse.NotConnected)).MayHaveBeenCarriedOut);
        Assert.True((await TestClient.ErrorOfAsync(CannedResponse.Lost)).MayHaveBeenCarriedOut);
    }

    [Fact]
    public void Outcome_that_a_test_sets_is_kept()
    {
        Assert.False(new CognitoIdentityTimeoutException { MayHaveBeenCarriedOut = false }.MayHaveBeenCarriedOut);
        Assert.True(new NotAuthorizedException { MayHaveBeenCarriedOut = true }.MayHaveBeenCarriedOut);
        Assert.True(new CognitoIdentityException { StatusCode = HttpStatusCode.BadGateway }.MayHaveBeenCarriedOut);
    }
}
