// Suggestions below a search field: `data-suggest` names an address that answers `?q=` with a JSON list of
// {label, note, href, value, lon, lat}. `name` and `address` in both languages are understood as well.
import { t } from './page.js';

const words = text => (text && typeof text === 'object' ? t(text.zh, text.en) : text ?? '');
let number = 0;

function suggest(input) {
  const list = document.createElement('ul');
  list.className = 'suggestions';
  list.id = `suggestions-${++number}`;
  list.role = 'listbox';
  list.ariaLabel = t('建议', 'Suggestions');
  list.hidden = true;
  const said = document.createElement('span');
  said.className = 'visually-hidden';
  said.role = 'status';
  input.parentElement.append(list, said);
  input.role = 'combobox';
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-autocomplete', 'list');
  input.ariaExpanded = 'false';
  let items = [];
  let at = -1;
  let resting;
  let asked;

  const close = () => {
    list.hidden = true;
    at = -1;
    input.ariaExpanded = 'false';
    input.removeAttribute('aria-activedescendant');
  };
  const mark = n => {
    at = (n + items.length) % items.length;
    [...list.children].forEach((line, i) => { line.ariaSelected = String(i === at); });
    input.setAttribute('aria-activedescendant', list.children[at].id);
    list.children[at].scrollIntoView({ block: 'nearest' });
  };
  const choose = item => {
    close();
    if (item.href) {
      location.assign(item.href);
      return;
    }
    input.value = item.value ?? (words(item.label) || words(item.name));
    input.dispatchEvent(new CustomEvent('suggest:chosen', { bubbles: true, detail: item }));
  };
  const show = () => {
    list.replaceChildren(...items.map((item, i) => {
      const line = document.createElement('li');
      line.id = `${list.id}-${i}`;
      line.role = 'option';
      line.ariaSelected = 'false';
      const label = document.createElement('span');
      label.textContent = words(item.label) || words(item.name);
      const note = document.createElement('small');
      note.textContent = words(item.note) || words(item.address);
      line.append(label, note);
      line.addEventListener('pointerdown', e => { e.preventDefault(); choose(item); });
      return line;
    }));
    list.hidden = items.length === 0;
    input.ariaExpanded = String(items.length > 0);
    said.textContent = items.length ? t(`有 ${items.length} 条建议`, `${items.length} suggestions`) : t('没有建议', 'No suggestions');
    at = -1;
  };
  const ask = async () => {
    const q = input.value.trim();
    asked?.abort();
    if (!q) return close();
    asked = new AbortController();
    try {
      const address = new URL(input.dataset.suggest, location.href);
      address.searchParams.set('q', q);
      const answer = await fetch(address, { signal: asked.signal, headers: { Accept: 'application/json' } });
      items = answer.ok ? (await answer.json()).slice(0, 8) : [];
      if (document.activeElement === input) show(); // else whoever typed has gone on
    } catch { /* typed on, or offline: the form still works */ }
  };

  input.addEventListener('input', () => { clearTimeout(resting); resting = setTimeout(ask, 180); });
  input.addEventListener('blur', () => setTimeout(() => {
    if (document.activeElement !== input) close(); // not before the button that is pressed has moved up
  }, 300));
  input.addEventListener('keydown', e => {
    if (e.isComposing || list.hidden) return;
    if (e.key === 'ArrowDown') mark(at + 1);
    else if (e.key === 'ArrowUp') mark(at < 0 ? items.length - 1 : at - 1);
    else if (e.key === 'Enter' && at >= 0) choose(items[at]);
    else if (e.key === 'Escape') close();
    else return;
    e.preventDefault();
  });
}

document.querySelectorAll('[data-suggest]').forEach(suggest);
