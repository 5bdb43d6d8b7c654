import { send } from './api.js';
import { currentChat } from './chats.js';
import { $, el, toast } from './dom.js';
import { WORDS } from './words.js';

const KEY = 'kirim';
const RETRY_MS = 3000;

/** Messages on their way to the simulator, oldest first. They outlive a reload. */
let waiting = JSON.parse(localStorage.getItem(KEY) ?? '[]');
let isOffline = false;
let isSending = false;
let onSent = () => {};
let onRefused = () => {};

/** `sent(answer)` for each message that arrived, `refused(message)` for each that was not taken. */
export function startQueue(sent, refused) {
  onSent = sent;
  onRefused = refused;
  addEventListener('online', () => void sendAll());
  setInterval(() => waiting.length > 0 && void sendAll(), RETRY_MS);
}

/** A key by which the simulator knows a message that it was sent before. */
const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16)).join('-');

/** Sends a message once those before it have arrived. */
export function enqueue(message) {
  waiting = [...waiting, { ...message, key: newKey() }];
  save();
  void sendAll();
}

function save() {
  localStorage.setItem(KEY, JSON.stringify(waiting));
  showWaiting();
}

/** Sends what waits, one after another, until one cannot be sent. */
export async function sendAll() {
  if (isSending) return;
  isSending = true;
  while (waiting.length > 0) {
    const [message] = waiting;
    const { answer, error } = await send('/api/say', formOf(message));
    isOffline = error === 'offline';
    if (isOffline) break;
    waiting = waiting.slice(1);
    save();
    if (answer) onSent(answer);
    else {
      toast(WORDS.errors[error] ?? WORDS.errors.fault);
      onRefused(message);
    }
  }
  isSending = false;
  showWaiting();
}

export function formOf(message) {
  const form = new FormData();
  for (const [name, value] of Object.entries(message)) if (value !== undefined) form.set(name, value);
  return form;
}

/** Shows at the end of the log what could not be sent yet. */
export function showWaiting() {
  const here = isOffline ? waiting.filter(({ chat }) => chat === currentChat()) : [];
  $('waiting')?.remove();
  if (here.length === 0) return;
  $('log').append(
    el(
      'section',
      { id: 'waiting', 'aria-label': WORDS.waiting },
      ...here.map(({ text }) =>
        el(
          'div',
          { class: 'message own waiting' },
          el(
            'div',
            { class: 'bubble' },
            el('p', { class: 'text' }, text),
            el('p', { class: 'foot' }, WORDS.waiting),
          ),
        ),
      ),
    ),
  );
  $('log').scrollTop = $('log').scrollHeight;
}
