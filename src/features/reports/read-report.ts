import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import { isOnlyUnits, isStatusAlone } from '../../bot/prompts/alone.ts';
import { answersClosed, saidClosed } from '../../bot/prompts/asked.ts';
import { isHail, saysThanks, wordsOf } from '../../bot/prompts/short-reply.ts';
import type { Otherwise } from '../../bot/route.ts';
import type { DistrictScope } from '../../domain/district.ts';
import type { VillageCode } from '../../domain/ids.ts';
import { mayCoordinate, ownVillages } from '../../domain/permissions.ts';
import { villageNamed } from '../../domain/village-search.ts';
import { interpret } from '../../interpret/interpret.ts';
import type { Interpretation, Message } from '../../interpret/types.ts';
import { literal, type Markup, plain } from '../../text/markup.ts';
import { statusName, unitNames } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import { answerInUnits } from './answer-in-units.ts';
import { refuseVillage, settling, writeReport } from './answer-report.ts';
import { checklist } from './checklist.ts';
import { decide, type Sender, type Verdict } from './decide.ts';
import { type Elsewhere, villageElsewhere } from './elsewhere.ts';
import { listChanges } from './fill-in-list.ts';
import { askWhetherOwn, askWhose, isForwarded } from './forwarded.ts';
import { holdForRequest, holdReport, reportedVillage } from './held.ts';
import { hint } from './hint.ts';
import { question } from './questions.ts';
import { sayStrangers } from './reply.ts';
import { sayUnchanged } from './say-unchanged.ts';

/** What the sender may report for. */
function senderOf({ actor, here }: DistrictContext): Sender {
  const villages = ownVillages(actor, here.area.code);
  const role = mayCoordinate(actor, here.area.code) ? 'camat' : villages.length > 0 ? 'kades' : 'none';
  return { role, villages };
}

/** The text with all that its meaning depends on: what it replies to, and which villages are its sender's own. */
function asMessage(context: DistrictContext, text: string, about: string | undefined): Message {
  const { actor, here, prompt, message } = context;
  const own = mayCoordinate(actor, here.area.code) ? [] : ownVillages(actor, here.area.code);
  // "4 6" or "gudang" under "which ones are in the making?" names units, and the question says how far they are.
  const asked = prompt?.context.picked;
  const picked = asked && isOnlyUnits(text) ? asked : undefined;
  return {
    text: picked ? `${text} ${plain(statusName(picked))}` : text,
    mode: message.addressed ? 'addressed' : 'overheard',
    villages: here.area.villages,
    own,
    ...(isForwarded(context) && { forwarded: true }),
    ...(about && { about }),
    ...(prompt?.context.listed && { listed: new Map(Object.entries(prompt.context.listed)) }),
  };
}

/** What a text means. A status alone is said of the units that the question names which it replies to. */
function understand(context: DistrictContext, text: string, about: string | undefined) {
  const said = asMessage(context, text, about);
  const meaning = interpret(said);
  const { units } = context.prompt?.context ?? {};
  if (!units || !isStatusAlone(text, meaning)) return { said, meaning, answering: (reply: Reply) => reply };
  const whole = { ...said, text: `${plain(unitNames(units))} ${text}` };
  return { said: whole, meaning: interpret(whole), answering: settling };
}

/**
 * Reads what was said, records what it reports, and answers; an empty reply is silence. `about` is the village that is
 * meant where the text names none.
 */
export function readReport(
  context: DistrictContext,
  text: string,
  about: string | undefined = context.prompt?.context.about,
  { askAgain, lookUp }: Partial<Otherwise> = {},
): Reply {
  const { here, message } = context;
  const { said, meaning, answering } = understand(context, text, about);
  context.note?.({ kind: 'read', said, meaning });
  const isUnchanged = meaning.kind === 'none' && meaning.why === 'unchanged';
  const shown = () =>
    (isUnchanged ? sayUnchanged(context, about) : undefined) ?? villageAnswered(context, text) ?? lookUp?.();
  if (message.sender === 'anonymous') return message.addressed ? refuseAnonymous(context, meaning) : {};
  if (!message.pressedOn && answersClosed(context.tx, context) && !isWhole(meaning, text))
    return shown() ?? (saysThanks(text) ? {} : saidClosed(context));
  const sender = senderOf(context);
  if (sender.role === 'none')
    return message.addressed
      ? (asksOnly(meaning, lookUp) ?? holdReport(context, said, meaning))
      : (holdForRequest(context, said) ?? {});
  const answer = answerInUnits(context, text, meaning);
  if (answer) return answer;
  const verdict = decide(meaning, sender);
  context.note?.({ kind: 'decided', coordinates: sender.role === 'camat', decision: verdict });
  switch (verdict.kind) {
    case 'report': {
      const elsewhere = verdict.list ? undefined : elsewhereIn(context, meaning, text);
      if (elsewhere)
        return message.addressed ? askWhetherOwn(here, verdict.reports, sayElsewhere(elsewhere)) : {};
      return verdict.list
        ? readList(context, verdict, verdict.list.asOf, text)
        : answering(writeReport(context, verdict.reports, text, verdict));
    }
    case 'ask': {
      // "Di desa Harapan Baru": the words of a village's name say nothing of the units.
      const elsewhere = elsewhereIn(context, meaning, text);
      const rest = elsewhere && decide(interpret({ ...said, text: elsewhere.rest }), sender);
      if (rest?.kind === 'report') return askWhetherOwn(here, rest.reports, sayElsewhere(elsewhere!));
      return meaning.kind === 'report' && meaning.forwarded
        ? askWhose(here, verdict, said.text)
        : question(here, verdict, said.text);
    }
    case 'refuse':
      return (
        holdForRequest(context, said) ?? (message.addressed ? refuseVillage(context, verdict.village) : {})
      );
    default:
      if (askAgain && !saysThanks(text)) return askAgain();
      if (!message.addressed) return holdForRequest(context, said) ?? {};
      return shown() ?? (isPassing(context, verdict.why) ? {} : hint(context));
  }
}

/** The checklist of the village that answers the question what was reported for which; it has no choices, since its words told of none. */
function villageAnswered(context: DistrictContext, text: string): Reply | undefined {
  const { prompt, message, here } = context;
  const { asked, about, closed } = prompt?.context ?? {};
  const isOpen = asked !== undefined && about === undefined && !closed && !prompt!.content?.choices;
  const village = message.addressed && isOpen ? villageNamed(here.area, wordsOf(text)) : undefined;
  return village && checklist(context, village);
}

/** The village of a neighbouring kecamatan that a text names, where it names none of its own. */
const elsewhereIn = (
  { here }: DistrictContext,
  meaning: Interpretation,
  text: string,
): Elsewhere | undefined =>
  meaning.kind === 'report' && meaning.reports.every(({ word }) => word === undefined)
    ? villageElsewhere(here, text)
    : undefined;

const sayElsewhere = ({ name }: Elsewhere): Markup => say('report-elsewhere', { village: literal(name) });

/** Whether words report by themselves, so that they need no question: every unit that they name has a status of its own. */
const isWhole = (meaning: Interpretation, text: string): boolean =>
  meaning.kind !== 'none' &&
  !isStatusAlone(text, meaning) &&
  meaning.reports.every(({ units }) => units.every(({ bare }) => !bare));

/** Whether words need no answer: thanks, and courtesies in a group but "halo"; who greets the bot in a private chat is told how to begin. */
const isPassing = ({ message }: DistrictContext, why: string): boolean =>
  why === 'courtesy' && (message.chatKind === 'group' ? !isHail(message.text) : saysThanks(message.text));

/** What words ask for that report nothing. */
const asksOnly = (meaning: Interpretation, lookUp: Otherwise['lookUp'] | undefined): Reply | undefined =>
  meaning.kind === 'none' && meaning.why !== 'unchanged' ? lookUp?.() : undefined;

/** Nobody knows whose words these are: the answer says why and what to do, also where they report nothing. Thanks get none. */
function refuseAnonymous(context: DistrictContext, meaning: Interpretation): Reply {
  if (reportedVillage(meaning) !== undefined && !context.message.asChannel)
    return { answer: { text: say('refuse-anonymous') } };
  return meaning.kind === 'none' && meaning.why === 'courtesy' ? {} : hint(context);
}

/** Whether a text reports something for this village, when somebody of it says it to the bot. */
export const isReport = ({ area }: DistrictScope, village: VillageCode, text: string): boolean =>
  reportedVillage(interpret({ text, mode: 'addressed', villages: area.villages, own: [village] })) !==
  undefined;

/** Writes the rows of a list that comes back filled in, as far as they differ from the store and are not older than it. */
function readList(
  context: DistrictContext,
  { reports, strangers = [] }: Extract<Verdict, { kind: 'report' }>,
  asOf: string | undefined,
  text: string,
): Reply {
  const { changed, stale } = listChanges(context, reports, asOf);
  const older = stale.length > 0 && say('list-stale', { units: unitNames(stale) });
  if (changed.length === 0) {
    if (!context.message.addressed) return {};
    const unknown = strangers.length > 0 && sayStrangers(strangers);
    return { answer: { text: lines(older || say('list-unchanged'), unknown) } };
  }
  const reply = writeReport(context, changed, text, { notTaken: [], otherMatters: [], strangers });
  return older && reply.answer
    ? { ...reply, answer: { ...reply.answer, text: lines(reply.answer.text, older) } }
    : reply;
}
