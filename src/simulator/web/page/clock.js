import { post } from './api.js';
import { $, ask, el, toast } from './dom.js';
import { WORDS } from './words.js';

const TICK_MS = 5000;
const HOUR_MS = 3_600_000;
let zone = 'Asia/Jakarta';
let ahead = 0;

const format = (parts) => new Intl.DateTimeFormat('id-ID', { timeZone: zone, ...parts });
const time = (at) =>
  format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at).replace(':', '.');
const long = (at) => format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at);

export const hourOf = (at) => time(new Date(at));
export const dayOf = (at) => long(new Date(at));
const botTime = () => new Date(Date.now() + ahead);

function tick() {
  const at = botTime();
  $('now').textContent = `${long(at)} · ${time(at)} WIB`;
  $('now').dateTime = at.toISOString();
}

/** Shows the bot's clock and the buttons that move it. */
export function showClock(now, { steps }) {
  ahead = Date.parse(now) - Date.now();
  tick();
  $('steps').replaceChildren(
    ...steps.map(({ label, to }) =>
      el(
        'button',
        { type: 'button', class: 'step', 'aria-label': WORDS.forward(label), onclick: () => moveClock(to) },
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
  ahead = Date.parse(moved.now) - Date.now();
  tick();
  toast(WORDS.moved($('now').textContent));
}

async function chooseTime() {
  const input = $('time-input');
  // The Swedish format of a date is the one that the input expects.
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  input.value = local.format(botTime().getTime() + HOUR_MS).replace(' ', 'T');
  if ((await ask('time')) && input.value) await moveClock(input.value);
}

export function startClock(of) {
  zone = of;
  $('other-time').addEventListener('click', () => void chooseTime());
  setInterval(tick, TICK_MS);
}
