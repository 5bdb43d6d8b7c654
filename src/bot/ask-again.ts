import { villageOf } from '../domain/district.ts';
import { mayReport, rolesWithin } from '../domain/permissions.ts';
import type { Posted } from '../store/outbox.ts';
import { type Markup, plain } from '../text/markup.ts';
import { villageLabel } from '../text/phrases.ts';
import { lines, say } from '../text/say.ts';
import type { Reply } from './command.ts';
import type { CommandIndex } from './command-index.ts';
import type { MessageContext } from './context.ts';
import { isOfAnotherArea, putAgain, refuseOfAnotherArea } from './prompts/asked.ts';
import { runCommand } from './run-command.ts';

/** Puts a question again, as things stand now, where it is not sure what would answer it. */
export function askAgain(prompt: Posted, context: MessageContext, commands: CommandIndex): Reply {
  const { again } = prompt.context;
  if (again) {
    const shows = commands.typed(again);
    return shows ? runCommand(shows.command, shows.words, context) : {};
  }
  if (isOfAnotherArea(prompt, context)) return refuseOfAnotherArea(prompt, context);
  const denied = isOthers(prompt, context) ? sayWhose(prompt, context) : undefined;
  if (denied) return { alert: plain(denied) };
  return { ...putAgain(prompt), ...askedOf(prompt, context) };
}

/** Whose question it is, where somebody else replied to it. */
function askedOf(prompt: Posted, context: MessageContext): Pick<Reply, 'askedOf'> {
  const { sender, answers } = prompt;
  return isOthers(prompt, context) && answers !== null ? { askedOf: { sender: sender!, answers } } : {};
}

const isOthers = ({ sender }: Posted, { actor }: MessageContext): boolean =>
  sender !== null && !actor.account?.refs.includes(sender);

/**
 * Says who answers somebody's question, to those who may not: they would put it again as often as they like, and whoever answers it pays
 * for closing all its copies.
 */
function sayWhose(
  { context: { about } }: Posted,
  { actor, here, above }: MessageContext,
): Markup | undefined {
  const village = here && about && villageOf(here, about);
  if (village)
    return mayReport(actor, village.code)
      ? undefined
      : say('alert-village', { village: villageLabel(village) });
  const area = (here ?? above)?.area.code;
  return area !== undefined && rolesWithin(actor, area).length > 0 ? undefined : say('not-for-you');
}

/** The same with the reason in front; where it offers no choices any more, that is said. */
export function askAgainSaying(
  why: Markup,
  prompt: Posted,
  context: MessageContext,
  commands: CommandIndex,
): Reply {
  const again = askAgain(prompt, context, commands);
  const { answer: content, alert } = again;
  if (alert) return again;
  if (!content?.choices) return { answer: { text: say('choice-gone') } };
  const text = content.text.startsWith(why) ? content.text : lines(why, content.text);
  return { ...again, answer: { ...content, text } };
}
