import { toast } from './dom.js';
import { WORDS } from './words.js';

/** Posts to the simulator and gives its answer. On an error it shows a message and gives undefined. */
export async function post(path, body) {
  const form = body instanceof FormData;
  try {
    const response = await fetch(path, {
      method: 'POST',
      body: form ? body : JSON.stringify(body),
      ...(!form && { headers: { 'Content-Type': 'application/json' } }),
    });
    const answer = await response.json().catch(() => ({ error: 'fault' }));
    if (response.ok) return answer;
    toast(WORDS.errors[answer.error] ?? WORDS.errors.fault);
  } catch {
    toast(WORDS.errors.offline);
  }
  return undefined;
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
