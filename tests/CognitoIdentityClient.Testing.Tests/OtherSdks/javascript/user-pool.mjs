// Starts cognito-local, an emulator of user pools, signs a user in, and prints what an identity pool has to know of it as JSON.
// Ends when its standard input is closed.
process.env.HOST = '127.0.0.1';
const { port } = await import('./cognito-local.mjs');
const address = `http://127.0.0.1:${port}`;

async function call(operation, input) {
    const response = await fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}` },
        body: JSON.stringify(input),
    });
    const text = await response.text();
    if (!response.ok) {
        throw new Error(`${operation}: ${text}`);
    }

    return text ? JSON.parse(text) : {};
}

const { UserPool: { Id: userPool } } = await call('CreateUserPool', { PoolName: 'Users' });
const { UserPoolClient: { ClientId: client } } = await call('CreateUserPoolClient', { UserPoolId: userPool, ClientName: 'web' });
const user = { UserPoolId: userPool, Username: 'alice@example.com' };
await call('AdminCreateUser', { ...user, MessageAction: 'SUPPRESS' });
await call('AdminSetUserPassword', { ...user, Password: 'Example-Passw0rd', Permanent: true });
const { AuthenticationResult: { IdToken: idToken } } = await call('InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH', ClientId: client, AuthParameters: { USERNAME: user.Username, PASSWORD: 'Example-Passw0rd' },
});
const { iss: issuer } = JSON.parse(Buffer.from(idToken.split('.')[1], 'base64url'));
console.log(JSON.stringify({
    provider: issuer.split('://')[1], issuer, client, idToken, keys: `${address}/${userPool}/.well-known/jwks.json`,
}));
process.stdin.resume().on('end', () => process.exit(0));
