// Forms that could not be sent because no network reached are kept on this device, shown, and sent once one does.
// Each carries a key, so that what was done although its answer got lost is not done twice.
import { t } from './page.js';
import { drop, list, newKey, put } from './kept.js';

const bar = document.querySelector('[data-outbox]');
const owner = bar.dataset.outbox;
const shelf = document.querySelector('[data-outbox-list]');
const EVERY = 5000;

const element = (name, words = '', more = {}) => Object.assign(document.createElement(name), { textContent: words }, more);
const time = at => new Date(at).toLocaleString(document.documentElement.lang, { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });

async function reached() {
  try {
    return (await fetch('/actuator/health', { cache: 'no-store', signal: AbortSignal.timeout(4000) })).ok;
  } catch {
    return false;
  }
}

function fields(form) {
  return [...new FormData(form)].filter(([name, value]) => name !== bar.dataset.tokenName && !(value instanceof File && value.size === 0));
}

async function keep(form) {
  await put({ key: form.elements.namedItem('key').value, owner, href: form.getAttribute('action'), title: form.dataset.keeps, at: Date.now(), fields: fields(form), said: [] });
  const note = element('div', '', { className: 'notice soon', tabIndex: -1 });
  note.append(element('p', t('没有网络。已存在这台设备的发件箱，有网络时自动发出。', 'No network. It is kept in the outbox of this device and will be sent once there is one.'), { className: 'notice-title' }));
  form.replaceChildren(note);
  note.focus();
  await show();
}

/** The page's own guard against sending twice has marked the form already. */
document.addEventListener('submit', async e => {
  const form = e.target;
  if (!form.matches('[data-keeps]') || e.defaultPrevented) return;
  e.preventDefault();
  form.append(element('input', '', { type: 'hidden', name: 'key', value: newKey() }));
  if (await reached()) form.submit();
  else await keep(form).catch(() => form.submit());
});

/** The token of whoever is signed in now; nothing where nobody is, or somebody else. */
async function token() {
  const page = new DOMParser().parseFromString(await (await fetch('/desk/outbox', { cache: 'no-store' })).text(), 'text/html');
  return page.querySelector('[data-outbox]')?.dataset.outbox === owner ? page.querySelector('[data-token]') : null;
}

async function send(one, proof) {
  const body = new FormData();
  one.fields.forEach(([name, value]) => body.append(name, value));
  body.append(proof.name, proof.value);
  const answer = await fetch(one.href, { method: 'POST', body });
  if (answer.redirected && new URL(answer.url).searchParams.has('done')) return drop(one.key);
  if (answer.status >= 500 || answer.status === 429 || new URL(answer.url).pathname === '/sign-in') return undefined;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const said = [...page.querySelectorAll('.summary li')].map(line => line.textContent.trim());
  return put({ ...one, said: said.length ? said : [page.querySelector('h1')?.textContent.trim() ?? String(answer.status)] });
}

async function flush(again = false) {
  const waiting = (await list(owner)).filter(one => again || one.said.length === 0);
  if (waiting.length === 0) return;
  try {
    const proof = await token();
    if (!proof) return;
    for (const one of waiting) await send(one, proof);
  } catch {
    // Still no network: it waits.
  }
  await show();
}

/** One tab at a time. */
const flushing = again => (navigator.locks ? navigator.locks.request('yiwang-outbox', () => flush(again)) : flush(again));

function row(one) {
  const box = element('section', '', { className: 'card' });
  const at = one.href.split('/')[2];
  box.append(element('h2', one.title));
  const where = element('p', '', { className: 'small' });
  where.append(element('a', at, { href: `/cases/${at}` }), t(` · 存于 ${time(one.at)}`, ` · kept ${time(one.at)}`));
  box.append(where);
  for (const [name, value] of one.fields) {
    if (name === 'note' && value) box.append(element('p', value, { className: 'said' }));
  }
  const photos = one.fields.filter(([, value]) => value instanceof Blob).length;
  if (photos) box.append(element('p', t(`照片 ${photos} 张`, `Photos: ${photos}`), { className: 'small' }));
  box.append(element('p', one.said.length ? t('没有办成：', 'Not done: ') + one.said.join(' ') : t('等待网络', 'Waiting for a network'), { className: one.said.length ? 'not-done' : 'small' }));
  const away = element('button', t('不办了，删掉', 'Discard'), { type: 'button', className: 'btn quiet' });
  away.setAttribute('aria-label', t(`删掉：${one.title}`, `Discard: ${one.title}`));
  away.addEventListener('click', async () => {
    if (!confirm(t('删掉后不会再发出。', 'Once discarded it will not be sent.'))) return;
    await drop(one.key);
    await show();
  });
  box.append(away);
  return box;
}

async function show() {
  const all = await list(owner);
  const stuck = all.filter(one => one.said.length).length;
  bar.hidden = all.length === 0;
  const words = t(`发件箱：${all.length} 件待发`, `Outbox: ${all.length} waiting`) + (stuck ? t(`，其中 ${stuck} 件没有办成`, `, ${stuck} of them not done`) : '');
  const link = bar.querySelector('a');
  if (link.textContent !== words) link.textContent = words;
  if (!shelf) return;
  const send = element('button', t('现在发出', 'Send now'), { type: 'button', className: 'btn' });
  send.addEventListener('click', () => flushing(true));
  shelf.replaceChildren(...(all.length ? [send, ...all.map(row)] : [element('p', t('没有待发的。', 'Nothing is waiting.'))]));
}

await show();
await flushing();
addEventListener('online', () => flushing());
setInterval(() => flushing(), EVERY);
