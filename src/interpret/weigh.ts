import { UNITS } from '../units.ts';
import { type Account, account } from './account.ts';
import { choicesOf } from './choices.ts';
import { type File, fileByVillage, mayReport, mentionsIn } from './filing.ts';
import type { Mention } from './lines.ts';
import type { Reading } from './reading.ts';
import type { Sign } from './sign.ts';
import type { Loose } from './statements.ts';
import type { AskReason, Message, NotTaken, Understood, Verdict } from './verdict.ts';

const none = (why: 'courtesy' | 'question' | 'no-report'): Verdict => ({ kind: 'none', why });
const ask = (reason: AskReason): Verdict => ({ kind: 'ask', reason, understood: [], readings: [] });

const isQuestion = ({ statements, loose }: Reading): boolean => {
  if (statements.length > 0) return statements.every(({ settled }) => settled.is === 'question');
  return loose.some(({ claims }) => claims.some(({ says }) => says === 'question'));
};

/** A status that speaks of units without naming them; a wish or a guess speaks of none. */
const isStatus = ({ claims }: Loose): boolean =>
  claims.some(({ says }) => !['plan', 'unsure', 'question', 'doubt'].includes(says));

/** A lone ✅ or ❌ behind a village's name: of which unit? */
const isLoneMark = ({ lines }: Reading): boolean =>
  lines.some(({ head, signs }) => head && signs.some(({ is }) => is === 'check' || is === 'cross'));

/** What names a unit that cannot be made out, and nothing else: "rapat sudah selesai". */
const isStrange = ({ statements, loose }: Reading): boolean =>
  loose.length === 0 && statements.every(({ units, scope }) => units.length === 0 && scope === 'these');

/** A message that reports nothing at all, for whoever sends it. */
const withoutReport = (
  reading: Reading,
  message: Message,
  named: readonly Mention[],
): Verdict | undefined => {
  const { statements, loose, signs } = reading;
  const { role } = message.sender;
  if (statements.length === 0 && !loose.some(isStatus)) {
    if (isLoneMark(reading)) return ask({ kind: 'no-unit' });
    if (isQuestion(reading)) return none('question');
    return none(signs.some(({ is }) => is === 'unknown') ? 'no-report' : 'courtesy');
  }
  if (isQuestion(reading)) return none('question');
  // What others have done or not done is the camat's to say; a stranger has no village to speak of.
  const idle = (role === 'none' && named.length === 0) || (role === 'camat' && isStrange(reading));
  return idle ? none('no-report') : undefined;
};

/** What is said of one village; "belum ada" and "nihil" alone speak of all its units. */
const accountFor = (message: Message, { mention, statements, loose }: File): Account => {
  const listed = message.listed?.get(mention[0]!);
  if (statements.length === 0) {
    if (!loose.every(({ nothing }) => nothing)) {
      const asks: AskReason[] = loose.some(isStatus) ? [{ kind: 'no-unit' }] : [];
      return { entries: new Map(), notTaken: [], asks };
    }
    const units = listed ?? UNITS;
    return {
      entries: new Map(units.map((unit) => [unit, { status: 'belum', bare: false }])),
      notTaken: [],
      asks: [],
    };
  }
  return account(statements, listed);
};

const understoodIn = (village: string, { entries }: Account): readonly Understood[] =>
  [...entries].map(([unit, { status, bare }]) =>
    bare ? { village, unit, status, bare } : { village, unit, status },
  );

const whichVillage = ({ mention }: File, message: Message, signs: readonly Sign[]): AskReason => {
  const word = signs.find(({ is, villages }) => is === 'village' && villages === mention)?.text;
  if (word !== undefined) return { kind: 'which-village', word, villages: mention };
  return { kind: 'which-village', villages: message.sender.villages };
};

/** Weighs what was read: does it report anything, may the sender report it, does it hold together. */
export const weigh = (message: Message, reading: Reading): Verdict => {
  const named = mentionsIn(reading.signs);
  const nothing = withoutReport(reading, message, named);
  if (nothing) return nothing;
  const isForbidden = (mention: Mention) => mention.length === 1 && !mayReport(message, mention[0]!);
  const refused = named.find(isForbidden);
  if (refused) return { kind: 'refuse', village: refused[0]! };

  const files = fileByVillage(message, reading, named);
  const understood: Understood[] = [];
  const notTaken: NotTaken[] = [];
  const asks: AskReason[] = [];
  for (const file of files) {
    const [village] = file.mention;
    if (village === undefined || file.mention.length > 1 || isForbidden(file.mention)) {
      asks.push(whichVillage(file, message, reading.signs));
      continue;
    }
    const found = accountFor(message, file);
    understood.push(...understoodIn(village, found));
    notTaken.push(...found.notTaken.map((one) => ({ village, ...one })));
    asks.push(...found.asks);
  }
  const planned = notTaken.filter(({ why }) => why === 'plan').map(({ unit }) => unit);
  if (understood.length === 0 && planned.length > 0) asks.push({ kind: 'plan', units: planned });
  const [reason] = asks;
  if (reason)
    return { kind: 'ask', reason, understood, readings: choicesOf(reason, files, understood, asks.length) };
  return understood.length > 0 ? { kind: 'report', reports: understood, notTaken } : none('question');
};
