import { post } from './api.js';
import { titleOf } from './chats.js';
import { $, ask, el, isWide, onLayout } from './dom.js';
import { closePanel } from './panel.js';
import { WORDS } from './words.js';

const TICK_MS = 5000;
const HOUR_MS = 3_600_000;
const MOST_LISTED = 9;
let zone = 'Asia/Jakarta';
let ahead = 0;
let goTo = () => {};

const format = (parts) => new Intl.DateTimeFormat('id-ID', { timeZone: zone, ...parts });
const time = (at) =>
  format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at).replace(':', '.');
const long = (at) => format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at);
const short = (at) => format({ weekday: 'short', day: 'numeric', month: 'short' }).format(at);

export const hourOf = (at) => time(new Date(at));
export const dayOf = (at) => long(new Date(at));
const botTime = () => new Date(Date.now() + ahead);

function tick() {
  const at = botTime();
  const day = (isWide() ? long : short)(at);
  // Where it needs two lines, day and hour stand on one each.
  $('now').replaceChildren(...[`${day} ·`, `${time(at)} WIB`].flatMap((part) => [el('span', {}, part), ' ']));
  $('now').dateTime = at.toISOString();
}

/** Sets the clock to what the bot's shows at this moment (an ISO date). */
export function setClock(now) {
  ahead = Date.parse(now) - Date.now();
  tick();
}

/** Shows the buttons that move the clock. */
export function drawSteps(steps) {
  $('steps').replaceChildren(
    ...steps.map(({ label, to }) =>
      el(
        'button',
        { type: 'button', class: 'step', 'aria-label': WORDS.jumpTo(label), onclick: () => moveClock(to) },
        label,
      ),
    ),
  );
}

async function moveClock(to) {
  $('move').disabled = true;
  const moved = await post('/api/clock', { to });
  $('move').disabled = false;
  if (!moved) return;
  setClock(moved.now);
  showSteps(false);
  showJump(moved);
}

/** Sums up what the bot sent while its clock jumped. */
function showJump({ sent, leftOut }) {
  closePanel();
  const now = `${short(botTime())} · ${time(botTime())} WIB`;
  $('jump-title').textContent = WORDS.moved(now, sent.length);
  const more = sent.length - MOST_LISTED;
  $('jump-list').replaceChildren(
    ...(leftOut ? [el('li', {}, WORDS.leftOut(short(new Date(leftOut))))] : []),
    ...sent.slice(-MOST_LISTED).map(drawSent),
    ...(more > 0 ? [el('li', {}, WORDS.earlierSent(more))] : []),
  );
  $('jump').hidden = false;
  $('jump').scrollTop = 0;
}

const drawSent = ({ ref, chat, at, line }) =>
  el(
    'li',
    {},
    el(
      'button',
      { type: 'button', class: 'jump-row', onclick: () => goTo(ref) },
      el('small', {}, `${short(new Date(at))} · ${hourOf(at)} · ${titleOf(chat)}`),
      el('span', {}, line),
    ),
  );

async function chooseTime() {
  const input = $('time-input');
  // The Swedish format of a date is the one that the input expects.
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  input.value = local.format(botTime().getTime() + HOUR_MS).replace(' ', 'T');
  if ((await ask('time')) && input.value) await moveClock(input.value);
}

function showSteps(open) {
  $('move').classList.toggle('open', open);
  $('open-steps').setAttribute('aria-expanded', `${open}`);
}

/** `show(ref)` brings a message into view. */
export function startClock(of, show) {
  zone = of;
  goTo = show;
  $('other-time').addEventListener('click', () => void chooseTime());
  $('open-steps').addEventListener('click', () => showSteps(!$('move').classList.contains('open')));
  $('jump-close').addEventListener('click', () => {
    $('jump').hidden = true;
    $('text').focus();
  });
  onLayout(tick);
  setInterval(tick, TICK_MS);
}
