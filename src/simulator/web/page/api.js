import { toast } from './dom.js';
import { WORDS } from './words.js';

/** Posts to the simulator: gives its answer, or the kind of error; `offline` means that it was not reached. */
export async function send(path, body) {
  const form = body instanceof FormData;
  const request = {
    method: 'POST',
    body: form ? body : JSON.stringify(body),
    ...(!form && { headers: { 'Content-Type': 'application/json' } }),
  };
  const response = await fetch(path, request).catch(() => undefined);
  if (!response) return { error: 'offline' };
  const answer = await response.json().catch(() => ({ error: 'fault' }));
  return response.ok ? { answer } : { error: answer.error };
}

/** Posts to the simulator and gives its answer. On an error it shows a message and gives undefined. */
export async function post(path, body) {
  const { answer, error } = await send(path, body);
  if (error) toast(WORDS.errors[error] ?? WORDS.errors.fault);
  return answer;
}

export async function load() {
  const response = await fetch('/api/state');
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

/** Calls the handlers for every change of this world after the message with this number. */
export function follow(world, since, { onMessage, onView, onRestart, onConnection }) {
  const source = new EventSource(`/api/events?world=${encodeURIComponent(world)}&since=${since}`);
  source.addEventListener('message', ({ data }) => onMessage(JSON.parse(data)));
  source.addEventListener('view', ({ data }) => onView(JSON.parse(data)));
  source.addEventListener('restarted', () => {
    source.close();
    onRestart();
  });
  source.addEventListener('open', () => onConnection(true));
  source.addEventListener('error', () => {
    onConnection(false);
    // The browser reconnects by itself, unless the server refused the request.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => onRestart(), 3000);
  });
}
