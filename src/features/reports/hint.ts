import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import { ageMs } from '../../domain/clock.ts';
import { sayAnonymous } from '../../text/anonymous.ts';
import type { Markup } from '../../text/markup.ts';
import { capital, offices } from '../../text/phrases.ts';
import { say } from '../../text/say.ts';
import { ownRequests } from '../members/requests.ts';

const HINT_EVERY_MS = 3_600_000;

/**
 * Tells somebody who was not understood how to report, or to register first. A photo or other medium that cannot be read is named each time;
 * the general hint is given at most once an hour a person in groups, or a chat where the sender is anonymous; in a private chat each
 * time, since nobody else can be meant there.
 */
export function hint(context: DistrictContext): Reply {
  const { tx, message, now } = context;
  const { media } = message;
  if (media && message.text === '') {
    const text =
      media === 'photo'
        ? say('refuse-photo')
        : say('refuse-holding', { what: capital(say(`holding-${media}`)) });
    return { answer: { text } };
  }
  if (message.chatKind === 'private') return sayHow(context, say('help-line'));
  const to = message.sender === 'anonymous' ? message.chat : message.sender.refs[0];
  const last = tx.hints.last(to);
  if (last && ageMs(last, now) < HINT_EVERY_MS) return {};
  tx.hints.record(to, now);
  return sayHow(context, say('help-line'));
}

/** Tells somebody whose command says nothing that can be read what to write, each time. */
export const sayNotUnderstood = (context: DistrictContext): Reply => sayHow(context, say('ask-unclear'));

/** Says `how` to who has a role here; others how they get one, or that it waits for its approval. */
function sayHow(context: DistrictContext, how: Markup): Reply {
  const { actor, here, message } = context;
  if (message.sender === 'anonymous') return { answer: { text: sayAnonymous(message) } };
  if (actor.roles.length > 0) return { answer: { text: how } };
  const requests = ownRequests(context);
  if (requests.length === 0) return { answer: { text: say('not-registered') } };
  return { answer: { text: say('register-already-asked', { office: offices(here.area, requests) }) } };
}
