// aws-amplify: fetchAuthSession as a guest, then as a user who has signed in, whose login it links to the guest's identity.
import { Amplify } from 'aws-amplify';
import { fetchAuthSession } from 'aws-amplify/auth';
import { cognitoCredentialsProvider } from 'aws-amplify/auth/cognito';

const check = (met, what) => { if (!met) { throw new Error(what); } };
const encode = (json) => btoa(JSON.stringify(json)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

export async function run({ endpoint, identityPoolId, userPoolId, userPoolClientId }) {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
        iss: `https://cognito-idp.us-east-1.amazonaws.com/${userPoolId}`, aud: userPoolClientId, sub: 'alice', token_use: 'id', iat: now, exp: now + 3600,
    };
    const text = `${encode({ alg: 'none' })}.${encode(claims)}.c2lnbmF0dXJl`;
    const token = { toString: () => text, payload: claims };
    let isSignedIn = false;
    Amplify.configure(
        { Auth: { Cognito: { identityPoolId, userPoolId, userPoolClientId, allowGuestAccess: true, identityPoolEndpoint: endpoint } } },
        {
            Auth: {
                credentialsProvider: cognitoCredentialsProvider,
                tokenProvider: { getTokens: async () => isSignedIn ? { accessToken: token, idToken: token } : null },
            },
        });

    const guest = await fetchAuthSession();
    check(guest.credentials?.accessKeyId.startsWith('ASIA') && guest.identityId, 'the guest got no credentials');
    const again = await fetchAuthSession();
    check(again.identityId === guest.identityId, 'the guest got another identity');

    isSignedIn = true;
    const user = await fetchAuthSession({ forceRefresh: true });
    check(user.credentials?.accessKeyId.startsWith('ASIA'), 'the user got no credentials');
    const role = JSON.parse(atob(user.credentials.sessionToken)).RoleArn;
    check(role.endsWith(':role/authenticated'), `the user got ${role}`);
}
