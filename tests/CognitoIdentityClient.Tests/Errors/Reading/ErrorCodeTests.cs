using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Errors;

/// <summary>The places of a response that hold an error's code, and the cleaning of that code.</summary>
public sealed class ErrorCodeTests
{
    private const string Coral = "http://internal.amazon.com/coral/com.amazon.coral.validate/";

    private static readonly string[] Forms =
    [
        "ResourceNotFoundException", "ResourceNotFoundException:", $"ResourceNotFoundException:{Coral}", "ns#ResourceNotFoundException",
        $"com.amazon.ns#ResourceNotFoundException:{Coral}", " ResourceNotFoundException ",
        "ResourceNotFoundException,ResourceNotFoundException",
    ];

    public static TheoryData<string, string> FormsAtEveryPlace
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var form in Forms)
            {
                data.Add($$"""{"__type":"{{form}}"}""", "");
                data.Add($$"""{"code":"{{form}}"}""", "");
                data.Add("{}", form);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(FormsAtEveryPlace))]
    public async Task Code_in_any_form_at_any_place_gives_the_errors_class(string body, string header)
    {
        var error = await ErrorAsync(body, header);

        Assert.IsType<ResourceNotFoundException>(error);
        Assert.Equal("ResourceNotFoundException", error.ErrorCode);
    }

    [Theory]
    [InlineData("""{"code":"C","__type":"A"}""", "B", "A")]
    [InlineData("""{"code":"C"}""", "B", "B")]
    [InlineData("""{"code":"C"}""", "", "C")]
    [InlineData("""{"__type":"","code":"C"}""", "B", "B")]
    [InlineData("""{"__type":"ns#","code":"C"}""", "", "C")]
    [InlineData("""{"__type":" ","code":"C"}""", ":", "C")]
    [InlineData("""{"__type":null,"code":"C"}""", "", "C")]
    public async Task Code_at_several_places_is_the_first_nonempty_of_type_header_and_code(string body, string header, string expected) =>
        Assert.Equal(expected, (await ErrorAsync(body, header)).ErrorCode);

    [Theory]
    [InlineData("""{"__TYPE":"A"}""", "A")]
    [InlineData("""{"__Type":"A"}""", "A")]
    [InlineData("""{"Code":"A"}""", "A")]
    [InlineData("""{"CODE":"A"}""", "A")]
    public async Task Code_under_a_name_in_any_case_is_found(string body, string expected) =>
        Assert.Equal(expected, (await ErrorAsync(body)).ErrorCode);

    [Theory]
    [InlineData("""{"__type":42}""", "42")]
    [InlineData("""{"code":4.5}""", "4.5")]
    [InlineData("""{"__type":true,"code":"C"}""", "C")]
    [InlineData("""{"__type":{"code":"X"},"code":"C"}""", "C")]
    [InlineData("""{"__type":["X"],"code":"C"}""", "C")]
    public async Task Code_that_is_a_number_is_read_as_its_text_and_other_kinds_are_ignored(string body, string expected) =>
        Assert.Equal(expected, (await ErrorAsync(body)).ErrorCode);

    [Theory]
    [InlineData("""{"Error":{"__type":"X","code":"Y","message":"inner"}}""")]
    [InlineData("""[{"__type":"X","message":"inner"}]""")]
    [InlineData("""{"__type":{"__type":"X"},"message":{"message":"inner"}}""")]
    [InlineData("{}")]
    public async Task Code_and_message_below_the_top_level_are_ignored_and_the_status_takes_their_place(string body)
    {
        var error = await ErrorAsync(body);

        Assert.Equal(("400", "Bad Request"), (error.ErrorCode, error.Message));
    }

    [Fact]
    public async Task Code_and_request_id_are_found_in_headers_of_any_case()
    {
        var error = await TestClient.ErrorOfAsync(CannedResponse.Body("", 400, ("X-AMZN-ERRORTYPE", "NotAuthorizedException:")));

        Assert.IsType<NotAuthorizedException>(error);
        Assert.Equal(CannedResponse.RequestId, error.RequestId);
    }

    private static Task<CognitoIdentityException> ErrorAsync(string body, string header = "") =>
        TestClient.ErrorOfAsync(CannedResponse.Body(body, 400, header.Length == 0 ? [] : [("x-amzn-errortype", header)]));
}
