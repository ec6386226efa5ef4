import { createHash, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { problemOf, startTestServer, type TestServer } from '../../testing';

const CLIENT = { id: 'bandeng h5', secret: 'a secret: of / the test' };

/** A small identity service: remembers what was asked with each code, and checks PKCE and the client's secret as a real one does. */
async function startProvider() {
  const pair = await generateKeyPair('RS256');
  const codes = new Map<string, { challenge: string; claims: JWTPayload; key: CryptoKey; issuer: string }>();
  const state = { isDown: false, exchanges: 0 };
  const server: Server = createServer((request, response) => {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    const respond = async () => {
      if (state.isDown) return answer(503, {});
      if (request.url === '/.well-known/openid-configuration')
        return answer(200, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
        });
      if (request.url === '/keys')
        return answer(200, { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'RS256' }] });
      state.exchanges += 1;
      let text = '';
      for await (const chunk of request) text += String(chunk);
      const form = new URLSearchParams(text);
      const [id, secret] = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64')
        .toString()
        .split(':')
        .map(part => decodeURIComponent(part.replaceAll('+', ' ')));
      if (id !== CLIENT.id || secret !== CLIENT.secret) return answer(401, { error: 'invalid_client' });
      const known = codes.get(form.get('code') ?? '');
      codes.delete(form.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (known?.challenge !== challenge) return answer(400, { error: 'invalid_grant' });
      const now = Math.floor(Date.now() / 1000);
      const claims = { iss: known.issuer, aud: CLIENT.id, iat: now, exp: now + 300, ...known.claims };
      const idToken = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(known.key);
      return answer(200, { access_token: 'x', token_type: 'Bearer', id_token: idToken });
    };
    void respond();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  /** What the page holds after the person has agreed there. */
  function agree(sub: string, over: { claims?: JWTPayload; key?: CryptoKey } = {}) {
    const [code, codeVerifier, nonce] = [
      randomBytes(8).toString('hex'),
      randomBytes(32).toString('base64url'),
      randomBytes(16).toString('hex'),
    ];
    const challenge = createHash('sha256').update(codeVerifier).digest('base64url');
    codes.set(code, { challenge, claims: { sub, nonce, ...over.claims }, key: over.key ?? pair.privateKey, issuer });
    return { code, codeVerifier, nonce };
  }
  return { issuer, state, agree, close: () => new Promise(resolve => server.close(resolve)) };
}

let provider: Awaited<ReturnType<typeof startProvider>>;
let server: TestServer;
beforeEach(async () => {
  provider = await startProvider();
  server = await startTestServer({
    environment: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      PUBLIC_ORIGIN: 'https://bandeng.example.gov.cn',
    },
  });
});
afterEach(async () => {
  await server.stop();
  await provider.close();
});

type Proof = ReturnType<typeof provider.agree>;
const login = (body: Proof) => server.anonymous.call('auth.oidc', { body });
const codeOf = async (body: Proof) => (await problemOf(login(body))).code;

describe('POST /auth/oidc', () => {
  it('login: same person twice, at once too -> one account, of which nothing readable is kept', async () => {
    const sessions = await Promise.all([1, 2, 3].map(() => login(provider.agree('person-1'))));
    const again = await login(provider.agree('person-1'));
    expect(new Set([...sessions, again].map(({ account }) => account.id)).size).toBe(1);
    expect(again.account).toMatchObject({ kind: 'resident', phoneVerified: false });
    const other = await login(provider.agree('person-2'));
    expect(other.account.id).not.toBe(again.account.id);
    expect(JSON.stringify(await server.collection('accounts').find({}).toArray())).not.toContain('person-1');
  });

  it('login: closed account -> the same person begins a new one', async () => {
    const first = await login(provider.agree('person-1'));
    const headers = { Authorization: `Bearer ${first.accessToken}` };
    expect((await server.anonymous.fetch('/api/v1/me', { method: 'DELETE', headers })).status).toBe(204);
    expect((await login(provider.agree('person-1'))).account.id).not.toBe(first.account.id);
  });

  it('login: code twice, of another verifier, unknown -> 401 auth.code_invalid', async () => {
    const proof = provider.agree('person-1');
    await login(proof);
    expect(await problemOf(login(proof))).toMatchObject({ status: 401, code: 'auth.code_invalid' });
    expect(await codeOf({ ...provider.agree('person-1'), codeVerifier: 'v'.repeat(43) })).toBe('auth.code_invalid');
    expect(await codeOf({ ...proof, code: 'nonsense' })).toBe('auth.code_invalid');
  });

  it('login: ID token of another nonce, audience, issuer or party, run out, signed by another key -> 401, no account', async () => {
    const past = Math.floor(Date.now() / 1000) - 3_600;
    const foreign = (await generateKeyPair('RS256')).privateKey;
    const wrong = [
      { claims: { nonce: 'n'.repeat(16) } },
      { claims: { aud: 'somebody else' } },
      { claims: { iss: 'https://other.example' } },
      { claims: { azp: 'somebody else' } },
      { claims: { exp: past } },
      { key: foreign },
    ];
    for (const over of wrong) expect(await codeOf(provider.agree('person-1', over))).toBe('auth.code_invalid');
    expect(await server.collection('accounts').countDocuments({})).toBe(0);
  });

  it('login: bad fields -> 422 without a call to the service', async () => {
    const proof = provider.agree('person-1');
    expect((await problemOf(login({ ...proof, codeVerifier: 'short' }))).status).toBe(422);
    expect((await problemOf(login({ ...proof, nonce: '' }))).status).toBe(422);
    expect(provider.state.exchanges).toBe(0);
  });

  it('login: service down -> 503 with Retry-After', async () => {
    provider.state.isDown = true;
    const problem = await problemOf(login(provider.agree('person-1')));
    expect([problem.status, problem.code]).toEqual([503, 'oidc.unavailable']);
    expect(problem.headers.get('retry-after')).toBe('15');
  });
});

describe('GET /auth/methods', () => {
  it('methods: configured -> where to ask and where it comes back to; down -> null', async () => {
    const methods = await server.anonymous.call('auth.methods', {});
    expect(methods).toEqual({
      wechat: true,
      simulator: true,
      oidc: {
        authorizeUrl: `${provider.issuer}/authorize`,
        clientId: CLIENT.id,
        redirectUri: 'https://bandeng.example.gov.cn/m/',
      },
    });
    expect(JSON.stringify(methods)).not.toContain(CLIENT.secret);
  });

  it('methods: nothing configured -> null, and the login does not exist', async () => {
    const plain = await startTestServer();
    try {
      expect((await plain.anonymous.call('auth.methods', {})).oidc).toBeNull();
      const problem = await problemOf(plain.anonymous.call('auth.oidc', { body: provider.agree('person-1') }));
      expect([problem.status, problem.code]).toEqual([404, 'route.not_found']);
    } finally {
      await plain.stop();
    }
  });
});
