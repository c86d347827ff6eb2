// Says in words where a pin stands, as soon as it is set.
import { t } from './page.js';

const field = name => [...document.querySelectorAll(`main [name=${name}]`)];
const none = choices => choices.forEach(choice => { choice.checked = false; });

// What was chosen last counts: a pin, one of those found, or a street.
document.addEventListener('change', e => {
  if (e.target.name === 'place') field('area').forEach(select => { select.value = ''; });
  if (e.target.name === 'area' && e.target.value) none(field('place'));
});

document.addEventListener('pick:chosen', async e => {
  none(field('place'));
  field('area').forEach(select => { select.value = ''; });
  const { lon, lat } = e.detail;
  const said = e.target.querySelector('[data-pin-words]');
  try {
    const answer = await fetch(`/api/places/at?lon=${lon.toFixed(6)}&lat=${lat.toFixed(6)}`, { headers: { Accept: 'application/json' } });
    const place = await answer.json();
    said.textContent = answer.ok
      ? t(`图钉在：${place.area.name.zh}，${place.nearby.zh}`, `The pin is in ${place.area.name.en}, ${place.nearby.en}`)
      : t('这个位置不在本区范围内，请另选。', 'This place is outside the district. Choose another one.');
  } catch {
    said.textContent = '';
  }
});
