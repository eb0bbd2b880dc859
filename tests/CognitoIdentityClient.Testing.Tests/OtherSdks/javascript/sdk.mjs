// AWS SDK for JavaScript v3: signed and anonymous operations, an error, paging, and both flows to credentials.
import { CognitoIdentityClient, CreateIdentityPoolCommand, DescribeIdentityPoolCommand, GetCredentialsForIdentityCommand, GetIdCommand,
    GetOpenIdTokenCommand, ListIdentitiesCommand, SetIdentityPoolRolesCommand, TagResourceCommand, paginateListIdentityPools } from '@aws-sdk/client-cognito-identity';
import { fromCognitoIdentity, fromCognitoIdentityPool, fromWebToken } from '@aws-sdk/credential-providers';

const check = (met, what) => { if (!met) { throw new Error(what); } };

export async function run({ endpoint, role }) {
    const clientConfig = { endpoint, region: 'us-east-1' };
    const signed = new CognitoIdentityClient({
        ...clientConfig,
        credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
    });
    const pool = await signed.send(new CreateIdentityPoolCommand({
        IdentityPoolName: 'JavaScript', AllowUnauthenticatedIdentities: true, IdentityPoolTags: { 'équipe': '日本語 😀' },
    }));
    const identityPoolId = pool.IdentityPoolId;
    check(pool.IdentityPoolTags['équipe'] === '日本語 😀', 'the tag came back as another text');
    await signed.send(new SetIdentityPoolRolesCommand({ IdentityPoolId: identityPoolId, Roles: { unauthenticated: role } }));
    await signed.send(new TagResourceCommand({
        ResourceArn: `arn:aws:cognito-identity:us-east-1:123456789012:identitypool/${identityPoolId}`, Tags: { more: '' },
    }));
    const described = await signed.send(new DescribeIdentityPoolCommand({ IdentityPoolId: identityPoolId }));
    check(described.IdentityPoolTags.more === '', 'the added tag is missing');

    const anonymous = new CognitoIdentityClient(clientConfig);
    const { IdentityId } = await anonymous.send(new GetIdCommand({ IdentityPoolId: identityPoolId }));
    await anonymous.send(new GetIdCommand({ IdentityPoolId: identityPoolId }));
    const { Identities } = await signed.send(new ListIdentitiesCommand({ IdentityPoolId: identityPoolId, MaxResults: 60 }));
    check(Identities.length === 2 && Identities[0].CreationDate instanceof Date, `${Identities.length} identities`);
    let pools = 0;
    for await (const page of paginateListIdentityPools({ client: signed, pageSize: 1 }, {})) {
        pools += page.IdentityPools.length;
    }

    check(pools >= 2, `${pools} pools`);
    const { Credentials } = await anonymous.send(new GetCredentialsForIdentityCommand({ IdentityId }));
    check(Credentials.AccessKeyId.startsWith('ASIA') && Credentials.Expiration > new Date(), 'no credentials');

    try {
        await anonymous.send(new GetIdCommand({ IdentityPoolId: 'us-east-1:0' }));
        check(false, 'a pool that does not exist was found');
    } catch (error) {
        check(error.name === 'ResourceNotFoundException' && error.message === "IdentityPool 'us-east-1:0' not found.", `${error.name}: ${error.message}`);
        check(error.$metadata.httpStatusCode === 400 && error.$metadata.requestId?.length === 36, 'the error lacks its metadata');
    }

    const enhanced = await fromCognitoIdentityPool({ clientConfig, identityPoolId })();
    check(enhanced.accessKeyId.startsWith('ASIA') && enhanced.identityId !== IdentityId, 'the enhanced flow gave something else');
    const known = await fromCognitoIdentity({ clientConfig, identityId: IdentityId })();
    check(known.identityId === IdentityId, 'the identity changed');

    const { Token } = await anonymous.send(new GetOpenIdTokenCommand({ IdentityId }));
    const classic = await fromWebToken({ clientConfig, roleArn: role, webIdentityToken: Token, roleSessionName: 'test' })();
    check(classic.accessKeyId.startsWith('ASIA') && classic.sessionToken, 'the basic flow gave no credentials');
    try {
        await fromWebToken({ clientConfig, roleArn: role, webIdentityToken: 'eyJhbGciOiJub25lIn0.eyJpc3MiOiJ4In0.', roleSessionName: 'test' })();
        check(false, 'a forged token was taken');
    } catch (error) {
        check(error.name === 'InvalidIdentityToken' || error.name === 'InvalidIdentityTokenException', `${error.name}: ${error.message}`);
    }
}
