import type { Reply } from '../../bot/command.ts';
import type { DistrictContext, MessageContext } from '../../bot/context.ts';
import { reportsByItself } from '../../bot/prompts/alone.ts';
import { reportsUnits } from '../../bot/report-to-bot.ts';
import { findScope } from '../../bot/scope.ts';
import { type DistrictScope, villageOf } from '../../domain/district.ts';
import { districtOf, type MessageRef, type VillageCode } from '../../domain/ids.ts';
import { mayCoordinate, mayReport, mayReportIn, ownDistricts } from '../../domain/permissions.ts';
import { isNumbers, MENTIONED_STATUS } from '../../domain/units.ts';
import type { Report } from '../../store/ledger.ts';
import type { Markup } from '../../text/markup.ts';
import { offices, unitNames, villageLabel } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import { sayDecided } from '../members/decided.ts';
import { sayWithdrawn, withdrawGiven } from '../members/grant.ts';
import { gatherRequests, withdrawEdited } from '../members/requests.ts';
import { correctedUntil, isForeign } from './answer-report.ts';
import { isHeld } from './held.ts';
import { readReport } from './read-report.ts';
import { inWords } from './reply.ts';

/** Reads an edit of a report as its correction; an edit that reports nothing leaves it standing. */
export function readEdit(context: DistrictContext, text: string, edits: MessageRef): Reply {
  const { tx, message } = context;
  if (text.trim() === '') return {};
  const earlier = tx.ledger.ofMessage(edits);
  // Numbers alone were a report because they were addressed to the bot; so is their correction.
  const numbers = earlier.some(({ text: words }) => isNumbers(words ?? ''));
  const addressed =
    message.addressed || (numbers && earlier.every(({ status }) => status === MENTIONED_STATUS));
  const reply = readReport({ ...context, message: { ...message, addressed } }, text, villageMeant(context));
  const isSilent = Object.keys(reply).length === 0 && earlier.length === 0;
  return isSilent && isUnread(context, text, edits) ? { answer: { text: say('edit-unread') } } : reply;
}

/** Whether words would be read as a report in a message to the bot, which the edited one was: people go on waiting for its answer. */
const isUnread = (context: DistrictContext, text: string, edits: MessageRef): boolean =>
  context.tx.inbox.saidAt(edits) !== undefined &&
  mayReportIn(context.actor, context.here.area.code) &&
  reportsUnits(text, context);

/** The village that words without one are about: that of the message replied to, or that for which their earlier form reported. */
export function villageMeant({ tx, message, prompt, here }: DistrictContext): VillageCode | undefined {
  const earlier = message.edits ? tx.ledger.ofMessage(message.edits) : [];
  const [village, ...others] = new Set(earlier.flatMap((row) => villageOf(here, row.village)?.code ?? []));
  return prompt?.context.about ?? (others.length === 0 ? village : undefined);
}

/**
 * What becomes of an edit, whatever its words ask for; `command`: the one that they run. What the message asked for or gave before ends,
 * unless that command sees to it; a report that was held is held no more unless the new words are one; and what it reported and leaves
 * standing is said.
 */
export function readEdited(
  context: MessageContext,
  edits: MessageRef,
  command: string | undefined,
  read: () => Reply,
): Reply {
  const { tx, message, here } = context;
  if (message.unreadable) return read();
  const earlier = tx.ledger.ofMessage(edits);
  const foreign = here && sayForeign({ ...context, here }, edits, earlier);
  const before = endEarlier(context, edits, command);
  const wasHeld = here !== undefined && isHeld({ ...context, here }, edits);
  // Nothing of it is recorded yet: the new words take the place of the old ones, or are no report any more.
  const wasDropped = tx.heldReports.release(edits) && here === undefined;
  // A message that was said about another kecamatan is a report of none here, and is not held for one.
  if (foreign && (command === undefined || command === 'lapor'))
    return { answer: { text: lines(before.said, foreign) }, followUps: before.followUps };
  const reply = wasHeld && command === 'batal' ? { answer: { text: say('undo-held') } } : read();
  const standing = new Set(tx.ledger.ofMessage(edits).map(({ id }) => id));
  const kept = earlier.filter(({ id }) => standing.has(id));
  const stands = kept.length > 0 && sayStanding(context, reply, kept);
  const others = lines(sayOthers(context, edits), sayDecided(context, edits), sayReversed(context, edits));
  const dropped = wasDropped && say('undo-held');
  if (!before.said && !dropped && !stands && others === '') return reply;
  const rest = others !== '' && isForNoPlace(context, command) ? {} : reply;
  return {
    ...rest,
    answer: {
      ...rest.answer,
      text: lines(before.said, dropped, rest.answer?.text, stands, others),
    },
    followUps: [...(rest.followUps ?? []), ...before.followUps],
  };
}

/** Whether words, of somebody with several places, report nothing that would have to be for one of them. */
const isForNoPlace = ({ here, above, message }: MessageContext, command: string | undefined): boolean =>
  !here && !above && command === undefined && !reportsByItself(message.text);

/** What is said of an edit whose message was about another kecamatan: one that its group was linked to before. */
function sayForeign(
  context: DistrictContext,
  edits: MessageRef,
  earlier: readonly Report[],
): Markup | undefined {
  const { tx, chat } = context;
  if (earlier.some(({ village }) => isForeign(context, village))) return say('not-this-kecamatan');
  const taken = tx.inbox.takenAt(edits);
  const isOlder = taken !== undefined && chat?.linkedAt != null && taken < chat.linkedAt;
  return isOlder && earlier.length === 0 ? say('edit-before-link') : undefined;
}

interface Ended {
  readonly said: Markup;
  readonly followUps: NonNullable<Reply['followUps']>;
}

/** Ends what an earlier form of the message asked for, or gave, in whatever kecamatan: its group may be linked to another one since. */
function endEarlier(context: MessageContext, edits: MessageRef, command: string | undefined): Ended {
  const ended = placesOf(context, edits).map((here) =>
    endIn({ ...context, here }, here.area.code === context.here?.area.code ? command : undefined),
  );
  return {
    said: lines(...ended.map(({ said }) => said)),
    followUps: ended.flatMap(({ followUps }) => followUps),
  };
}

/** The kecamatan in which a message may have asked for roles or given some: that of its group, those asked for, those that one coordinates. */
function placesOf({ tx, actor, here }: MessageContext, edits: MessageRef): readonly DistrictScope[] {
  const requests = actor.person === undefined ? [] : tx.people.requestsOf(actor.person);
  const asked = requests.filter(({ message }) => message === edits);
  const codes = [
    ...(here ? [here.area.code] : []),
    ...asked.map(({ area }) => districtOf(area as VillageCode)),
    ...ownDistricts(actor).filter((code) => mayCoordinate(actor, code)),
  ];
  return [...new Set(codes)].flatMap((code) => findScope(tx, code) ?? []);
}

/** The same in one kecamatan. `/daftar` and `/tunjuk` see to that themselves: they may still say it. */
function endIn(context: DistrictContext, command: string | undefined): Ended {
  const asked = command === 'daftar' ? [] : withdrawEdited(context);
  const given = command === 'tunjuk' ? [] : withdrawGiven(context);
  const office = offices(context.here.area, asked);
  return {
    said: lines(asked.length > 0 && say('register-withdrawn', { office }), sayWithdrawn(context, given)),
    followUps: asked.length > 0 ? gatherRequests(context) : [],
  };
}

/** Says what an edit leaves standing of what its message reported before: all of it, or what was answered after the edit was made. */
function sayStanding(context: MessageContext, reply: Reply, kept: readonly Report[]): Markup | undefined {
  const { message, here } = context;
  if (message.chatKind === 'group' && !here) return say('edit-unlinked');
  if (here && kept.some(({ village }) => isForeign({ ...context, here }, village))) {
    const foreign = say('not-this-kecamatan');
    return reply.answer?.text === foreign ? undefined : foreign;
  }
  const former = kept.find(({ village }) => !mayReport(context.actor, village));
  if (here && former) return say('edit-former', { village: villageLabel(villageOf(here, former.village)!) });
  const until = correctedUntil(context);
  if (kept.every(({ at }) => at > until))
    return say('edit-kept', { units: unitNames(kept.map(({ unit }) => unit)) });
  return say(reply.awaitsAnswer ? 'edit-asked' : 'edit-none');
}

/** Says what others answered to the questions of the message, as far as it still holds: an edit takes back its sender's own words alone. */
function sayOthers({ tx, here }: MessageContext, edits: MessageRef): Markup | undefined {
  const rows = tx.ledger
    .ofOthers(edits)
    .filter(({ id, village, unit }) => tx.ledger.current(village, unit)?.report === id)
    .filter(({ village }) => districtOf(village) === here?.area.code);
  return rows.length > 0 ? say('edit-others', { rows: inWords(rows) }) : undefined;
}

/** Says what a message, or an answer to its questions, has taken back, of others' or its sender's reports: an edit brings none of it back. */
function sayReversed({ tx, message, here, actor }: MessageContext, edits: MessageRef): Markup | undefined {
  if (tx.ledger.recordedBy(edits)) return undefined;
  // Privately its words may name another kecamatan than those before, or none.
  const codes = message.chatKind === 'private' ? ownDistricts(actor) : here ? [here.area.code] : [];
  const moments = tx.inbox.momentsOf(edits);
  const rows = codes.flatMap((code) => moments.flatMap((at) => tx.ledger.reversedAt(code, at)));
  const units = new Set(rows.filter((row) => !isReportedSince(tx, row)).map(({ unit }) => unit));
  return units.size > 0 ? say('edit-reversed', { units: unitNames([...units]) }) : undefined;
}

/** Whether a unit stands by a report that was recorded after another one of it was taken back. */
function isReportedSince({ ledger }: MessageContext['tx'], { village, unit, reversedAt }: Report): boolean {
  const current = ledger.current(village, unit);
  return current !== undefined && reversedAt !== null && current.recordedAt > reversedAt;
}

/** Answers an edit whose words cannot be decrypted: the report that it meant to correct stands as it was. */
export function readSealedEdit(context: DistrictContext, edits: MessageRef): Reply {
  const stands = context.tx.ledger.ofMessage(edits).length > 0;
  return stands || isHeld(context, edits) ? { answer: { text: say('edit-unreadable') } } : {};
}
