// Suggests categories while the words are being typed; what was picked by hand stays picked.
const text = document.getElementById('f-text');
const place = document.getElementById('suggestions');
let resting;
let asked;

async function suggest() {
  asked?.abort();
  asked = new AbortController();
  const picked = text.form.querySelector('input[name=category]:checked');
  const byHand = picked && picked.dataset.byHand;
  const query = new URLSearchParams({ text: text.value.slice(0, 160), category: byHand ? picked.value : '' });
  try {
    const answer = await fetch(`/report/suggestions?${query}`, { signal: asked.signal });
    if (!answer.ok || place.contains(document.activeElement)) return;
    place.innerHTML = await answer.text();
    if (byHand) place.querySelector('input:checked')?.setAttribute('data-by-hand', 'yes');
  } catch { /* typed on, or offline: the server asks after "continue" */ }
}

text.addEventListener('input', () => { clearTimeout(resting); resting = setTimeout(suggest, 500); });
text.form.addEventListener('change', e => { if (e.target.name === 'category') e.target.dataset.byHand = 'yes'; });
