import type { Status, Unit } from '../units.ts';
import { account } from './account.ts';
import type { File } from './filing.ts';
import { type Statement, statusOf } from './statements.ts';
import type { AskReason, Understood } from './verdict.ts';

type Complete = readonly Understood[];

/** More would not fit under a question. */
const MOST = 4;

/** "Sudah, proses, belum, buka": how a unit may stand, the answer given most often first. */
const ANSWERS: readonly Status[] = ['berdiri', 'proses', 'belum', 'beroperasi'];

const withStatus = (
  understood: Complete,
  village: string,
  units: readonly Unit[],
  status: Status,
): Complete => [
  ...understood.filter((one) => one.village !== village || !units.includes(one.unit)),
  ...units.map((unit): Understood => ({ village, unit, status })),
];

/** The name fits several villages: the whole report for each of them. */
const forEachVillage = ({ mention, statements }: File, understood: Complete): readonly Complete[] => {
  const { entries, asks } = account(statements, undefined, true);
  if (asks.length > 0 || entries.size === 0) return [];
  return mention.map((village) => [
    ...understood,
    ...[...entries].map(([unit, { status }]): Understood => ({ village, unit, status })),
  ]);
};

const isTorn = ({ torn }: Statement): boolean => torn !== undefined;

/**
 * The answers to a question as whole reports, where there are two or three of them: each can be sent with one tap.
 * Where more than one thing has to be asked, none is whole.
 */
export const choicesOf = (
  reason: AskReason,
  files: readonly File[],
  understood: Complete,
  questions: number,
): readonly Complete[] => {
  const [file] = files;
  if (!file || files.length > 1 || questions > 1) return [];
  const [village] = file.mention;
  const { statements } = file;
  let readings: readonly Complete[] = [];
  if (reason.kind === 'no-status' && village !== undefined)
    readings = ANSWERS.map((status) => withStatus(understood, village, reason.units, status));
  else if (reason.kind === 'which-village' && reason.word !== undefined)
    readings = forEachVillage(file, understood);
  else if (village === undefined) return [];
  else if (reason.kind === 'contradiction') {
    readings = reason.statuses.map((status) => withStatus(understood, village, [reason.unit], status));
  } else if (reason.kind === 'which-unit') {
    const status = statements.map((one) => (one.doubt === reason ? statusOf(one) : undefined)).find(Boolean);
    if (status) readings = reason.units.map((unit) => withStatus(understood, village, [unit], status));
  } else if (reason.kind === 'uncertain') {
    const torn = statements.find(isTorn);
    if (torn) readings = torn.torn!.map((status) => withStatus(understood, village, torn.units, status));
  }
  return readings.length > 1 && readings.length <= MOST ? readings : [];
};
