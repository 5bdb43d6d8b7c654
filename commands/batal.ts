import { defineCommand, type Reply } from '../src/bot/command.ts';
import { type DistrictContext, saidAt } from '../src/bot/context.ts';
import { sayDenied } from '../src/bot/denied.ts';
import { isClosed } from '../src/bot/prompts/asked.ts';
import { refuse } from '../src/bot/refuse.ts';
import { reports } from '../src/bot/standing.ts';
import { addMs, CLOCKS_DIFFER_MS } from '../src/domain/clock.ts';
import { villageOf } from '../src/domain/district.ts';
import type { MessageRef, OutboxId, VillageCode } from '../src/domain/ids.ts';
import { mayCoordinate } from '../src/domain/permissions.ts';
import { isSame, numberOf, type Unit } from '../src/domain/units.ts';
import { noteAct } from '../src/features/members/acts.ts';
import { oncePerUnit, sayFallenBack, villagesOf } from '../src/features/reports/fallen-back.ts';
import { dropHeld } from '../src/features/reports/held.ts';
import { isNamed, type Named, namedIn, namedInWords } from '../src/features/reports/named.ts';
import { OWN_REVERSAL_MS } from '../src/features/reports/record.ts';
import type { Report } from '../src/store/ledger.ts';
import { type Markup, plain } from '../src/text/markup.ts';
import { villageLabel } from '../src/text/phrases.ts';
import { say } from '../src/text/say.ts';

/**
 * Takes back what one message reported, or what is named of it: the one whose echo is replied to, or the last of one's own within a
 * day. Under an echo of several people's reports it means one's own, unless a village is named.
 */
export const batal = defineCommand({
  name: 'batal',
  aliases: ['batalkan', 'undo'],
  endsQuestion: true,
  menu: 'anywhere',
  offered: reports,
  always: 'known',
  requires: 'kecamatan',
  authorize: () => true,
  run(words, context) {
    const { prompt, here } = context;
    const gathering = prompt?.context.amongThoseOf ?? (prompt?.context.gathered && prompt.id);
    const named = namedIn(here, words);
    if (gathering !== undefined) return reverseOneOf(context, gathering, named);
    const isOfQuestion = isOwnQuestion(context) && !isOffered(context);
    // What is named may have been reported before what the question is about.
    if (isOfQuestion && !(named && context.recalled)) return endQuestion(context);
    const meant = isOfQuestion ? [] : answeredMessages(context);
    if (meant.length > 0) return reverse(context, { messages: meant, named }, meant);
    // It was answered in its earlier form, perhaps by taking a report back: it takes back no other.
    if (wasAnswered(context)) return answer(say('undo-edited'));
    return reverse(context, { messages: lastOwn(context, named), named }, []);
  },
});

/** What is to be taken back: what messages reported, or what is named of it. */
interface Wanted {
  readonly messages: readonly MessageRef[];
  readonly named?: Named | undefined;
}

const wasAnswered = ({ tx, message }: DistrictContext): boolean =>
  message.edits !== undefined && tx.inbox.saidAt(message.edits) !== undefined;

/** Whether the message that it is said to offers it, or asks where it is meant: then it is as good as typed, and no reply. */
const isOffered = ({ prompt }: DistrictContext): boolean =>
  prompt?.context.words !== undefined &&
  prompt.content?.choices?.some(({ command }) => /^\/batal(?: |$)/.test(command)) === true;

/** Whether it is said to a question about the sender's own report, or to another command that was offered, which is still open. */
const isOwnQuestion = ({ tx, prompt, actor }: DistrictContext): boolean =>
  (prompt?.context.asked !== undefined || prompt?.context.offered === true) &&
  prompt.sender !== null &&
  actor.account?.refs.includes(prompt.sender) === true &&
  !isClosed(tx, prompt);

/** Ends a question; what its message recorded beside it is taken back too. */
function endQuestion(context: DistrictContext): Reply {
  const { tx } = context;
  const meant = answeredMessages(context);
  const hasRecorded = meant.some((each) => tx.ledger.ofMessage(each).length > 0);
  const reply = hasRecorded ? reverse(context, { messages: meant }, meant) : answer(say('undo-question'));
  return { ...reply, settles: true };
}

/** The messages that the echo which is replied to answers, or the message itself that is replied to. */
function answeredMessages(context: DistrictContext): readonly MessageRef[] {
  const { tx, prompt, message } = context;
  // What became a /batal by an edit takes itself back, and nothing that was reported since.
  if (message.edits && tx.ledger.recordedBy(message.edits)) return [message.edits];
  if (isOffered(context)) return [];
  if (!prompt) return message.quotes ? [message.quotes.ref] : [];
  const answered = tx.outbox.answeredBy(prompt.id);
  return answered.length > 0 ? [...answered, ...(prompt.context.answersToo ?? [])] : [];
}

/** Whether an edit has a message report what the answer that is replied to, which came before, does not show. */
const isEditedSince = ({ tx, prompt }: DistrictContext, meant: readonly MessageRef[]): boolean =>
  prompt !== undefined &&
  meant.some((message) => {
    const own = tx.ledger.everOf(message).filter((row) => row.message === message);
    const shown = own.filter(({ recordedAt }) => recordedAt <= prompt.at);
    return own.some((row) => row.reversedAt === null && !shown.some((each) => isSame(each, row)));
  });

/** Takes back reports; `told`: the messages that the answer tells of which is replied to. */
function reverse(context: DistrictContext, { messages, named }: Wanted, told: readonly MessageRef[]): Reply {
  const { reports, actor, here, now } = context;
  if (isEditedSince(context, told)) return answer(say('undo-overtaken'));
  const meant = { messages, isMeant: (row: Report) => isNamed(named, row) };
  const reversal = reports.reverse(actor, meant, here.area.code, { now, said: saidAt(context) });
  switch (reversal.kind) {
    case 'nothing':
      return nothingLeft(context, named, told);
    case 'elsewhere':
      return answer(say('not-this-kecamatan'));
    case 'denied':
      return refuse(
        context,
        sayDenied(reversal.isOwn ? 'undo-own-denied' : 'undo-denied', context),
        'choice',
      );
    case 'reversed': {
      if (reversal.byOffice) noteReversal(context, oncePerUnit(reversal.rows));
      return answer(sayFallenBack(context, reversal.rows, 'undo-head'));
    }
  }
}

/** Says why there is nothing to take back; a report that is held for its sender is held no more. */
function nothingLeft(context: DistrictContext, named: Named | undefined, told: readonly MessageRef[]): Reply {
  const { tx, here, message } = context;
  if (dropHeld(context, told, named)) return answer(say('undo-held'));
  if (told.some((each) => tx.ledger.everOf(each).some((row) => isNamed(named, row))))
    return answer(say('undo-already'));
  if (!named) return answer(say(message.quotes ? 'undo-nothing-there' : 'undo-nothing'));
  const what = namedInWords(here, named);
  return answer(told.length > 0 ? say('undo-not-among', { what }) : say('undo-nothing-named', { what }));
}

/**
 * Of the reports that one message of ours answers; coordinators, who may take back any, are asked which. The message may still show
 * the report of somebody who was forgotten since, and who cannot be told from it any more.
 */
function reverseOneOf(context: DistrictContext, gathering: OutboxId, named: Named | undefined): Reply {
  const { tx, actor, here, message } = context;
  const told = tx.outbox.answeredBy(gathering);
  const standing = told.flatMap((each) => tx.ledger.ofMessage(each)).filter((row) => isNamed(named, row));
  const own = standing.filter(({ person }) => person !== null && person === actor.person);
  const namesVillage = named !== undefined && named.villages.length > 0;
  const isOthers = !namesVillage && own.length === 0 && standing.length > 0;
  if (isOthers && mayCoordinate(actor, here.area.code))
    return askWhich(context, villagesOf(standing), gathering, named?.units);
  const rows = namesVillage || own.length === 0 ? standing : own;
  const messages = [...new Set(rows.map((row) => row.message))];
  const reply = reverse(context, { messages, named }, told);
  return message.pressedOn ? { ...reply, edits: true } : reply;
}

function askWhich(
  { here }: DistrictContext,
  villages: readonly VillageCode[],
  gathering: OutboxId,
  units: readonly Unit[] = [],
): Reply {
  const choices = villages
    .flatMap((code) => villageOf(here, code) ?? [])
    .map((village) => ({
      label: plain(villageLabel(village)),
      command: ['/batal', village.code, ...units.map(numberOf)].join(' '),
    }));
  return {
    answer: { text: say('undo-which'), choices },
    context: { amongThoseOf: gathering },
    senderOnly: true,
    awaitsAnswer: true,
  };
}

const answer = (text: Markup): Reply => ({ answer: { text } });

function noteReversal(context: DistrictContext, rows: readonly Report[]): void {
  for (const village of villagesOf(rows)) {
    const units = rows.filter((row) => row.village === village).map(({ unit }) => unit);
    noteAct(context, 'reversed', village, units.join());
  }
}

/** What somebody reported last, of what is named, before they wrote this: it may have been delivered late. */
function lastOwn(
  { tx, actor, here, message, now }: DistrictContext,
  named: Named | undefined,
): readonly MessageRef[] {
  if (actor.person === undefined) return [];
  // What a pressed question kept is dated by the bot's own clock.
  const said = message.pressedOn ? message.sentAt : addMs(message.sentAt, CLOCKS_DIFFER_MS);
  const own = tx.ledger.ownOf(actor.person, here.area.code, {
    since: addMs(now, -OWN_REVERSAL_MS),
    said,
    now,
  });
  const last = own.find((row) => isNamed(named, row));
  return last ? [last.message] : [];
}
