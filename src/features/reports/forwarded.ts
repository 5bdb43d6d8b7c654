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
 * Somebody else's words that were passed on to the bot are nobody's report: it asks whether they hold for the village of
 * the one who passed them on, and a yes is that person's own report of now. Several villages are asked for in own words.
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
