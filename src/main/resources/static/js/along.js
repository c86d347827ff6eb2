// Taking a list along (带在手机上): pages of reports, with photos and what they are drawn with, for reading without a network.
import { t } from './page.js';

const SHELF = 'yiwang-along';
const box = document.querySelector('[data-take-along]');
const shelf = document.querySelector('[data-along-list]');

/** Kept with when, and with a title for the list of what is here. */
async function keep(cache, address, title = '') {
  const answer = await fetch(address, { cache: 'no-store' });
  if (!answer.ok || answer.redirected) throw new Error(`${answer.status} ${address}`);
  const headers = new Headers(answer.headers);
  headers.set('X-Kept', String(Date.now()));
  headers.set('X-Kept-Title', encodeURIComponent(title));
  const body = await answer.blob();
  await cache.put(address, new Response(body, { headers }));
  return body;
}

const parts = page => [...page.querySelectorAll('link[rel=stylesheet], link[rel=icon], script[src], img[src]')].map(one => one.getAttribute('href') ?? one.getAttribute('src'));

async function take(links, say) {
  await navigator.serviceWorker.register('/offline.js');
  await caches.delete(SHELF);
  const cache = await caches.open(SHELF);
  const drawn = new Set([...parts(document), ...performance.getEntriesByType('resource').filter(one => one.initiatorType === 'script' || one.name.includes('/assets/')).map(one => new URL(one.name).pathname)]);
  await keep(cache, location.pathname + location.search, document.title);
  await keep(cache, '/desk/outbox');
  let here = 0;
  for (const [address, title] of links) {
    const page = new DOMParser().parseFromString(await (await keep(cache, address, title)).text(), 'text/html');
    parts(page).forEach(one => drawn.add(one));
    here += 1;
    say(t(`${here} / ${links.size}`, `${here} of ${links.size}`));
  }
  await Promise.all([...drawn].filter(one => one.startsWith('/')).map(one => keep(cache, one).catch(() => undefined)));
  return here;
}

if (box && 'serviceWorker' in navigator && 'caches' in window) {
  const links = new Map([...document.querySelectorAll('a[data-along]')].map(one => [one.getAttribute('href'), `${one.textContent.trim()} ${one.dataset.along}`]));
  const said = box.querySelector('[role=status]');
  box.hidden = links.size === 0;
  box.querySelector('button').addEventListener('click', async e => {
    e.target.disabled = true;
    try {
      const here = await take(links, words => { said.textContent = words; });
      said.textContent = t(`已带上 ${here} 件。`, `${here} cases are on this device.`);
    } catch {
      said.textContent = t('没有全部带上，请在有网络时再试。', 'Not all of it could be taken along. Try again where there is a network.');
    }
    e.target.disabled = false;
  });
}

if (shelf && 'caches' in window) {
  const cache = await caches.open(SHELF);
  for (const asked of await cache.keys()) {
    const kept = await cache.match(asked);
    const title = decodeURIComponent(kept.headers.get('X-Kept-Title') ?? '');
    const address = new URL(asked.url);
    if (!address.pathname.startsWith('/cases/') || !title) continue;
    const line = document.createElement('li');
    line.append(Object.assign(document.createElement('a'), { href: address.pathname, textContent: title }));
    shelf.querySelector('ul').append(line);
    shelf.hidden = false;
  }
}
