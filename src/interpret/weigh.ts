import { type Status, UNITS, type Unit } from '../units.ts';
import { account } from './account.ts';
import type { Mention } from './lines.ts';
import type { Reading } from './reading.ts';
import type { Sign } from './signs.ts';
import type { Loose, Statement } from './statements.ts';
import type { AskReason, Message, NotTaken, Understood, Verdict } from './verdict.ts';

const none = (why: 'courtesy' | 'question' | 'no-report'): Verdict => ({ kind: 'none', why });

/** True when the sender may report for the village. */
export const mayReport = ({ sender }: Message, village: string): boolean =>
  sender.role === 'camat' || (sender.role === 'kades' && sender.villages.includes(village));

/** All that is said of one village, as it was named (a name may fit several). */
interface File {
  readonly mention: Mention;
  readonly statements: Statement[];
  readonly loose: Loose[];
}

const mentionsIn = (signs: readonly Sign[]): readonly Mention[] => {
  const mentions = signs.flatMap(({ is, villages }) => (is === 'village' && villages ? [villages] : []));
  return [...new Map(mentions.map((mention) => [mention.join('\n'), mention])).values()];
};

/** The village that a message naming none speaks of: the one it answers about, or the sender's only one. */
const homeOf = ({ about, sender }: Message): Mention => {
  if (about !== undefined) return [about];
  return sender.role === 'kades' && sender.villages.length === 1 ? sender.villages : [];
};

/** Files statements under the villages they are made of; a village named once in a message is meant all through it. */
const fileByVillage = (message: Message, { statements, loose, signs }: Reading): File[] => {
  const files = new Map<string, File>();
  const named = mentionsIn(signs);
  const fallback = named.length === 1 ? named[0]! : homeOf(message);
  const fileOf = (mention: Mention): File => {
    const key = mention.join('\n');
    const file = files.get(key) ?? { mention, statements: [], loose: [] };
    files.set(key, file);
    return file;
  };
  const meant = (villages: readonly Mention[]): readonly Mention[] =>
    villages.length > 0 ? villages : [fallback];
  for (const statement of statements)
    for (const mention of meant(statement.villages)) fileOf(mention).statements.push(statement);
  for (const one of loose) for (const mention of meant(one.villages)) fileOf(mention).loose.push(one);
  return [...files.values()];
};

const isQuestion = ({ statements, loose }: Reading): boolean => {
  if (statements.length > 0) return statements.every(({ settled }) => settled.is === 'question');
  return loose.some(({ claims }) => claims.some(({ says }) => says === 'question'));
};

/** A status that speaks of units without naming them; a wish or a guess speaks of none. */
const isStatus = ({ claims }: Loose): boolean =>
  claims.some(({ says }) => !['plan', 'unsure', 'question', 'doubt'].includes(says));

/** A lone ✅ or ❌ behind a village's name: of which unit? */
const isLoneMark = ({ lines }: Reading): boolean =>
  lines.some(
    ({ head, signs }) => head !== undefined && signs.some(({ is }) => is === 'check' || is === 'cross'),
  );

const understand = (message: Message, file: File) => {
  const village = file.mention[0]!;
  const listed = message.listed?.get(village);
  if (file.statements.length === 0 && file.loose.every(({ nothing }) => nothing)) {
    const units = listed ?? UNITS;
    return {
      understood: units.map((unit): Understood => ({ village, unit, status: 'belum' })),
      notTaken: [],
      asks: [],
    };
  }
  const { entries, notTaken, asks } = account(file.statements, listed);
  const understood = [...entries].map(
    ([unit, { status, bare }]): Understood =>
      bare ? { village, unit, status, bare } : { village, unit, status },
  );
  const unsaid: AskReason[] =
    file.statements.length === 0 && file.loose.some(isStatus) ? [{ kind: 'no-unit' }] : [];
  return {
    understood,
    notTaken: notTaken.map((one): NotTaken => ({ village, ...one })),
    asks: [...asks, ...unsaid],
  };
};

const whichVillage = ({ mention }: File, signs: readonly Sign[]): AskReason => {
  const word = signs.find(({ is, villages }) => is === 'village' && villages === mention)?.text;
  return { kind: 'which-village', villages: mention, ...(word !== undefined && { word }) };
};

/** Whole readings to choose from, where a question has two or three plain answers. */
const readingsOf = (
  reason: AskReason,
  understood: readonly Understood[],
  village: string | undefined,
): readonly (readonly Understood[])[] => {
  if (village === undefined) return [];
  const withUnit = (unit: Unit, status: Status) => [
    ...understood.filter((one) => one.unit !== unit || one.village !== village),
    { village, unit, status },
  ];
  if (reason.kind === 'contradiction') return reason.statuses.map((status) => withUnit(reason.unit, status));
  if (reason.kind === 'which-unit') return reason.units.map((unit) => withUnit(unit, 'berdiri'));
  return [];
};

/** Weighs what was read: may the sender report it, does it hold together, what has to be asked. */
export const weigh = (message: Message, reading: Reading): Verdict => {
  const { statements, loose, signs } = reading;
  if (statements.length === 0 && !loose.some(isStatus)) {
    if (isLoneMark(reading))
      return { kind: 'ask', reason: { kind: 'no-unit' }, understood: [], readings: [] };
    return none(
      isQuestion(reading) ? 'question' : signs.some(({ is }) => is === 'unknown') ? 'no-report' : 'courtesy',
    );
  }
  if (isQuestion(reading)) return none('question');
  const named = mentionsIn(signs).length > 0;
  const strange =
    statements.length > 0 && statements.every(({ units, scope }) => units.length === 0 && scope === 'these');
  if (message.sender.role === 'none' && !named) return none('no-report');
  // What others have done or not done is the camat's to say.
  if (message.sender.role === 'camat' && strange) return none('no-report');
  const files = fileByVillage(message, reading);
  const isForbidden = (mention: Mention) => mention.length === 1 && !mayReport(message, mention[0]!);
  const refused = mentionsIn(signs).find(isForbidden);
  if (refused) return { kind: 'refuse', village: refused[0]! };
  const forbidden = files.some(({ mention }) => isForbidden(mention));
  const understood: Understood[] = [];
  const notTaken: NotTaken[] = [];
  const asks: AskReason[] = forbidden ? [{ kind: 'which-village', villages: message.sender.villages }] : [];
  for (const file of files) {
    if (file.mention.length !== 1) {
      asks.push(
        named ? whichVillage(file, signs) : { kind: 'which-village', villages: message.sender.villages },
      );
      continue;
    }
    const found = understand(message, file);
    understood.push(...found.understood);
    notTaken.push(...found.notTaken);
    asks.push(...found.asks);
  }
  const planned = notTaken.filter(({ why }) => why === 'plan').map(({ unit }) => unit);
  const [reason] =
    understood.length === 0 && asks.length === 0 && planned.length > 0
      ? [{ kind: 'plan', units: planned } as const]
      : asks;
  if (reason) {
    const village = files.length === 1 && files[0]!.mention.length === 1 ? files[0]!.mention[0] : undefined;
    return { kind: 'ask', reason, understood, readings: readingsOf(reason, understood, village) };
  }
  if (understood.length === 0) return none('question');
  return { kind: 'report', reports: understood, notTaken };
};
