// Checks a credential as any verifier would: by what its issuer has published, and nothing else.
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { digest, generateSalt, ES256 } from '@sd-jwt/crypto-nodejs';

const [issuer, token, nonce] = process.argv.slice(2);
const metadata = await (await fetch(`${issuer}/.well-known/jwt-vc-issuer`)).json();
if (metadata.issuer !== issuer) throw new Error('another issuer');

async function verifier(data, signature) {
  const header = JSON.parse(Buffer.from(data.split('.')[0], 'base64url').toString());
  const key = metadata.jwks.keys.find((k) => k.kid === header.kid);
  if (!key || key.alg !== header.alg) return false;
  return (await ES256.getVerifier(key))(data, signature);
}

async function kbVerifier(data, signature, payload) {
  return (await ES256.getVerifier(payload.cnf.jwk))(data, signature);
}

const instance = new SDJwtVcInstance({ hasher: digest, hashAlg: 'sha-256', saltGenerator: generateSalt, verifier, kbVerifier });
try {
  const seen = await instance.verify(token, nonce ? { keyBindingNonce: nonce } : {});
  console.log(JSON.stringify({ payload: seen.payload, kb: seen.kb?.payload ?? null }));
} catch (refused) {
  console.log(JSON.stringify({ refused: refused.message }));
}
