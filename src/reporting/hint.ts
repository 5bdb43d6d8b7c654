import { between } from '../clock.ts';
import type { InDistrict, Reply } from '../command.ts';
import { say } from '../text.ts';

const HINT_EVERY_MS = 3_600_000;

/** How to report, to somebody who was not understood: at most once an hour a person. */
export function hint(context: InDistrict): Reply {
  const { store, message, now } = context;
  if (message.sender === 'anonymous') return {};
  if (message.hasMedia && message.text === '') return { answer: { text: say('refuse-photo') } };
  const [user] = message.sender.refs;
  const last = store.once.lastHint(user);
  if (last && between(last, now) < HINT_EVERY_MS) return {};
  store.once.hint(user, now);
  return { answer: { text: say('help-line') } };
}
