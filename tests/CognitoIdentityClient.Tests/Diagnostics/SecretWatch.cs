using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace CognitoIdentity.Tests.Diagnostics;

/// <summary>Marked secrets, and everything that comes out of a client that works with them: no mark may be in it.</summary>
internal sealed class SecretWatch : IDisposable
{
    public const string Mark = "MARKER";

    // It has characters that JSON escapes: an error can quote them in both forms.
    public const string LoginToken = $"eyJhbGciOi+\"é.{Mark}login.c2lnbmF0dXJl";
    public const string SessionToken = $"session{Mark}token";

    // As a crash reporter writes an exception. Methods and types cannot be written.
    private static readonly JsonSerializerOptions Json = new()
    {
        ReferenceHandler = ReferenceHandler.IgnoreCycles,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutReflection } },
    };

    private readonly StringBuilder _texts = new();

    /// <summary>Every output that an operation may have, and secrets in those that are secret.</summary>
    public static Step Ok { get; } = CannedResponse.Body($$"""
        {
          "IdentityId": "us-east-1:1", "IdentityPoolId": "us-east-1:2", "IdentityPoolName": "pool", "Token": "jwt{{Mark}}",
          "Credentials": {
            "AccessKeyId": "ASIA{{Mark}}", "SecretKey": "{{Mark}}secret", "SessionToken": "{{SessionToken}}", "Expiration": 1767229200.0
          }
        }
        """);

    public FakeLoggerProvider Logs { get; } = new();

    public Recording Recording { get; } = new();

    /// <summary>Everything that came out so far.</summary>
    public string Text => $"{Logs.Collector.Text()}\n{Recording.Text}\n{_texts}";

    /// <summary>Refuses a request and quotes all of it: the service was seen to quote the whole token in an error about Logins.</summary>
    public static Step Repeating(string code, int status, string beginning = "") => (request, token) =>
    {
        var login = request.Text.Contains($"{Mark}login", StringComparison.Ordinal) ? LoginToken : "";
        var error = new Dictionary<string, string>
        {
            ["__type"] = code,
            ["message"] =
                $"{beginning}Value '{login}' in '{request.Text}' of '{request["Authorization"]}', '{request["X-Amz-Security-Token"]}'",
        };
        return CannedResponse.Body(JsonSerializer.Serialize(error), status)(request, token);
    };

    /// <summary>Refuses a request and quotes the access key id, as AWS services do with a malformed one.</summary>
    public static Step QuotingAccessKey(string code, int status) => (request, token) =>
    {
        var credential = request["Authorization"]?.Split("Credential=")[1].Split('/')[0];
        return CannedResponse.Error(
            code, status, $"'{credential}' not a valid key=value pair (missing equal-sign) in Authorization header.")(
            request, token);
    };

    /// <summary>Builds a container with a client that logs everything and signs with marked credentials.</summary>
    public ServiceProvider Host(HttpMessageHandler handler, Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        services.AddCognitoIdentity(options =>
            {
                (options.Region, options.RequestValidation) = ("us-east-1", RequestValidation.None);
                options.TimeProvider = new VirtualTime();
                options.Credentials = new TestCredentials($"AKID{Mark}", $"{Mark}secret", SessionToken);
            })
            .AddDefaultLogger()
            .ConfigurePrimaryHttpMessageHandler(() => handler);
        configure?.Invoke(services);
        return services.BuildServiceProvider();
    }

    /// <summary>Runs something that may fail, and describes its exception.</summary>
    /// <returns>Whether it failed.</returns>
    public async Task<bool> RunAsync(Func<Task> action)
    {
        try
        {
            await action();
            return false;
        }
        catch (Exception exception)
        {
            Describe(exception);
            return true;
        }
    }

    /// <summary>Takes down what printing an object shows.</summary>
    public void Print(params IEnumerable<object?> values) => _texts.AppendJoin('\n', values);

    /// <summary>Takes down all that a serializer, a structured log or a crash reporter reads of an exception.</summary>
    public void Describe(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            _texts.AppendLine(exception.ToString());
            _texts.AppendLine(JsonSerializer.Serialize(exception, exception.GetType(), Json));
            foreach (var property in exception.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                _texts.AppendLine($"{property.Name}: {property.GetValue(exception)}");
            }

            _texts.AppendJoin('\n', exception.Data.Values.Cast<object?>());
        }
    }

    public void AssertNoSecret()
    {
        var text = Text;
        Assert.True(text.Length > 100);
        Assert.DoesNotContain(Mark, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Signature=", text, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Recording.Dispose();
        Logs.Dispose();
    }

    private static void LeaveOutReflection(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.PropertyType.IsAssignableTo(typeof(MemberInfo))).ToList())
        {
            type.Properties.Remove(property);
        }
    }
}
