import type { Reply } from '../../bot/command.ts';
import type { MessageContext } from '../../bot/context.ts';
import { type DistrictScope, villageOf } from '../../domain/district.ts';
import { encodeKeep, encodeReport, type UnitReport } from '../../domain/report-command.ts';
import { type Markup, plain } from '../../text/markup.ts';
import { villageLabel } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import type { Verdict } from './decide.ts';
import { question } from './questions.ts';
import { inWords } from './reply.ts';

/** Whether a message passes on somebody else's words, or only says which of them are meant. */
export const isForwarded = ({ message, prompt }: Pick<MessageContext, 'message' | 'prompt'>): boolean =>
  message.forwarded === true || prompt?.context.forwarded === true;

/** Asks what a verdict on forwarded words needs to know; only then whether they hold for the sender's village. */
export function askWhose(
  here: DistrictScope,
  { reason, ...ask }: Extract<Verdict, { kind: 'ask' }>,
  words: string,
): Reply {
  if (reason.kind === 'forwarded') return askWhetherOwn(here, ask.readings[0] ?? []);
  const reply = question(here, { reason, ...ask }, words);
  return {
    ...reply,
    answer: { ...reply.answer, text: lines(say('forwarded'), reply.answer?.text) },
    context: { ...reply.context, forwarded: true },
  };
}

/**
 * Asks whether forwarded words hold for the sender's village: they are somebody else's, and so no report. A yes is the
 * sender's own report, made now. Where they are about several villages, it asks for the sender's own words.
 */
export function askWhetherOwn(
  here: DistrictScope,
  rows: readonly (UnitReport & { readonly village: string })[],
  why: Markup = say('forwarded'),
): Reply {
  const [code, ...others] = new Set(rows.map((row) => row.village));
  const village = code === undefined || others.length > 0 ? undefined : villageOf(here, code);
  if (!village) return { answer: { text: say('forwarded-own-words') } };
  return {
    answer: {
      text: lines(
        why,
        say('forwarded-ask', { village: villageLabel(village) }),
        say('ask-understood', { rows: inWords(rows) }),
      ),
      choices: [
        { label: plain(say('yes-record')), command: encodeReport(village.code, rows) },
        { label: plain(say('no')), command: encodeKeep(village.code) },
      ],
    },
    context: { about: village.code, asked: [] },
    awaitsAnswer: true,
  };
}
