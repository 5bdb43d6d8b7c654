import type {
  AskReason,
  Interpretation,
  ReportedUnit,
  VillageReport,
  Withheld,
} from '../../interpret/types.ts';

/** The sender of a text. `camat` stands for all who report for every village; `villages` are the codes of their own ones. */
export interface Sender {
  readonly role: 'kades' | 'camat' | 'none';
  readonly villages: readonly string[];
}

/** A unit of a village with the status that is to be written. */
export interface Understood extends ReportedUnit {
  readonly village: string;
}

/** A unit that was named and is not written, and why. */
export interface NotTaken extends Withheld {
  readonly village: string;
}

/** What becomes of a text. The readings of an `ask` are whole reports, each of which one tap can send. */
export type Verdict =
  | {
      readonly kind: 'report';
      readonly reports: readonly Understood[];
      readonly notTaken: readonly NotTaken[];
      readonly otherMatters: readonly string[];
      /** A reposted list: rows are diffed against the store; `asOf` is the text of the time it carries. */
      readonly list?: { readonly asOf?: string };
      /** Names in a list that are no village's here, as they were typed. */
      readonly strangers?: readonly string[];
    }
  | {
      readonly kind: 'ask';
      readonly reason: AskReason;
      /** The village that the reason is about, where that is plain. */
      readonly about?: string | undefined;
      /** What else would have to be asked about that village: one question is put at a time. */
      readonly also: readonly AskReason[];
      readonly understood: readonly Understood[];
      readonly readings: readonly (readonly Understood[])[];
    }
  | { readonly kind: 'refuse'; readonly village: string }
  | Extract<Interpretation, { kind: 'none' }>;

type Meaning = Extract<Interpretation, { kind: 'report' }>;

const SILENCE: Verdict = { kind: 'none', why: 'no-report' };

/** What the sender may report for, as `senderOf` found it; `record.ts` asks `permissions.ts` for every row that it writes. */
const reportsFor = ({ role, villages }: Sender, village: string): boolean =>
  role === 'camat' || (role === 'kades' && villages.includes(village));

/** Rows of a list that the sender may report; the others stand there because the list was copied. */
const ownRows = (meaning: Meaning, sender: Sender): readonly VillageReport[] =>
  meaning.list
    ? meaning.reports.filter(({ villages }) => villages.length === 1 && reportsFor(sender, villages[0]!))
    : meaning.reports;

const isNamed = ({ word }: VillageReport): boolean => word !== undefined;

/** A stranger has no village to speak of; what others have done or not done is the camat's to say. */
const isIdle = ({ vague }: Meaning, reports: readonly VillageReport[], { role }: Sender): boolean =>
  (role === 'none' && !reports.some(isNamed)) || (role === 'camat' && vague);

const of = (village: string, units: readonly ReportedUnit[]): readonly Understood[] =>
  units.map((unit) => ({ village, ...unit }));

/** The village of a report, if it is plain and the sender's to report for. */
const villageOf = ({ villages }: VillageReport, sender: Sender): string | undefined =>
  villages.length === 1 && reportsFor(sender, villages[0]!) ? villages[0] : undefined;

const asksFor = (report: VillageReport, sender: Sender): readonly AskReason[] => {
  const { villages, word, asks, units, answers } = report;
  // What can be answered with a tap is asked once the village is known: with it, each answer is a whole report.
  const isOpen = asks.length > 0 && units.length === 0 && answers.length === 0;
  if (villageOf(report, sender) !== undefined || isOpen) return asks;
  return [
    word === undefined
      ? { kind: 'which-village', villages: sender.villages }
      : { kind: 'which-village', word, villages },
  ];
};

type AskOfUnits = Extract<AskReason, { kind: 'no-status' | 'plan' | 'uncertain' }>;

const isOfUnits = (ask: AskReason): ask is AskOfUnits =>
  ask.kind === 'no-status' || ask.kind === 'plan' || ask.kind === 'uncertain';

/** The same is asked of several units in one question: "apotek dan gudang". */
function together(asks: readonly AskReason[]): readonly AskReason[] {
  const [first] = asks;
  if (!first || !isOfUnits(first)) return asks;
  const isSame = (ask: AskReason): ask is AskOfUnits => isOfUnits(ask) && ask.kind === first.kind;
  const units = [...new Set(asks.filter(isSame).flatMap((ask) => ask.units))];
  return [{ ...first, units }, ...asks.filter((ask) => !isSame(ask))];
}

const MOST_VILLAGES = 4;

/** The answers to the only question there is; what several villages could have meant is a report for each of them. */
const readingsOf = (
  reports: readonly VillageReport[],
  sender: Sender,
): readonly (readonly Understood[])[] => {
  const [report, ...others] = reports;
  if (!report || others.length > 0) return [];
  const village = villageOf(report, sender);
  if (village !== undefined) return report.answers.map((units) => of(village, units));
  const { villages, word, asks, units } = report;
  const several = word !== undefined && villages.length > 1 && villages.length <= MOST_VILLAGES;
  return several && asks.length === 0 && units.length > 0 ? villages.map((one) => of(one, units)) : [];
};

/** What a text comes to when this sender says it: the one place where its meaning meets who may say so. */
export function decide(meaning: Interpretation, sender: Sender): Verdict {
  if (meaning.kind === 'none') return meaning;
  const verdict = decideOn(meaning, sender);
  // A forwarded report counts once its sender confirms it.
  if (meaning.forwarded && verdict.kind === 'report')
    return {
      kind: 'ask',
      reason: { kind: 'forwarded' },
      also: [],
      understood: [],
      readings: [verdict.reports],
    };
  return meaning.addressed || verdict.kind === 'report' || lacksVillage(verdict, sender) ? verdict : SILENCE;
}

/** Whether a clear report lacks nothing but which of its sender's villages it is for: nobody else can know, so that it is asked. */
const lacksVillage = (verdict: Verdict, { role, villages }: Sender): boolean =>
  verdict.kind === 'ask' &&
  verdict.reason.kind === 'which-village' &&
  verdict.reason.word === undefined &&
  role === 'kades' &&
  villages.length > 1;

/** Whom a list names that is none of the villages here; the rows of others are nothing to the head of one. */
const strangersIn = ({ list, reports }: Meaning, { role }: Sender): readonly string[] =>
  list && role === 'camat'
    ? reports.flatMap(({ word, villages }) => (word !== undefined && villages.length !== 1 ? [word] : []))
    : [];

function decideOn(meaning: Meaning, sender: Sender): Verdict {
  const reports = ownRows(meaning, sender);
  if (isIdle(meaning, reports, sender) || reports.length === 0) return SILENCE;
  const refused = reports.find(
    (report) => isNamed(report) && report.villages.length === 1 && !villageOf(report, sender),
  );
  if (refused) return { kind: 'refuse', village: refused.villages[0]! };
  if (!reports.every(({ certain }) => certain)) return SILENCE;

  const plain = reports.flatMap((report) => {
    const village = villageOf(report, sender);
    return village === undefined ? [] : [{ ...report, village }];
  });
  const understood = plain.flatMap(({ village, units }) => of(village, units));
  const notTaken = plain.flatMap(({ village, withheld }) => withheld.map((one) => ({ village, ...one })));
  const planned = notTaken.filter(({ why }) => why === 'plan').map(({ unit }) => unit);
  const asked = reports.map((report) => ({ report, asks: asksFor(report, sender) }));
  const first = asked.find(({ asks }) => asks.length > 0);
  const asking = first?.report ?? plain[0];
  const plans: readonly AskReason[] =
    understood.length === 0 && planned.length > 0 ? [{ kind: 'plan', units: planned }] : [];
  const [reason, ...also] = together([...(first?.asks ?? []), ...plans]);
  if (reason)
    return {
      kind: 'ask',
      reason,
      about: asking && villageOf(asking, sender),
      also,
      understood,
      readings: asked.flatMap(({ asks }) => asks).length > 1 ? [] : readingsOf(reports, sender),
    };
  if (understood.length === 0) return { kind: 'none', why: 'question' };
  const { otherMatters, list } = meaning;
  const strangers = strangersIn(meaning, sender);
  return {
    kind: 'report',
    reports: understood,
    notTaken,
    otherMatters,
    ...(list && { list }),
    ...(strangers.length > 0 && { strangers }),
  };
}
