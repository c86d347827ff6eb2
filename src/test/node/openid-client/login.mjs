// Signs somebody in with the npm package openid-client, which knows nothing of Yiwang:
//   node login.mjs ISSUER CLIENT LOGIN PASSWORD
// Prints what it learnt as one line of JSON. The browser in between is played by fetch.
import * as oidc from 'openid-client';

const [issuer, client, login, password] = process.argv.slice(2);
const callback = 'http://127.0.0.1:49152/callback';
const cookies = new Map();

async function visit(url, form) {
  const answer = await fetch(url, {
    method: form ? 'POST' : 'GET',
    body: form && new URLSearchParams(form),
    redirect: 'manual',
    headers: {cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')},
  });
  for (const cookie of answer.headers.getSetCookie()) {
    const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/);
    value ? cookies.set(name, value) : cookies.delete(name);
  }
  return answer;
}

async function follow(url) {
  for (let steps = 0; steps < 10; steps++) {
    if (url.href.startsWith(callback)) {
      return {url};
    }
    const answer = await visit(url);
    const location = answer.headers.get('location');
    if (!location) {
      return {url, page: await answer.text(), http: answer.status};
    }
    url = new URL(location, url);
  }
  throw new Error('too many redirects');
}

function hidden(page, name) {
  const field = page.match(new RegExp(`name="${name}" value="([^"]*)"`));
  return field ? field[1].replaceAll('&amp;', '&').replaceAll('&#34;', '"') : undefined;
}

const config = await oidc.discovery(new URL(issuer), client, undefined, oidc.None(), {
  execute: [oidc.allowInsecureRequests],
});
const verifier = oidc.randomPKCECodeVerifier();
const state = oidc.randomState();
const nonce = oidc.randomNonce();
const authorize = oidc.buildAuthorizationUrl(config, {
  redirect_uri: callback,
  scope: 'openid profile',
  code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
  state,
  nonce,
});

const form = await follow(authorize);
const sent = await visit(new URL('/sign-in', issuer), {
  login,
  password,
  to: hidden(form.page, 'to'),
  _csrf: hidden(form.page, '_csrf'),
});
const back = await follow(new URL(sent.headers.get('location'), issuer));
const tokens = await oidc.authorizationCodeGrant(config, back.url, {
  pkceCodeVerifier: verifier,
  expectedState: state,
  expectedNonce: nonce,
});
const claims = tokens.claims();
const person = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub);
const api = await fetch(new URL('/api/me', issuer), {
  headers: {authorization: `Bearer ${tokens.access_token}`},
});
console.log(JSON.stringify({claims, person, me: await api.json(), accessToken: tokens.access_token}));
