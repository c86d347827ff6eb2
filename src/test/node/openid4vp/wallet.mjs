// Answers an authorization request as any wallet would: reads and checks it, finds what fits, shows
// only what is asked for, and posts it. What the wallet holds comes as JSON on standard input.
import { setGlobalConfig } from '@openid4vc/oauth2';
import { Openid4vpClient } from '@openid4vc/openid4vp';
import { DcqlQuery } from 'dcql';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { digest, generateSalt, ES256 } from '@sd-jwt/crypto-nodejs';
import { isSigned } from './published.mjs';

setGlobalConfig({ allowInsecureUrls: true }); // both regions run on this machine

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { link, key, credentials } = JSON.parse(Buffer.concat(chunks).toString());

const client = new Openid4vpClient({
  callbacks: {
    fetch,
    verifyJwt: async (signer, { compact, payload }) => {
      const end = compact.lastIndexOf('.');
      const by = await isSigned(payload.client_id, compact.slice(0, end), compact.slice(end + 1));
      return by ? { verified: true, signerJwk: by } : { verified: false };
    },
  },
});

const sdJwt = new SDJwtVcInstance({
  hasher: digest, hashAlg: 'sha-256', saltGenerator: generateSalt,
  kbSigner: await ES256.getSigner(key), kbSignAlg: 'ES256',
});

/** What the wallet holds, as the query language sees it. */
async function held(token) {
  const claims = await sdJwt.getClaims(token);
  return { credential_format: 'dc+sd-jwt', vct: claims.vct, claims, cryptographic_holder_binding: true };
}

async function answer() {
  const parsed = client.parseOpenid4vpAuthorizationRequest({ authorizationRequest: link });
  const resolved = await client.resolveOpenId4vpAuthorizationRequest({ authorizationRequestPayload: parsed.params });
  const request = resolved.authorizationRequestPayload;
  const query = DcqlQuery.parse(resolved.dcql.query);
  DcqlQuery.validate(query);
  const matched = DcqlQuery.query(query, await Promise.all(credentials.map(held)));
  if (!matched.can_be_satisfied) return { unfit: matched.credential_matches };

  const vpToken = {};
  for (const [id, match] of Object.entries(matched.credential_matches)) {
    const fit = match.valid_credentials[0];
    const frame = {};
    for (const name of Object.keys(fit.claims.valid_claim_sets[0].output)) frame[name] = true;
    vpToken[id] = [await sdJwt.present(credentials[fit.input_credential_index], frame, {
      kb: { payload: { iat: Math.floor(Date.now() / 1000), aud: request.client_id, nonce: request.nonce } },
    })];
  }
  const created = await client.createOpenid4vpAuthorizationResponse({
    authorizationRequestPayload: request,
    authorizationResponsePayload: { vp_token: vpToken },
  });
  const sent = await client.submitOpenid4vpAuthorizationResponse({
    authorizationRequestPayload: request,
    authorizationResponsePayload: created.authorizationResponsePayload,
  });
  return {
    version: resolved.version, signed: resolved.jar.signer.method, asked: query.credentials.map((one) => one.id),
    status: sent.response.status, told: await sent.response.json(),
  };
}

try {
  console.log(JSON.stringify(await answer()));
} catch (refused) {
  console.log(JSON.stringify({ refused: refused.message, cause: String(refused.cause ?? '') }));
}
