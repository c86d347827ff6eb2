// On every page; everything works without it.

/** Words of the page's language; the server's pages say which one it is. */
export const t = (zh, en) => (document.documentElement.lang.startsWith('zh') ? zh : en);

/** Focus goes to what is wrong, also where a browser ignores autofocus. */
document.querySelector('.summary')?.focus();

/** A menu closes with Escape and by a click elsewhere. */
const menu = document.querySelector('.menu');
if (menu) {
  document.addEventListener('keydown', e => {
    if (e.key === 'Escape' && menu.open) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
  document.addEventListener('click', e => {
    if (!menu.contains(e.target)) menu.open = false;
  });
}

/** A form is sent once, however often the button is pressed; Back makes it usable again. */
document.addEventListener('submit', e => {
  const form = e.target;
  if (form.method !== 'post') return;
  if (form.dataset.sent) e.preventDefault();
  else form.dataset.sent = 'yes';
});
addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(f => delete f.dataset.sent));

/** Signing out takes away what was taken along on this device; what waits in the outbox stays until it is sent. */
document.addEventListener('submit', async e => {
  const form = e.target;
  if (!form.getAttribute('action')?.endsWith('/sign-out') || !('caches' in window) || !navigator.serviceWorker?.controller) return;
  e.preventDefault();
  await caches.delete('yiwang-along');
  for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
  form.submit();
});

/** How many characters are left; spoken only when the typing rests. */
for (const count of document.querySelectorAll('[data-count-of]')) {
  const field = document.getElementById(count.dataset.countOf);
  const most = Number(count.dataset.most);
  let resting;
  const show = () => {
    const left = most - [...field.value].length;
    count.classList.toggle('over', left < 0);
    count.textContent = left >= 0
      ? t(`还可以写 ${left} 个字`, `${left} characters left`)
      : t(`多了 ${-left} 个字`, `${-left} characters too many`);
  };
  field.addEventListener('input', () => { clearTimeout(resting); resting = setTimeout(show, 400); });
  show();
}

/** "Select all" of a table. */
document.addEventListener('change', e => {
  const all = e.target.closest('[data-select-all]');
  if (all) all.closest('table').querySelectorAll('tbody input[type=checkbox]').forEach(box => { box.checked = all.checked; });
});

/** What stands behind # is never sent: the link of a slip fills in the form with it, and it leaves the address. */
const opening = document.querySelector('form[action="/follow"]');
const brought = new URLSearchParams(location.hash.slice(1));
if (opening && brought.has('code')) {
  for (const name of ['number', 'code']) opening.elements.namedItem(name).value = (brought.get(name) ?? '').slice(0, 40);
  history.replaceState(null, '', location.pathname);
  opening.querySelector('button').focus();
}
