// Maps that move: OpenLayers over the drawing that the server made, loaded when a map comes into sight.
// data-map = view | pick | many; data-layers = addresses of GeoJSON layers, painted by their file names.
import { t } from './page.js';

let library;
function load(frame) {
  library ??= new Promise((done, failed) => {
    const style = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: frame.dataset.style });
    const script = Object.assign(document.createElement('script'), { src: frame.dataset.library });
    script.addEventListener('load', () => done(globalThis.ol));
    script.addEventListener('error', failed);
    document.head.append(style, script);
  });
  return library;
}

const css = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const toneColour = tone => css({ late: 'brick', soon: 'amber', done: 'leaf', plain: 'ink-3' }[tone] ?? 'river');
const family = () => getComputedStyle(document.body).fontFamily;

/** Metres a pixel beneath which something is drawn or named: who looks from afar sees streets, who comes near, the park at the corner. */
const NAMED = { areas: Infinity, metro: 16, elevated: 12, station: 10, landmarks: 5 };
const DOTTED = { station: 24, landmarks: 5 };
/** A layer that is wanted only from near is fetched only then. */
const NEAR = { landmarks: DOTTED.landmarks };
/** Whose names give way to whose, where both have no room. */
const RANK = ['landmarks', 'elevated', 'areas', 'metro'];
const kindOf = (look, feature) => {
  const station = look === 'landmarks' ? feature.get('kind') === 'metro-station' : feature.getGeometry().getType() === 'Point';
  return station ? 'station' : look;
};

function paint(ol, look) {
  const { Style, Stroke, Fill, Circle } = ol.style;
  const line = (colour, width, lineDash) => new Stroke({ color: css(colour), width, lineDash });
  const dot = (radius, colour) => new Style({ image: new Circle({ radius, fill: new Fill({ color: css('surface') }), stroke: line(colour, 2) }) });
  const plain = {
    outline: new Style({ stroke: line('ink-3', 2.5) }),
    grids: new Style({ stroke: line('land-edge', 0.8, [4, 3]) }),
    metro: new Style({ stroke: line('sky', 2) }),
    elevated: new Style({ stroke: line('land-edge', 4) }),
    roads: new Style({ stroke: line('way', 3) }),
    water: new Style({ fill: new Fill({ color: css('water') }) }),
  }[look] ?? new Style({ stroke: line('land-edge', 1.5), fill: new Fill({ color: css('paper') }) });
  const points = { station: dot(4.5, 'sky'), landmarks: dot(3, 'ink-3') };
  return (feature, metres) => {
    const kind = kindOf(look, feature);
    return kind in points ? (metres < DOTTED[kind] ? points[kind] : undefined) : plain;
  };
}

/** Names stand above every line, whatever layer they come from; those that would touch are left out. */
function naming(ol, look) {
  const { Style, Stroke, Fill, Text } = ol.style;
  const size = parseFloat(getComputedStyle(document.body).fontSize) * 0.77;
  const halo = new Stroke({ color: css('paper'), width: 3 });
  const colours = { areas: 'ink-2', metro: 'sky', station: 'sky', elevated: 'ink-2', landmarks: 'ink-2' };
  return (feature, metres) => {
    const kind = kindOf(look, feature);
    if (!(metres < NAMED[kind])) return undefined;
    const name = feature.get('name');
    const words = name && typeof name === 'object' ? t(name.zh, name.en) : t(feature.get('name_zh') ?? name ?? '', feature.get('name_en') ?? name ?? '');
    const along = kind === 'metro' || kind === 'elevated';
    return new Style({
      text: new Text({
        text: words,
        font: `500 ${(kind === 'areas' ? 1 : 0.92) * size}px ${family()}`,
        fill: new Fill({ color: css(colours[kind]) }),
        stroke: halo,
        placement: along ? 'line' : 'point',
        repeat: along ? 500 : undefined,
        offsetY: kind === 'station' || kind === 'landmarks' ? 0.95 * size : 0,
      }),
    });
  };
}

const PIN = 'M12 31C7 22 1 18 1 11A11 11 0 0 1 23 11C23 18 17 22 12 31z';
function pin(ol, tone) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="32"><path d="${PIN}" fill="${toneColour(tone)}" stroke="${css('surface')}" stroke-width="1.5"/><circle cx="12" cy="11" r="4" fill="${css('surface')}"/></svg>`;
  return new ol.style.Style({ image: new ol.style.Icon({ src: `data:image/svg+xml,${encodeURIComponent(svg)}`, anchor: [0.5, 1] }) });
}

const URGENT = ['done', 'plain', 'run', 'soon', 'late'];
function bunch(ol, feature) {
  const members = feature.get('features');
  const tone = members.map(m => m.get('tone')).sort((a, b) => URGENT.indexOf(b) - URGENT.indexOf(a))[0];
  if (members.length === 1) return pin(ol, tone);
  const { Style, Circle, Fill, Stroke, Text } = ol.style;
  return new Style({
    image: new Circle({ radius: Math.min(26, 11 + 3 * Math.sqrt(members.length)), fill: new Fill({ color: toneColour(tone) }), stroke: new Stroke({ color: css('surface'), width: 2 }) }),
    text: new Text({ text: String(members.length), font: `650 14px ${family()}`, fill: new Fill({ color: css('surface') }) }),
  });
}

function markers(ol, frame) {
  return [...frame.querySelectorAll('data')].map(d => new ol.Feature({
    geometry: new ol.geom.Point(ol.proj.fromLonLat([Number(d.dataset.lon), Number(d.dataset.lat)])),
    label: d.value,
    href: d.dataset.href,
    tone: d.dataset.tone,
  }));
}

/** Points that the page does not carry itself: data-points names where they are. */
async function fetched(ol, frame, things) {
  if (!frame.dataset.points) return;
  const answer = await fetch(frame.dataset.points);
  if (!answer.ok) return;
  const { points, cut } = await answer.json();
  things.addFeatures(points.map(p => new ol.Feature({
    geometry: new ol.geom.Point(ol.proj.fromLonLat([p.lon, p.lat])),
    label: `${p.title} ${p.number}`,
    href: p.href,
    tone: p.late ? 'late' : 'run',
  })));
  if (cut) frame.after(Object.assign(document.createElement('p'), { className: 'small map-cut', role: 'status', textContent: cut }));
}

function draw(ol, frame) {
  const place = document.createElement('div');
  place.className = 'map-live';
  place.tabIndex = 0;
  place.role = 'application';
  place.ariaLabel = `${frame.querySelector('svg').ariaLabel ?? ''} ${t('方向键移动，加减键缩放', 'Arrow keys move, plus and minus zoom')}`;
  const said = document.createElement('p');
  said.className = 'map-said';
  said.role = 'status';
  frame.append(place, Object.assign(document.createElement('i'), { className: 'map-cross' }), said);
  const things = new ol.source.Vector({ features: markers(ol, frame) });
  const many = frame.dataset.map === 'many';
  const top = many
    ? new ol.layer.Vector({ source: new ol.source.Cluster({ source: things, distance: 44 }), style: f => bunch(ol, f) })
    : new ol.layer.Vector({ source: things, style: f => pin(ol, f.get('tone')) });
  const looks = frame.dataset.layers.split(' ').map(url => {
    const look = url.split('/').pop().split('.')[0];
    return { look, source: new ol.source.Vector({ url, format: new ol.format.GeoJSON() }), maxResolution: NEAR[look] };
  });
  const ground = looks.map(({ look, source, maxResolution }) => new ol.layer.Vector({ source, maxResolution, style: paint(ol, look), opacity: look === 'metro' ? 0.55 : 1 }));
  const names = RANK.flatMap(rank => looks.filter(({ look }) => look === rank))
    .map(({ look, source, maxResolution }) => new ol.layer.Vector({ source, maxResolution, style: naming(ol, look), declutter: true }));
  const map = new ol.Map({
    target: place,
    layers: [...ground, ...names, top],
    view: new ol.View({ maxZoom: 19, enableRotation: false }),
    interactions: ol.interaction.defaults.defaults({ onFocusOnly: true, altShiftDragRotate: false, pinchRotate: false }),
    controls: ol.control.defaults.defaults({ attribution: false, rotate: false, zoomOptions: { zoomInTipLabel: t('放大', 'Zoom in'), zoomOutTipLabel: t('缩小', 'Zoom out') } }),
  });
  const [west, south, east, north] = frame.dataset.bounds.split(' ').map(Number);
  map.getView().fit(ol.proj.transformExtent([west, south, east, north], 'EPSG:4326', 'EPSG:3857'));
  map.once('rendercomplete', () => frame.classList.add('drawn'));
  return { ol, map, place, things, said, many };
}

/** A marker is opened by a click or, from the keyboard, by Enter with the cross over it. */
function reading({ ol, map, place, said, many }) {
  const open = pixel => {
    const hit = map.forEachFeatureAtPixel(pixel, f => (f.get('features') || f.get('label') ? f : undefined), { hitTolerance: 12 });
    const members = !hit ? [] : many ? hit.get('features') ?? [] : [hit];
    if (members.length > 1) {
      const extent = ol.extent.boundingExtent(members.map(m => m.getGeometry().getCoordinates()));
      map.getView().fit(extent, { padding: [60, 60, 60, 60], maxZoom: map.getView().getZoom() + 3, duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200 });
      said.textContent = t(`这里有 ${members.length} 处`, `${members.length} here`);
    } else if (members.length === 1) {
      const [one] = members;
      const link = document.createElement(one.get('href') ? 'a' : 'span');
      if (one.get('href')) link.href = one.get('href');
      link.textContent = one.get('label');
      said.replaceChildren(link);
    } else said.textContent = '';
  };
  map.on('singleclick', e => open(e.pixel));
  place.addEventListener('keydown', e => {
    if (e.key === 'Enter' && e.target === place) open(map.getSize().map(n => n / 2));
  });
}

/** One pin is dropped by a click, by Enter, by the device's position, or by a suggestion that has a place. */
function picking({ ol, map, place, things }, box) {
  const [lon, lat] = ['lon', 'lat'].map(n => box.querySelector(`[data-pick-${n}]`));
  const words = box.querySelector('[data-pin-words]');
  const said = box.querySelector('[data-pick-said]');
  const away = box.querySelector('[data-unpick]');
  const drop = (x, y, move) => {
    lon.value = x.toFixed(6);
    lat.value = y.toFixed(6);
    const spot = ol.proj.fromLonLat([x, y]);
    things.clear();
    things.addFeature(new ol.Feature({ geometry: new ol.geom.Point(spot), tone: 'late' }));
    if (move) map.getView().animate({ center: spot, zoom: Math.max(16, map.getView().getZoom()), duration: 0 });
    away.hidden = false;
    said.textContent = t('图钉已放好。', 'The pin is set.');
    box.dispatchEvent(new CustomEvent('pick:chosen', { bubbles: true, detail: { lon: x, lat: y } }));
  };
  map.on('singleclick', e => drop(...ol.proj.toLonLat(e.coordinate)));
  place.addEventListener('keydown', e => {
    if (e.key === 'Enter' && e.target === place) {
      e.preventDefault();
      drop(...ol.proj.toLonLat(map.getView().getCenter()));
    }
  });
  away.addEventListener('click', () => {
    lon.value = lat.value = '';
    things.clear();
    away.hidden = true;
    words.textContent = '';
    said.textContent = t('图钉已去掉。', 'The pin is removed.');
  });
  const locate = box.querySelector('[data-locate]');
  locate.hidden = !navigator.geolocation;
  locate.addEventListener('click', () => {
    said.textContent = t('正在找您的位置…', 'Finding where you are…');
    navigator.geolocation.getCurrentPosition(
      p => drop(p.coords.longitude, p.coords.latitude, true),
      () => { said.textContent = t('找不到您的位置，请点地图或写地址。', 'Your position was not found. Tap the map or write the address.'); },
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  });
  box.closest('form')?.addEventListener('suggest:chosen', e => {
    if (box.dataset.pick && e.target.name !== box.dataset.pick) return; // of another question
    if (Number.isFinite(e.detail.lon)) drop(e.detail.lon, e.detail.lat, true);
  });
  box.querySelector('.needs-script').classList.add('ready');
  if (lon.value && lat.value) drop(Number(lon.value), Number(lat.value), true);
}

async function wake(frame) {
  const ol = await load(frame);
  const live = draw(ol, frame);
  fetched(ol, frame, live.things).catch(() => { /* the list beside the map is complete */ });
  if (frame.dataset.map === 'pick') picking(live, frame.closest('[data-pick]'));
  else reading(live);
}

const near = new IntersectionObserver((seen, watcher) => {
  for (const { isIntersecting, target } of seen) {
    if (isIntersecting) {
      watcher.unobserve(target);
      wake(target).catch(() => { /* the server's drawing stays */ });
    }
  }
}, { rootMargin: '200px' });
document.querySelectorAll('.map-frame[data-layers]:not([data-layers=""])').forEach(frame => near.observe(frame));
