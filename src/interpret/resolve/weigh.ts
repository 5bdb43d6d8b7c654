import { UNITS } from '../../domain/units.ts';
import type { Mention } from '../parse/lines.ts';
import { UNCLEAR } from '../parse/part-builder.ts';
import type { Reading } from '../reading.ts';
import { ASSERTING_TAGS, holds, isStatusTag, kinds, saysNothing, type Tag } from '../tag/tags.ts';
import type { AskReason, Interpretation, Message, ReportedUnit, VillageReport } from '../types.ts';
import { answersFor } from './answers.ts';
import { isRequest, namesOnly } from './mentions.ts';
import type { Statement, Unattached } from './statement.ts';
import { accountOf, type VillageAccount } from './village-report.ts';

type None = Extract<Interpretation, { kind: 'none' }>;

/** No report. */
export const none = (why: None['why']): Interpretation => ({ kind: 'none', why });

/** "Klinik itu maksudnya puskesmas bukan pak?": somebody who only names units and ends so wants to know something. */
const asksAtEnd = (tags: readonly Tag[]): boolean =>
  tags.findLast((tag) => !saysNothing(tag) && tag.is !== 'line')?.is === 'asks';

const isQuestion = ({ statements, tags, unattached }: Reading): boolean => {
  if (statements.length > 0) {
    return statements.every(({ bare, outcome }) => outcome.is === 'question' || (bare && asksAtEnd(tags)));
  }
  return unattached.some(({ claims }) => claims.some(({ says }) => says === 'question'));
};

const NO_STATUS: ReadonlySet<string> = new Set([
  'plan',
  'unsure',
  'question',
  'doubt',
  'fails',
  'undone',
  'part',
]);

/** A status that speaks of units without naming them; a wish or a guess speaks of none. */
const isStatus = ({ claims }: Unattached): boolean => claims.some(({ says }) => !NO_STATUS.has(says));

/** A lone ✅ or ❌ behind a village's name: of which unit? */
const isLoneMark = ({ lines }: Reading): boolean =>
  lines.some(({ head, tags }) => head && tags.some(({ is }) => is === 'check' || is === 'cross'));

/** Stages and papers that are spoken of: "nib", "akta". */
const mattersIn = ({ tags }: Reading): readonly string[] => [
  ...new Set(tags.flatMap(({ is, text }) => (is === 'matter' ? [text] : []))),
];

/** Words as their sender wrote them: "NIB". */
const asTyped = (text: string, words: readonly string[]): readonly string[] =>
  words.map((word) => {
    const at = text.toLowerCase().indexOf(word);
    return at < 0 ? word : text.slice(at, at + word.length);
  });

/** All that is said of one village, as it was named (a name may fit several, or none). */
interface SaidOfVillage {
  readonly mention: Mention;
  readonly statements: Statement[];
  readonly unattached: Unattached[];
}

/** The villages named in a message, each once. */
const mentionsIn = (tags: readonly Tag[]): readonly Mention[] => {
  const mentions = new Map<string, Mention>();
  for (const { is, villages } of tags)
    if (is === 'village' && villages) mentions.set(villages.join('\n'), villages);
  return [...mentions.values()];
};

/** The village that a message naming none speaks of: the one it answers about, or the sender's only one. */
const homeOf = ({ about, own }: Message): Mention => {
  if (about !== undefined) return [about];
  return own.length === 1 ? own : [];
};

/** Puts what is said under the villages that it is said of; one named once in a message is meant all through it. */
const byVillage = (message: Message, { tags, statements, unattached }: Reading): readonly SaidOfVillage[] => {
  const named = mentionsIn(tags);
  const fallback = named.length === 1 ? named : [homeOf(message)];
  const said = new Map<string, SaidOfVillage>();
  const of = (villages: readonly Mention[]): readonly SaidOfVillage[] =>
    (villages.length > 0 ? villages : fallback).map((mention) => {
      const key = mention.join('\n');
      const known = said.get(key) ?? { mention, statements: [], unattached: [] };
      said.set(key, known);
      return known;
    });
  for (const statement of statements)
    for (const one of of(statement.villages)) one.statements.push(statement);
  for (const status of unattached) for (const one of of(status.villages)) one.unattached.push(status);
  // A village that is named and of which nothing is said is still spoken of.
  for (const mention of named) of([mention]);
  return [...said.values()];
};

/** What is said of one village; "belum ada" and "nihil" alone speak of all its units. */
const accountFor = (
  message: Message,
  { mention, statements, unattached }: SaidOfVillage,
  plain: boolean,
): VillageAccount => {
  const listed = message.listed?.get(mention[0]!);
  if (statements.length > 0) return accountOf(statements, listed, plain);
  if (!plain || !unattached.every(({ nothing }) => nothing)) {
    const asks: AskReason[] = unattached.some(isStatus) ? [{ kind: 'no-unit' }] : [];
    return { entries: new Map(), notTaken: [], asks };
  }
  const units = unattached.length > 0 ? (listed ?? UNITS) : [];
  return {
    entries: new Map(units.map((unit) => [unit, { status: 'belum', bare: false }])),
    notTaken: [],
    asks: [],
  };
};

const reportFor = (
  message: Message,
  said: SaidOfVillage,
  tags: readonly Tag[],
  plain: boolean,
): VillageReport => {
  const { mention, statements } = said;
  const { entries, notTaken: withheld, asks } = accountFor(message, said, plain);
  const units = [...entries].map(
    ([unit, { status, bare }]): ReportedUnit => (bare ? { unit, status, bare } : { unit, status }),
  );
  const word = tags.find(({ is, villages }) => is === 'village' && villages === mention)?.text;
  return {
    villages: mention,
    ...(word !== undefined && { word }),
    units,
    withheld,
    asks,
    answers: answersFor(asks, statements, units),
    certain: true,
  };
};

/** Where a message comes from, as far as it matters to what becomes of it. */
export const sourceOf = ({ mode, forwarded = false }: Message) => ({
  addressed: mode === 'addressed',
  forwarded,
});

/** A question about all villages that are named, or the one that is meant. */
export const asking = (message: Message, reason: AskReason, tags: readonly Tag[] = []): Interpretation => {
  const named = mentionsIn(tags);
  const reports = (named.length > 0 ? named : [homeOf(message)]).map(
    (villages): VillageReport => ({
      villages,
      units: [],
      withheld: [],
      asks: [reason],
      answers: [],
      certain: true,
    }),
  );
  return { kind: 'report', reports, otherMatters: [], ...sourceOf(message), vague: false };
};

/** What a message comes to in which no unit is said to be anything. */
const withoutStatement = (message: Message, reading: Reading): Interpretation => {
  const { unattached, tags, lines } = reading;
  const ask = (reason: AskReason) => asking(message, reason, tags);
  if (unattached.some(({ planned }) => planned)) return ask({ kind: 'plan', units: [] });
  const words = mattersIn(reading);
  if (words.length > 0 && tags.some(isStatusTag))
    return ask({ kind: 'other-matter', words: asTyped(message.text, words) });
  if (lines.some(({ others }) => others)) return ask({ kind: 'unclear' });
  if (isLoneMark(reading)) return ask({ kind: 'no-unit' });
  if (isQuestion(reading)) return none('question');
  return none(tags.some(({ is }) => is === 'unknown') ? 'no-report' : 'courtesy');
};

const LAUGH = kinds('laugh');
const UNKNOWN = kinds('unknown');

/** Words of other matters beside a single status; more make it a story in which a unit comes up. */
const MOST_STRANGE = 7;

const isStory = ({ statements, unattached, tags }: Reading): boolean =>
  statements.length === 1 &&
  unattached.length === 0 &&
  tags.filter(({ is }) => is === 'unknown').length > MOST_STRANGE;

/** "Kios sudah di kantor, yang lain belum": whether the office is one of the others, nobody can tell. */
const withDoubtfulRest = (reading: Reading): Reading => {
  const told = new Set(reading.statements.flatMap(({ units, scope }) => (scope === 'these' ? units : [])));
  const isUntold = ({ is, units = [] }: Tag) => is === 'place' && units.some((unit) => !told.has(unit));
  if (!reading.tags.some(isUntold)) return reading;
  const statements = reading.statements.map(
    (one): Statement => (one.scope === 'rest' ? { ...one, doubt: one.doubt ?? UNCLEAR } : one),
  );
  return { ...reading, statements };
};

/** "Di kabupaten lain kantor sudah, gudang sudah": what is said there of one unit is said there of all. */
const withDoubtfulPlace = (reading: Reading): Reading => {
  const { tags, statements } = reading;
  const isToldThere = ({ is, units }: Tag, at: number) =>
    is === 'place' && units !== undefined && ASSERTING_TAGS.has(tags[at + 1]?.is ?? 'line');
  if (!tags.some(isToldThere)) return reading;
  return { ...reading, statements: statements.map((one) => ({ ...one, doubt: one.doubt ?? UNCLEAR })) };
};

/** "Kantor sudah jadi... jadi sarang burung 🤣": what is told with a laugh, in words that nobody knows, is perhaps a joke. */
const withDoubtfulLaughter = (reading: Reading): Reading => {
  if (!holds(reading.tags, LAUGH) || !holds(reading.tags, UNKNOWN)) return reading;
  const statements = reading.statements.map((one) => ({ ...one, doubt: one.doubt ?? UNCLEAR }));
  return { ...reading, statements };
};

/** Weighs what was read: does it report anything, of which villages, and does it hold together. */
export const weigh = (message: Message, read: Reading): Interpretation => {
  const reading = withDoubtfulLaughter(withDoubtfulPlace(withDoubtfulRest(read)));
  const { statements, unattached, tags } = reading;
  if (statements.length === 0 && !unattached.some(isStatus)) return withoutStatement(message, reading);
  if (isQuestion(reading)) return none('question');
  if (isRequest(reading)) return none('no-report');
  if (isStory(reading)) return asking(message, { kind: 'uncertain', units: statements[0]!.units }, tags);
  const plain = namesOnly(tags);
  return {
    kind: 'report',
    reports: byVillage(message, reading).map((said) => reportFor(message, said, tags, plain)),
    otherMatters: asTyped(message.text, mattersIn(reading)),
    ...sourceOf(message),
    vague:
      unattached.length === 0 &&
      statements.every(({ units, scope }) => units.length === 0 && scope === 'these'),
  };
};
