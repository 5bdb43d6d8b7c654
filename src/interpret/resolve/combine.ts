import { STATUSES, type Status } from '../../domain/units.ts';
import type { Claim, Says } from '../parse/predicate-table.ts';

/** What claims on one unit, said in one breath, come to together. */
export type Outcome =
  | { readonly is: 'status'; readonly status: Status }
  | { readonly is: 'contradiction'; readonly statuses: readonly Status[] }
  | { readonly is: 'mentioned' | 'plan' | 'question' | 'unsure' | 'doubt' };

/** The status that an outcome comes to, if it comes to one. */
export const statusOf = (outcome: Outcome): Status | undefined =>
  outcome.is === 'status' ? outcome.status : undefined;

/** The step of the ladder that a claim reaches, and the highest that it leaves room for. */
const STEPS: Partial<Readonly<Record<Says, { readonly status: Status; readonly room?: Status }>>> = {
  gone: { status: 'belum', room: 'belum' },
  'not yet': { status: 'belum', room: 'proses' },
  'not there': { status: 'belum', room: 'proses' },
  'not open': { status: 'belum', room: 'berdiri' },
  unfinished: { status: 'proses', room: 'proses' },
  proses: { status: 'proses' },
  'under way': { status: 'proses' },
  part: { status: 'proses', room: 'proses' },
  done: { status: 'berdiri' },
  berdiri: { status: 'berdiri' },
  beroperasi: { status: 'beroperasi' },
};

const rank = (status: Status): number => STATUSES.indexOf(status);
const highest = (statuses: readonly Status[]): Status => STATUSES[Math.max(...statuses.map(rank))]!;
const lowest = (statuses: readonly Status[]): Status => STATUSES[Math.min(...statuses.map(rank))]!;

/** "Pembangunan" says how a thing stands only where nothing else does; a bare "sudah" beside it could mean either end. */
const withoutUnderWay = (claims: readonly Claim[]): readonly Claim[] => {
  const others = claims.filter(({ says }) => says !== 'under way');
  if (others.length === 0 || others.length === claims.length) return claims;
  return others.every(({ says }) => says === 'done') ? [] : others;
};

/** Falls back: "sudah berdiri, masih proses". The other way round it has only moved on. */
const fallsBack = (statuses: readonly Status[]): boolean =>
  statuses.some(
    (status, at) => status === 'proses' && statuses.slice(0, at).some((one) => rank(one) > rank(status)),
  );

/** "Sudah berdiri, belum diresmikan", "buka tapi belum maksimal": what it is, it is. */
const withoutLack = (claims: readonly Claim[]): readonly Claim[] => {
  const others = claims.filter(({ says }) => says !== 'not fully');
  return others.length > 0 ? others : claims;
};

/** "Kantor sudah berdiri tapi roboh", "gagal buka": it no longer holds, or never did; "belum, gagal tender" does. */
const withoutUndoing = (claims: readonly Claim[]): readonly Claim[] | undefined => {
  const others = claims.filter(({ says }) => says !== 'undone' && says !== 'fails');
  if (others.length === claims.length) return claims;
  return others.length > 0 && others.every(({ says }) => STEPS[says]?.status === 'belum')
    ? others
    : undefined;
};

const ON_THE_WAY: ReadonlySet<Says> = new Set<Says>(['part', 'proses', 'under way', 'unfinished', 'plan']);

const LACKING: ReadonlySet<Says> = new Set<Says>(['not yet', 'not there']);

/** "Masih pondasi" and "belum siap, masih pasang atap" are on their way; what is said of a part besides, perhaps only of the part: "pondasi sudah selesai". */
const isOfPart = (claims: readonly Claim[]): boolean => {
  const first = claims.findIndex(({ says }) => says === 'part');
  return (
    first >= 0 && claims.some(({ says }, at) => !ON_THE_WAY.has(says) && !(LACKING.has(says) && at < first))
  );
};

const isPart = ({ says }: Claim): boolean => says === 'part';

/** "Dicor kemarin, atap belum": which parts are lacking says no more than that it is on its way. */
const withoutPartLacking = (claims: readonly Claim[]): readonly Claim[] => {
  const from = claims.findIndex(
    (claim, at) =>
      at > 0 && isPart(claim) && claims.slice(at).every((one) => isPart(one) || LACKING.has(one.says)),
  );
  const before = claims.slice(0, Math.max(0, from));
  const isOnTheWay = before.every(({ says }) => says !== 'plan' && ON_THE_WAY.has(says));
  return from > 0 && isOnTheWay && !claims.slice(from).every(isPart) ? before : claims;
};

/** Settles claims on one unit: rising steps give the highest, denials bound it, a plan gives way to what is so now. */
export const combine = (all: readonly Claim[]): Outcome => {
  if (all.some(({ says }) => says === 'question')) return { is: 'question' };
  const claims = withoutUndoing(withoutPartLacking(withoutLack(all)));
  if (!claims || isOfPart(claims)) return { is: 'doubt' };
  const only = claims.length === 1 ? STEPS[claims[0]!.says] : undefined;
  if (only) return { is: 'status', status: only.status };
  if (claims.some(({ says }) => says === 'not fully')) return { is: 'doubt' };
  for (const is of ['unsure', 'doubt'] as const) if (claims.some(({ says }) => says === is)) return { is };
  const planned = claims.some(({ says }) => says === 'plan');
  const now = planned ? claims.filter(({ says, bareWord }) => says !== 'plan' && !bareWord) : claims;
  if (now.length === 0) return { is: 'plan' };
  const steps = withoutUnderWay(now).flatMap(({ says }) => STEPS[says] ?? []);
  if (steps.length === 0) return { is: 'doubt' };
  const statuses = steps.map(({ status }) => status);
  const room = lowest(steps.map((step) => step.room ?? 'beroperasi'));
  const status = highest(statuses);
  // "Sudah, tapi baru rencana".
  if (claims.some(({ soFar }) => soFar) && rank(status) > rank('proses')) return { is: 'doubt' };
  const holds = (status === 'belum' || rank(status) <= rank(room)) && !fallsBack(statuses);
  return holds ? { is: 'status', status } : { is: 'contradiction', statuses: [...new Set(statuses)] };
};
