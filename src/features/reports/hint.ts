import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import { msBetween } from '../../domain/clock.ts';
import { sayAnonymous } from '../../text/anonymous.ts';
import { capital } from '../../text/phrases.ts';
import { say } from '../../text/say.ts';

const HINT_EVERY_MS = 3_600_000;

/** How to report, to somebody who was not understood: what cannot be read is named, else at most once an hour a person. */
export function hint(context: DistrictContext): Reply {
  const { store, message, now } = context;
  const { media } = message;
  if (media && message.text === '') {
    const text =
      media === 'photo'
        ? say('refuse-photo')
        : say('refuse-holding', { what: capital(say(`holding-${media}`)) });
    return { answer: { text } };
  }
  const whom = message.sender === 'anonymous' ? message.chat : message.sender.refs[0];
  const last = store.hints.last(whom);
  if (last && msBetween(last, now) < HINT_EVERY_MS) return {};
  store.hints.record(whom, now);
  return { answer: { text: message.sender === 'anonymous' ? sayAnonymous(message) : say('help-line') } };
}
