namespace CognitoIdentity;

/// <summary>
/// The diagnosis of sign-ins and identity pools: why a sign-in fails, or what it would get. It works over any
/// <see cref="ICognitoIdentityClient"/>, only reads, and creates no identity.
/// </summary>
/// <remarks>
/// The identity pool is read with DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap, which are signed. A caller
/// that may not read it gets a diagnosis of the tokens alone, and <see cref="SignInDiagnosis.Notes"/> says what could not be read.
/// </remarks>
/// <example>
/// <code>
/// catch (NotAuthorizedException exception)
/// {
///     Console.WriteLine(await exception.DiagnoseAsync(client, identityPoolId, logins));
/// }
/// </code>
/// </example>
public static class CognitoIdentityDiagnosis
{
    /// <summary>Explains a sign-in.</summary>
    /// <param name="client">The client. It needs AWS credentials to read the identity pool, and does without.</param>
    /// <param name="identityPoolId">The pool's id, <c>REGION:UUID</c>. An invalid one is a finding and not an exception.</param>
    /// <param name="logins">The logins of the request, by provider name; null or empty for a guest.</param>
    /// <param name="options">What else is known, such as the error that happened; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The diagnosis.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="identityPoolId"/> is null.</exception>
    public static async Task<SignInDiagnosis> DiagnoseSignInAsync(
        this ICognitoIdentityClient client,
        string identityPoolId,
        IReadOnlyDictionary<string, string>? logins = null,
        SignInDiagnosisOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(identityPoolId);
        var reader = new PoolReader(client, identityPoolId, options ?? new());
        var read = await reader.ReadAsync(logins?.Keys, cancellationToken).ConfigureAwait(false);
        return SignInAnalysis.Run(identityPoolId, logins, read, reader.Notes, reader.IsPoolMissing);
    }

    /// <summary>Explains the configuration of an identity pool, without a user.</summary>
    /// <param name="client">The client, with AWS credentials that may read the identity pool.</param>
    /// <param name="identityPoolId">The pool's id, <c>REGION:UUID</c>. An invalid one is a finding and not an exception.</param>
    /// <param name="options">
    /// Further facts, such as the account; null for the defaults. The members about a request and its error are ignored.
    /// </param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The diagnosis.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="identityPoolId"/> is null.</exception>
    public static async Task<IdentityPoolDiagnosis> DiagnoseIdentityPoolAsync(
        this ICognitoIdentityClient client,
        string identityPoolId,
        SignInDiagnosisOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(identityPoolId);
        var reader = new PoolReader(client, identityPoolId, options ?? new());
        var read = await reader.ReadAsync(providers: null, cancellationToken).ConfigureAwait(false);
        return PoolAnalysis.Run(identityPoolId, read, reader.Notes, reader.IsPoolMissing);
    }

    /// <summary>Explains an error of a sign-in, with the identity pool's configuration.</summary>
    /// <param name="exception">The error.</param>
    /// <param name="client">The client. It needs AWS credentials to read the identity pool, and does without.</param>
    /// <param name="identityPoolId">The pool's id, <c>REGION:UUID</c>. An invalid one is a finding and not an exception.</param>
    /// <param name="logins">The logins of the request that failed, by provider name; null or empty for a guest.</param>
    /// <param name="options">What else is known; null for the defaults. Operation, code and message come from the exception.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The diagnosis.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="exception"/>, <paramref name="client"/> or <paramref name="identityPoolId"/> is null.
    /// </exception>
    public static Task<SignInDiagnosis> DiagnoseAsync(
        this CognitoIdentityException exception,
        ICognitoIdentityClient client,
        string identityPoolId,
        IReadOnlyDictionary<string, string>? logins = null,
        SignInDiagnosisOptions? options = null,
        CancellationToken cancellationToken = default) =>
        client.DiagnoseSignInAsync(identityPoolId, logins, WithError(options, exception), cancellationToken);

    /// <summary>Explains an error of a sign-in without any call.</summary>
    /// <param name="exception">The error.</param>
    /// <param name="identityPoolId">The pool's id, <c>REGION:UUID</c>. An invalid one is a finding and not an exception.</param>
    /// <param name="logins">The logins of the request that failed, by provider name; null or empty for a guest.</param>
    /// <param name="options">
    /// Further facts, such as the pool's configuration; null for the defaults. Operation, code and message come from the exception.
    /// </param>
    /// <returns>The diagnosis.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> or <paramref name="identityPoolId"/> is null.</exception>
    public static SignInDiagnosis Diagnose(
        this CognitoIdentityException exception,
        string identityPoolId,
        IReadOnlyDictionary<string, string>? logins = null,
        SignInDiagnosisOptions? options = null) =>
        SignInDiagnosis.Create(identityPoolId, logins, WithError(options, exception));

    private static SignInDiagnosisOptions WithError(SignInDiagnosisOptions? options, CognitoIdentityException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        options ??= new();
        return options with
        {
            Operation = options.Operation ?? exception.OperationName,
            ErrorCode = options.ErrorCode ?? exception.ErrorCode,
            ErrorMessage = options.ErrorMessage ?? exception.ServiceMessage,
            ErrorReason = options.ErrorReason ?? (exception.Reason == default ? default(ErrorReason?) : exception.Reason),
        };
    }
}
