using System.Net;
using CognitoIdentity.Tests.Conventions;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Errors;

/// <summary>The properties by which an application catches.</summary>
public sealed class ErrorKindTests
{
    /// <summary>Code and status, throttling, transient, not found, conflict, possibly carried out: every error of the contract.</summary>
    public static TheoryData<string, int, bool, bool, bool, bool, bool> Kinds => new()
    {
        { "TooManyRequestsException", 400, true, false, false, false, false },
        { "ThrottlingException", 500, true, false, false, false, false },
        { "BrandNewException", 429, true, false, false, false, false },
        { "InternalErrorException", 500, false, true, false, false, true },
        { "InternalFailure", 500, false, true, false, false, true },
        { "BrandNewException", 502, false, true, false, false, true },
        { "ServiceUnavailable", 503, false, true, false, false, false },
        { "BrandNewException", 504, false, true, false, false, true },
        { "ResourceNotFoundException", 400, false, false, true, false, false },
        { "ConcurrentModificationException", 400, false, false, false, true, false },
        { "ResourceConflictException", 409, false, false, false, true, false },
        { "DeveloperUserAlreadyRegisteredException", 400, false, false, false, true, false },
        { "AccessDeniedException", 403, false, false, false, false, false },
        { "ExternalServiceException", 400, false, false, false, false, false },
        { "IncompleteSignature", 403, false, false, false, false, false },
        { "InvalidAction", 400, false, false, false, false, false },
        { "InvalidClientTokenId", 403, false, false, false, false, false },
        { "InvalidIdentityPoolConfigurationException", 400, false, false, false, false, false },
        { "InvalidParameterException", 400, false, false, false, false, false },
        { "LimitExceededException", 400, false, false, false, false, false },
        { "NotAuthorized", 400, false, false, false, false, false },
        { "NotAuthorizedException", 403, false, false, false, false, false },
        { "OptInRequired", 403, false, false, false, false, false },
        { "RequestExpired", 400, false, false, false, false, false },
        { "ValidationError", 400, false, false, false, false, false },
    };

    // Nobody would say of a new error what it is.
    [Theory]
    [MemberData(nameof(ErrorConventions.Codes), MemberType = typeof(ErrorConventions))]
    public void Error_of_the_contract_has_a_kind(string code) => Assert.True(
        Kinds.Any(kind => code.Equals(kind[0])),
        $"{code} has no row in ErrorKindTests.cs, step 4 of docs/contributing/adding-an-error.md.");

    [Theory]
    [MemberData(nameof(Kinds))]
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
