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
const present = () => new Date(Date.now() + ahead);

function tick() {
  const at = present();
  $('now').textContent = `${long(at)} · ${time(at)} WIB`;
  $('now').dateTime = at.toISOString();
}

/** Shows the bot's clock and the steps that it can be moved by. */
export function showClock(now, { steps }) {
  ahead = Date.parse(now) - Date.now();
  tick();
  $('steps').replaceChildren(
    ...steps.map(({ label, to }) =>
      el(
        'button',
        { type: 'button', class: 'step', 'aria-label': WORDS.forward(label), onclick: () => move(to) },
        label,
      ),
    ),
  );
}

async function move(to) {
  $('move').disabled = true;
  const moved = await post('/api/clock', { to });
  $('move').disabled = false;
  if (!moved) return;
  ahead = Date.parse(moved.now) - Date.now();
  tick();
  toast(WORDS.moved($('now').textContent));
}

async function otherTime() {
  const input = $('time-input');
  // Swedes write a date as the input wants it.
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  input.value = local.format(present().getTime() + HOUR_MS).replace(' ', 'T');
  if ((await ask('time')) && input.value) await move(input.value);
}

export function startClock(of) {
  zone = of;
  $('other-time').addEventListener('click', () => void otherTime());
  setInterval(tick, TICK_MS);
}
