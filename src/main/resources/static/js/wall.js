// The wall renews itself without blinking: when counts change, the page is fetched again and only the tiles that
// differ are put in their place. What could not be renewed turns grey and says how old it is.
const zh = document.documentElement.lang.startsWith('zh');
const STALE = 90_000;
let fetching = false;
let late = false;

async function renew() {
  if (fetching) {
    late = true;
    return;
  }
  fetching = true;
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, redirect: 'manual' });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const tile of document.querySelectorAll('[data-tile]')) {
      const other = fresh.querySelector(`[data-tile="${tile.dataset.tile}"]`);
      if (other && other.outerHTML !== tile.outerHTML && !tile.contains(document.activeElement)) tile.replaceWith(other);
      else if (other) tile.dataset.counted = other.dataset.counted;
    }
    age();
  } catch { /* the line is down: what is shown grows old, and says so */ } finally {
    fetching = false;
    if (late) {
      late = false;
      renew();
    }
  }
}

function age() {
  const now = Date.now() + skew;
  for (const tile of document.querySelectorAll('[data-counted]')) tile.classList.toggle('is-stale', now - Number(tile.dataset.counted) > STALE);
  const counted = Number(document.querySelector('.wall-at [data-counted]')?.dataset.counted);
  const minutes = Math.floor((now - counted) / 60_000);
  const said = document.querySelector('[data-age]');
  const words = now - counted > STALE ? (zh ? `数据 ${minutes} 分钟前` : `data ${minutes} min old`) : '';
  if (said && said.textContent !== words) said.textContent = words;
}

// The server's clock counts, not this screen's.
const skew = Number(document.querySelector('.wall-at [data-counted]').dataset.counted) - Date.now();

const source = new EventSource('/live/counts');
source.addEventListener('message', renew);
setInterval(renew, 30_000);
setInterval(age, 5_000);
addEventListener('pagehide', () => source.close());
