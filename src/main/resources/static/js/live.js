// Counts that change while the page is open: the source sends JSON such as {"late": 5, "open": "1,204"}; every
// element with data-live="late" shows it. The text changes in place, the focused element is never replaced, what
// changed is said once, politely, and the reader can pause it.
import { t } from './page.js';

function live(region) {
  const note = region.querySelector('.live-note');
  const said = region.querySelector('[data-live-said]');
  const button = region.querySelector('[data-live-pause]');
  let source;
  const show = counts => {
    let changed = 0;
    for (const [name, value] of Object.entries(counts)) {
      for (const place of region.querySelectorAll(`[data-live="${CSS.escape(name)}"]`)) {
        if (place.textContent !== String(value)) {
          place.textContent = value;
          changed += 1;
        }
      }
    }
    if (changed) said.textContent = t(`${new Date().toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' })} 已更新`, `Updated at ${new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`);
  };
  const start = () => {
    source = new EventSource(region.dataset.liveSource);
    source.addEventListener('message', e => show(JSON.parse(e.data)));
    source.addEventListener('error', () => {
      said.textContent = source.readyState === EventSource.CLOSED
        ? t('暂时收不到更新，请刷新页面。', 'Updates have stopped. Reload the page.')
        : t('正在重新连接…', 'Reconnecting…');
    });
    button.textContent = t('暂停更新', 'Pause updates');
  };
  button.addEventListener('click', () => {
    if (source) {
      source.close();
      source = undefined;
      said.textContent = t('已暂停', 'Paused');
      button.textContent = t('继续更新', 'Resume updates');
    } else {
      said.textContent = '';
      start();
    }
  });
  note.classList.add('ready');
  start();
  addEventListener('pagehide', () => source?.close());
}

document.querySelectorAll('[data-live-source]').forEach(live);
