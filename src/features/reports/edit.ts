import type { Reply } from '../../bot/command.ts';
import type { DistrictContext, MessageContext } from '../../bot/context.ts';
import type { MessageRef, VillageCode } from '../../domain/ids.ts';
import { isNumbers, MENTIONED_STATUS } from '../../domain/units.ts';
import type { Report } from '../../store/ledger.ts';
import type { Markup } from '../../text/markup.ts';
import { offices, unitNames } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import { gatherRequests, withdrawEdited } from '../members/requests.ts';
import { correctedUntil } from './answer-report.ts';
import { isHeld } from './held.ts';
import { readReport } from './read-report.ts';

/** Reads an edit: what asks for a role no longer is withdrawn, and what was a report is corrected. */
export function readEdit(context: DistrictContext, text: string, edits: MessageRef): Reply {
  const withdrawn = withdrawEdited(context);
  const reply: Reply = text.trim() === '' ? {} : readCorrection(context, text, edits);
  if (withdrawn.length === 0) return reply;
  const said = say('register-withdrawn', { office: offices(context.here.area, withdrawn) });
  return {
    ...reply,
    answer: { ...reply.answer, text: lines(said, reply.answer?.text) },
    followUps: [...(reply.followUps ?? []), ...gatherRequests(context)],
  };
}

/** Reads an edit of a report as its correction; an edit that reports nothing leaves it standing. */
function readCorrection(context: DistrictContext, text: string, edits: MessageRef): Reply {
  const { tx, message } = context;
  const earlier = tx.ledger.ofMessage(edits);
  // Numbers alone were a report because they were addressed to the bot; so is their correction.
  const numbers = earlier.some(({ text: words }) => isNumbers(words ?? ''));
  const addressed =
    message.addressed || (numbers && earlier.every(({ status }) => status === MENTIONED_STATUS));
  return readReport({ ...context, message: { ...message, addressed } }, text, villageMeant(context));
}

/** The village that words without one are about: that of the message replied to, or that for which their earlier form reported. */
export function villageMeant({ tx, message, prompt }: DistrictContext): VillageCode | undefined {
  const earlier = message.edits ? tx.ledger.ofMessage(message.edits) : [];
  const [village, ...others] = new Set(earlier.map((row) => row.village));
  return prompt?.context.about ?? (others.length === 0 ? village : undefined);
}

/**
 * What becomes of an edit, whatever its words ask for: where the message reported something before and that stands untouched, the
 * answer says so, and a report that was held is held no more unless the new words are one.
 */
export function readEdited(context: MessageContext, edits: MessageRef, read: () => Reply): Reply {
  const { tx, message } = context;
  const earlier = tx.ledger.ofMessage(edits);
  if (message.unreadable) return read();
  // Nothing of it is recorded yet: the new words take the place of the old ones, or are no report any more.
  tx.heldReports.release(edits);
  const reply = read();
  const standing = new Set(tx.ledger.ofMessage(edits).map(({ id }) => id));
  const kept = earlier.filter(({ id }) => standing.has(id));
  return kept.length === 0 ? reply : withText(reply, sayStanding(context, reply, kept));
}

/** Says what an edit leaves standing of what its message reported before: all of it, or what was answered after the edit was made. */
function sayStanding(context: MessageContext, reply: Reply, kept: readonly Report[]): Markup {
  const until = correctedUntil(context);
  if (kept.every(({ at }) => at > until))
    return say('edit-kept', { units: unitNames(kept.map(({ unit }) => unit)) });
  return say(reply.awaitsAnswer ? 'edit-asked' : 'edit-none');
}

const withText = (reply: Reply, text: Markup): Reply => ({
  ...reply,
  answer: { ...reply.answer, text: lines(reply.answer?.text, text) },
});

/** Answers an edit whose words cannot be decrypted: the report that it meant to correct stands as it was. */
export function readSealedEdit(context: DistrictContext, edits: MessageRef): Reply {
  const stands = context.tx.ledger.ofMessage(edits).length > 0;
  return stands || isHeld(context, edits) ? { answer: { text: say('edit-unreadable') } } : {};
}
