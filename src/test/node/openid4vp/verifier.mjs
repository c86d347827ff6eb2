// A region with a verifier of its own: publishes a key, asks holders of another region's wallet for
// credentials, and checks what is posted to it by what that region has published. Each line read is
// a query of DCQL to ask by, for which it writes a line with the link; for each answer it writes a
// line that says what it saw in it.
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { randomUUID } from 'node:crypto';
import { setGlobalConfig } from '@openid4vc/oauth2';
import { Openid4vpVerifier } from '@openid4vc/openid4vp';
import { DcqlPresentationResult, DcqlQuery } from 'dcql';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { digest, generateSalt, ES256 } from '@sd-jwt/crypto-nodejs';
import { isSigned } from './published.mjs';

setGlobalConfig({ allowInsecureUrls: true }); // both regions run on this machine

const [own, wallet] = process.argv.slice(2);
const { publicKey, privateKey } = await ES256.generateKeyPair();
const sign = await ES256.getSigner(privateKey);
const kid = 'verifier-1';
const asked = new Map();

const base64url = (json) => Buffer.from(JSON.stringify(json)).toString('base64url');
const verifier = new Openid4vpVerifier({
  callbacks: {
    fetch,
    signJwt: async (signer, { header, payload }) => {
      const signed = `${base64url({ ...header, kid })}.${base64url(payload)}`;
      return { jwt: `${signed}.${await sign(signed)}`, signerJwk: publicKey };
    },
  },
});

const sdJwt = new SDJwtVcInstance({
  hasher: digest, hashAlg: 'sha-256', saltGenerator: generateSalt,
  verifier: async (data, signature) => (await isSigned(wallet, data, signature)) !== null,
  kbVerifier: async (data, signature, payload) => (await ES256.getVerifier(payload.cnf.jwk))(data, signature),
});

/** The standard's members, and the three by which a holder here is told what for and how long. */
async function link(query) {
  const request = {
    client_id: own,
    response_type: 'vp_token',
    response_mode: 'direct_post',
    response_uri: `${own}/api/credential-answers`,
    nonce: randomUUID(),
    state: randomUUID(),
    dcql_query: query,
    purpose: '外地办事（虚构）',
    'purpose#en': 'An application elsewhere (invented)',
    use_within: 600,
  };
  asked.set(request.state, request);
  const made = await verifier.createOpenId4vpAuthorizationRequest({
    scheme: `${wallet}/wallet/asked`,
    authorizationRequestPayload: request,
    jar: {
      jwtSigner: { method: 'federation', alg: 'ES256', kid },
      expiresInSeconds: 600,
      additionalJwtPayload: { aud: wallet },
    },
  });
  return made.authorizationRequest;
}

async function seen(fields) {
  const request = asked.get(fields.state);
  if (!request) throw new Error('nobody asked for this');
  if (fields.error) return { error: fields.error };
  const parsed = await verifier.parseOpenid4vpAuthorizationResponse({
    authorizationRequestPayload: request,
    authorizationResponse: { ...fields, vp_token: JSON.parse(fields.vp_token) },
    callbacks: verifier.options.callbacks,
  });
  const shown = {};
  for (const [id, tokens] of Object.entries(parsed.dcql.presentations)) {
    shown[id] = [];
    for (const token of tokens) {
      const { payload, kb } = await sdJwt.verify(token, { keyBindingNonce: parsed.expectedNonce });
      if (kb.payload.aud !== own) throw new Error('for somebody else');
      shown[id].push({
        credential_format: 'dc+sd-jwt', vct: payload.vct, claims: payload, cryptographic_holder_binding: true,
      });
    }
  }
  const fits = DcqlPresentationResult.fromDcqlPresentation(shown, { dcqlQuery: DcqlQuery.parse(request.dcql_query) });
  return { fits: fits.can_be_satisfied, shown };
}

function json(response, status, body) {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

createServer(async (request, response) => {
  if (request.url === '/.well-known/jwt-vc-issuer') {
    return json(response, 200, { issuer: own, jwks: { keys: [{ ...publicKey, kid, use: 'sig', alg: 'ES256' }] } });
  }
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    const fields = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
    console.log(JSON.stringify(await seen(fields)));
    json(response, 200, { redirect_uri: `${own}/done?response_code=${randomUUID()}` });
  } catch (refused) {
    console.log(JSON.stringify({ refused: refused.message }));
    json(response, 400, { error: 'invalid_request' });
  }
}).listen(Number(new URL(own).port), '127.0.0.1', async () => {
  for await (const line of createInterface({ input: process.stdin })) {
    try {
      console.log(JSON.stringify({ link: await link(JSON.parse(line)) }));
    } catch (failed) {
      console.log(JSON.stringify({ failed: failed.message, cause: String(failed.cause ?? '') }));
    }
  }
  process.exit(0); // whoever started it has hung up
});
