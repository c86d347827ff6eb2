// Answers for pages that were taken along when no network reaches (离线阅读). Only a device on which somebody pressed
// "Take this list along" runs it; signing out ends it. The network always comes first.
const SHELF = 'yiwang-along';
const HOURS = 12;
const PATIENCE = 8000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', e => e.waitUntil(self.clients.claim()));

async function kept(address) {
  const found = await (await caches.open(SHELF)).match(address, { ignoreVary: true });
  return found && Date.now() - Number(found.headers.get('X-Kept')) < HOURS * 3600000 ? found : undefined;
}

async function answer(request) {
  const here = await kept(request.url);
  const away = fetch(request);
  try {
    if (!here) return await away;
    const late = new Promise(done => { setTimeout(() => done(undefined), PATIENCE); });
    return (await Promise.race([away, late])) ?? here;
  } catch (unreached) {
    const instead = here ?? (request.mode === 'navigate' ? await kept('/desk/outbox') : undefined);
    if (instead) return instead;
    throw unreached;
  }
}

self.addEventListener('fetch', e => {
  const { request } = e;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  if (request.mode === 'navigate' || ['style', 'script', 'image'].includes(request.destination)) e.respondWith(answer(request));
});
