import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import { msBetween } from '../../domain/clock.ts';
import { capital } from '../../text/phrases.ts';
import { say } from '../../text/say.ts';

const HINT_EVERY_MS = 3_600_000;

/** How to report, to somebody who was not understood: what cannot be read is named, else at most once an hour a person. */
export function hint(context: DistrictContext): Reply {
  const { store, message, now } = context;
  if (message.sender === 'anonymous') return {};
  const { media } = message;
  if (media && message.text === '') {
    const text =
      media === 'photo'
        ? say('refuse-photo')
        : say('refuse-holding', { what: capital(say(`holding-${media}`)) });
    return { answer: { text } };
  }
  const [user] = message.sender.refs;
  const last = store.hints.last(user);
  if (last && msBetween(last, now) < HINT_EVERY_MS) return {};
  store.hints.record(user, now);
  return { answer: { text: say('help-line') } };
}
