import type { Reply } from '../../bot/command.ts';
import { type DistrictScope, villageOf } from '../../domain/district.ts';
import type { Actor } from '../../domain/people.ts';
import { encodeKeep, encodeReport } from '../../domain/report-command.ts';
import { plain } from '../../text/markup.ts';
import { villageLabel } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import type { Verdict } from './decide.ts';
import { question } from './questions.ts';
import { inWords } from './reply.ts';

/**
 * Asks whether forwarded words hold for the sender's village: they are somebody else's, and so no report. A yes is the
 * sender's own report, made now. Where they are about several villages, it asks for the sender's own words.
 */
export function askWhose(
  here: DistrictScope,
  verdict: Extract<Verdict, { kind: 'ask' }>,
  actor: Actor,
  words: string,
): Reply {
  if (verdict.reason.kind !== 'forwarded') {
    const reply = question(here, verdict, actor, words);
    return { ...reply, answer: { ...reply.answer, text: lines(say('forwarded'), reply.answer?.text) } };
  }
  const [rows = []] = verdict.readings;
  const [code, ...others] = new Set(rows.map((row) => row.village));
  const village = code === undefined || others.length > 0 ? undefined : villageOf(here, code);
  if (!village) return { answer: { text: say('forwarded-own-words') } };
  return {
    answer: {
      text: lines(
        say('forwarded'),
        say('forwarded-ask', { village: villageLabel(village) }),
        say('ask-understood', { rows: inWords(rows) }),
      ),
      choices: [
        { label: plain(say('yes-record')), command: encodeReport(village.code, rows) },
        { label: plain(say('no')), command: encodeKeep(village.code) },
      ],
    },
    context: { about: village.code },
    awaitsAnswer: true,
  };
}
