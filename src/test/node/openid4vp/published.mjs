// Keys of a region, by its address: what it has published, and nothing else.
import { ES256 } from '@sd-jwt/crypto-nodejs';

export async function metadata(address) {
  const found = await (await fetch(`${address}/.well-known/jwt-vc-issuer`)).json();
  if (found.issuer !== address) throw new Error('another issuer');
  return found;
}

export async function isSigned(address, data, signature) {
  const header = JSON.parse(Buffer.from(data.split('.')[0], 'base64url').toString());
  const key = (await metadata(address)).jwks.keys.find((one) => one.kid === header.kid);
  if (!key || key.alg !== header.alg) return null;
  return (await (await ES256.getVerifier(key))(data, signature)) ? key : null;
}
