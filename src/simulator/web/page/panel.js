import { $, el, tile } from './dom.js';
import { WORDS } from './words.js';

let units = [];
let names = {};
let cells = new Map();

/** Draws the head of the table, a column for each unit, and the legend. */
export function startPanel(vocabulary) {
  units = vocabulary.units;
  names = Object.fromEntries(vocabulary.states.map(({ state, name }) => [state, name]));
  $('matrix').tHead.replaceChildren(
    el(
      'tr',
      {},
      el('th', { scope: 'col' }, WORDS.village),
      ...units.map(({ short, name }, i) =>
        el(
          'th',
          { scope: 'col', class: 'unit-head', title: name },
          el('b', {}, `${i + 1}`),
          el('span', { class: 'unit' }, short),
        ),
      ),
      el('th', { scope: 'col', class: 'share' }, el('span', { class: 'hidden' }, WORDS.total)),
    ),
  );
  $('legend').replaceChildren(
    ...vocabulary.states.map(({ state, name }) => el('li', {}, tile(state, name), name)),
  );
  const panel = $('panel');
  const show = (open) => {
    panel.classList.toggle('open', open);
    $('open-recap').setAttribute('aria-expanded', `${open}`);
    (open ? $('close-recap') : $('open-recap')).focus();
  };
  $('open-recap').addEventListener('click', () => show(!panel.classList.contains('open')));
  $('close-recap').addEventListener('click', () => show(false));
  panel.addEventListener('keydown', ({ key }) => key === 'Escape' && show(false));
}

/** Shows the state of the kecamatan, and highlights what has changed since the last time. */
export function showPanel({ villages, established, of, silent, deadline, left, name }, own) {
  const percent = of > 0 ? Math.round((100 * established) / of) : 0;
  $('percent').textContent = `${percent}%`;
  $('score').textContent = `${established}/${of}`;
  $('deadline').textContent = `Kec. ${name} · ${left}`;
  $('deadline').title = deadline;
  $('sum').textContent = WORDS.sum(established, of, silent);
  $('bar').max = of;
  $('bar').value = established;
  const before = cells;
  cells = new Map();
  $('matrix').tBodies[0].replaceChildren(...villages.map((village) => row(village, before, own)));
  $('matrix').tFoot.replaceChildren(
    el(
      'tr',
      { class: 'sums' },
      el('th', { scope: 'row' }, `${WORDS.total} `, el('small', {}, WORDS.of(villages.length))),
      ...units.map(({ unit }) =>
        el('td', {}, `${villages.filter(({ units: u }) => isEstablished(u[unit])).length}`),
      ),
      el('td', { class: 'share' }),
    ),
  );
}

const isEstablished = (status) => status === 'berdiri' || status === 'beroperasi';

function row({ code, name, units: statuses, established }, before, own) {
  const silent = Object.keys(statuses).length === 0;
  const tiles = units.map(({ unit }) => {
    const state = statuses[unit] ?? 'silent';
    const key = `${code} ${unit}`;
    cells.set(key, state);
    const changed = before.size > 0 && before.get(key) !== state;
    return el('td', { class: changed && 'changed' }, tile(state, names[state]));
  });
  return el(
    'tr',
    { class: code === own ? 'village own' : 'village', data: { village: code } },
    el('th', { scope: 'row' }, name),
    ...tiles,
    el(
      'td',
      { class: 'share', title: silent && names.silent },
      silent ? '–' : `${established}/${units.length}`,
    ),
  );
}
