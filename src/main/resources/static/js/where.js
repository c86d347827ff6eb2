// Says in words where a pin stands, as soon as it is set.
import { t } from './page.js';

document.addEventListener('pick:chosen', async e => {
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
