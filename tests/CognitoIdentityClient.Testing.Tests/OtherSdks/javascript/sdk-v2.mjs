// AWS SDK for JavaScript v2: CognitoIdentityCredentials of a guest by the enhanced flow, and with a role by the basic (classic) flow.
import AWS from 'aws-sdk';

const check = (met, what) => { if (!met) { throw new Error(what); } };

// In a browser it keeps the identity of a guest in the local storage.
const forget = (credentials) => credentials.clearCachedId();

async function get(parameters, configuration) {
    const credentials = new AWS.CognitoIdentityCredentials(parameters, configuration);
    await credentials.getPromise();
    check(credentials.accessKeyId.startsWith('ASIA') && credentials.sessionToken && credentials.expireTime > new Date(), 'no credentials');
    return credentials;
}

export async function run({ endpoint, role, identityPoolId, userPoolId, userPoolClientId }) {
    const configuration = { endpoint, region: 'us-east-1' };
    const roleOf = (credentials) => JSON.parse(atob(credentials.sessionToken)).RoleArn;

    const enhanced = await get({ IdentityPoolId: identityPoolId }, configuration);
    const guest = enhanced.identityId;
    check(roleOf(enhanced).endsWith(':role/unauthenticated'), `the enhanced flow gave ${roleOf(enhanced)}`);

    const classic = await get({ IdentityPoolId: identityPoolId, IdentityId: guest, RoleArn: role, RoleSessionName: 'test' }, configuration);
    check(roleOf(classic) === role && classic.identityId === guest, `the basic flow gave ${roleOf(classic)} to ${classic.identityId}`);
    check(classic.data.Provider === 'cognito-identity.amazonaws.com' && classic.data.SubjectFromWebIdentityToken === guest, 'the response of STS lacks a member');
    await classic.refreshPromise();

    // The role of signed-in users does not trust a guest.
    try {
        await get({ IdentityPoolId: identityPoolId, IdentityId: guest, RoleArn: roleOf(enhanced).replace('unauthenticated', 'authenticated') }, configuration);
        check(false, 'a guest got the role of signed-in users');
    } catch (error) {
        check(error.code === 'AccessDenied' && error.statusCode === 403 && error.requestId?.length === 36, `${error.code}: ${error.message}`);
    }

    forget(classic);
    const issuer = `cognito-idp.us-east-1.amazonaws.com/${userPoolId}`;
    const encode = (json) => btoa(JSON.stringify(json)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    const claims = { iss: `https://${issuer}`, aud: userPoolClientId, sub: 'alice', exp: Math.floor(Date.now() / 1000) + 3600 };
    const Logins = { [issuer]: `${encode({ alg: 'none' })}.${encode(claims)}.c2lnbmF0dXJl` };
    const user = await get({ IdentityPoolId: identityPoolId, Logins, RoleArn: roleOf(enhanced).replace('unauthenticated', 'authenticated') }, configuration);
    check(roleOf(user).endsWith(':role/authenticated') && user.identityId !== guest, `the user got ${roleOf(user)} as ${user.identityId}`);
    forget(user);
}
