import { UNITS } from '../units.ts';
import { type Account, account } from './account.ts';
import { choicesOf } from './choices.ts';
import { type File, fileByVillage, mayReport, mentionsIn } from './filing.ts';
import { isStatusSign } from './heads.ts';
import type { Mention } from './lines.ts';
import { isRequest, namesOnly } from './mention.ts';
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
  claims.some(
    ({ says }) => !['plan', 'unsure', 'question', 'doubt', 'fails', 'undone', 'part'].includes(says),
  );

/** A lone ✅ or ❌ behind a village's name: of which unit? */
const isLoneMark = ({ lines }: Reading): boolean =>
  lines.some(({ head, signs }) => head && signs.some(({ is }) => is === 'check' || is === 'cross'));

/** What names a unit that cannot be made out, and nothing else: "rapat sudah selesai". */
const isStrange = ({ statements, loose }: Reading): boolean =>
  loose.length === 0 && statements.every(({ units, scope }) => units.length === 0 && scope === 'these');

/** Stages and papers that are spoken of: "nib", "akta". */
const mattersIn = ({ signs }: Reading): readonly string[] => [
  ...new Set(signs.flatMap(({ is, text }) => (is === 'matter' ? [text] : []))),
];

/** Words as their sender wrote them: "NIB". */
const asTyped = (text: string, words: readonly string[]): readonly string[] =>
  words.map((word) => {
    const at = text.toLowerCase().indexOf(word);
    return at < 0 ? word : text.slice(at, at + word.length);
  });

/** A message that reports nothing at all, for whoever sends it. */
const withoutReport = (
  reading: Reading,
  message: Message,
  named: readonly Mention[],
): Verdict | undefined => {
  const { statements, loose, signs } = reading;
  const { role } = message.sender;
  if (statements.length === 0 && !loose.some(isStatus)) {
    if (loose.some(({ planned }) => planned)) return ask({ kind: 'plan', units: [] });
    const words = mattersIn(reading);
    if (words.length > 0 && signs.some(isStatusSign))
      return ask({ kind: 'other-matter', words: asTyped(message.text, words) });
    if (reading.lines.some(({ others }) => others)) return ask({ kind: 'unclear' });
    if (isLoneMark(reading)) return ask({ kind: 'no-unit' });
    if (isQuestion(reading)) return none('question');
    return none(signs.some(({ is }) => is === 'unknown') ? 'no-report' : 'courtesy');
  }
  if (isQuestion(reading)) return none('question');
  if (isRequest(reading)) return none('no-report');
  // What others have done or not done is the camat's to say; a stranger has no village to speak of.
  const idle = (role === 'none' && named.length === 0) || (role === 'camat' && isStrange(reading));
  return idle ? none('no-report') : undefined;
};

/** What is said of one village; "belum ada" and "nihil" alone speak of all its units. */
const accountFor = (message: Message, { mention, statements, loose }: File, plain: boolean): Account => {
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
  return account(statements, listed, plain);
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
  const plain = namesOnly(reading.signs);
  const understood: Understood[] = [];
  const notTaken: NotTaken[] = [];
  const asks: AskReason[] = [];
  for (const file of files) {
    const [village] = file.mention;
    if (village === undefined || file.mention.length > 1 || isForbidden(file.mention)) {
      asks.push(whichVillage(file, message, reading.signs));
      continue;
    }
    const found = accountFor(message, file, plain);
    understood.push(...understoodIn(village, found));
    notTaken.push(...found.notTaken.map((one) => ({ village, ...one })));
    asks.push(...found.asks);
  }
  const planned = notTaken.filter(({ why }) => why === 'plan').map(({ unit }) => unit);
  if (understood.length === 0 && planned.length > 0) asks.push({ kind: 'plan', units: planned });
  const [reason] = asks;
  if (reason)
    return { kind: 'ask', reason, understood, readings: choicesOf(reason, files, understood, asks.length) };
  return understood.length > 0
    ? {
        kind: 'report',
        reports: understood,
        notTaken,
        otherMatters: asTyped(message.text, mattersIn(reading)),
      }
    : none('question');
};
