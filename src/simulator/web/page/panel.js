import { $, el, tile } from './dom.js';
import { WORDS } from './words.js';

let units = [];
let states = [];
let names = {};
let cells = new Map();

/** Uncovers the conversation, where the panel lies over it. */
export function closePanel() {
  $('panel').classList.remove('open');
  $('open-recap').setAttribute('aria-expanded', 'false');
}

/** Takes the names of units and statuses, and has the panel open and close on a phone. */
export function startPanel(vocabulary) {
  units = vocabulary.units;
  states = vocabulary.states;
  names = Object.fromEntries(states.map(({ state, name }) => [state, name]));
  const panel = $('panel');
  const show = (open) => {
    panel.classList.toggle('open', open);
    $('open-recap').setAttribute('aria-expanded', `${open}`);
    // Where large text makes it scroll to the side, the keyboard scrolls it too.
    const { scrollWidth, clientWidth } = $('matrix');
    if (scrollWidth > clientWidth) $('matrix').tabIndex = 0;
    // A scroll to the button would hide the beginning of a panel that enlarged text makes wider than the page.
    (open ? $('close-recap') : $('open-recap')).focus({ preventScroll: true });
  };
  $('open-recap').addEventListener('click', () => show(!panel.classList.contains('open')));
  $('close-recap').addEventListener('click', () => show(false));
  panel.addEventListener('keydown', ({ key }) => key === 'Escape' && show(false));
}

/** Shows the state of an area, and highlights what has changed since the last time. */
export function showPanel(area, own) {
  const { rows, parts, villages, established, of, silent, deadline, left, name } = area;
  const percent = of > 0 ? Math.round((100 * established) / of) : 0;
  $('percent').textContent = `${percent}%`;
  $('score').textContent = WORDS.score(established, of);
  $('deadline').textContent = `${name} · ${left}`;
  $('deadline').title = deadline;
  $('sum').textContent = (parts ? WORDS.sumAbove : WORDS.sum)(established, of, silent, parts ?? villages);
  $('bar').max = of;
  $('bar').value = established;
  const before = cells;
  cells = new Map();
  $('matrix').caption.textContent = WORDS.caption(parts ?? villages);
  $('matrix').tHead.replaceChildren(head(capital(parts ?? villages).replace('/', '/\u200b')));
  $('matrix').tBodies[0].replaceChildren(...rows.map((row) => drawRow(row, before, own)));
  $('matrix').tFoot.replaceChildren(sums(rows, parts));
  $('legend').replaceChildren(
    ...(parts
      ? [el('li', {}, WORDS.shades)]
      : states.map(({ state, name: stateName }) => el('li', {}, tile(state, stateName), stateName))),
  );
}

const capital = (word) => word[0].toUpperCase() + word.slice(1);

/** A column for each unit. */
const head = (first) =>
  el(
    'tr',
    {},
    el('th', { scope: 'col' }, first),
    ...units.map(({ short, name }, i) =>
      el(
        'th',
        { scope: 'col', class: 'unit-head', title: name },
        el('span', { class: 'unit' }, short),
        el('b', {}, `${i + 1}`),
      ),
    ),
    el('th', { scope: 'col', class: 'share' }, el('span', { class: 'hidden' }, WORDS.total)),
  );

function sums(rows, parts) {
  const villages = parts ? rows.reduce((sum, row) => sum + row.of, 0) : rows.length;
  const count = (i) =>
    parts
      ? rows.reduce((sum, { counts }) => sum + (counts?.[i] ?? 0), 0)
      : rows.filter((row) => isEstablished(row.units[units[i].unit])).length;
  return el(
    'tr',
    { class: 'sums' },
    el('th', { scope: 'row' }, `${WORDS.total} `, el('small', {}, WORDS.of(villages))),
    ...units.map((_, i) => el('td', {}, `${count(i)}`)),
    el('td', { class: 'share' }),
  );
}

const isEstablished = (status) => status === 'berdiri' || status === 'beroperasi';

/** The row of a village, or of a part of an area, whose cells are numbers. */
function drawRow(row, before, own) {
  const { code, name, units: statuses, counts } = row;
  const [share, why] = statuses ? shareOfVillage(row) : shareOfPart(row);
  const drawn = units.map(({ unit }, i) => {
    const value = statuses ? (statuses[unit] ?? 'silent') : counts?.[i];
    const key = `${code} ${unit}`;
    cells.set(key, value);
    const changed = before.has(key) && before.get(key) !== value;
    const shown = statuses ? tile(value, names[value]) : numberTile(value, row.of);
    return el('td', { class: changed && 'changed' }, shown);
  });
  return el(
    'tr',
    { class: code === own ? 'village own' : 'village', data: { village: code } },
    el('th', { scope: 'row' }, name),
    ...drawn,
    el('td', { class: 'share', title: why }, share),
  );
}

const shareOfVillage = ({ units: statuses, established }) =>
  Object.keys(statuses).length === 0 ? ['–', names.silent] : [`${established}/${units.length}`];
const shareOfPart = ({ percent, silent }) => (percent === undefined ? ['–', WORDS[silent]] : [`${percent}%`]);

/** A number as a tile: the darker, the more of all it is. */
function numberTile(count, of) {
  if (count === undefined) return el('span', { class: 'tile tile-silent' }, '–');
  const shade = count === of ? 'beroperasi' : count * 2 >= of ? 'berdiri' : count > 0 ? 'proses' : 'belum';
  return el('span', { class: `tile tile-${shade}`, title: `${count} ${WORDS.of(of)}` }, `${count}`);
}
