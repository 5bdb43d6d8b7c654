import { type Status, UNITS, type Unit } from '../../domain/units.ts';
import type { AskReason, ReportedUnit } from '../types.ts';
import { statusOf } from './combine.ts';
import type { Statement } from './statement.ts';

/** More would not fit under a question. */
const MOST = 4;

/** How a unit may stand, the answer given most often first. */
const STATUS_ANSWERS: readonly Status[] = ['berdiri', 'proses', 'belum', 'beroperasi'];

type Answer = readonly ReportedUnit[];

const withStatus = (clear: Answer, units: readonly Unit[], status: Status): Answer =>
  [
    ...clear.filter(({ unit }) => !units.includes(unit)),
    ...units.map((unit): ReportedUnit => ({ unit, status })),
  ].sort((one, other) => UNITS.indexOf(one.unit) - UNITS.indexOf(other.unit));

const isAmbiguous = ({ ambiguous }: Statement): boolean => ambiguous !== undefined;

const answersTo = (reason: AskReason, statements: readonly Statement[], clear: Answer): readonly Answer[] => {
  if (reason.kind === 'no-status')
    return STATUS_ANSWERS.map((status) => withStatus(clear, reason.units, status));
  if (reason.kind === 'contradiction')
    return reason.statuses.map((status) => withStatus(clear, [reason.unit], status));
  if (reason.kind === 'which-unit') {
    const status = statements
      .map((one) => (one.doubt === reason ? statusOf(one.outcome) : undefined))
      .find(Boolean);
    return status ? reason.units.map((unit) => withStatus(clear, [unit], status)) : [];
  }
  const ambiguous = reason.kind === 'uncertain' ? statements.find(isAmbiguous) : undefined;
  return ambiguous ? ambiguous.ambiguous!.map((status) => withStatus(clear, ambiguous.units, status)) : [];
};

/**
 * The answers to what has to be asked of a village, each a whole report that one tap can send, where there are few.
 * Where more than one thing has to be asked, none is whole.
 */
export const answersFor = (
  asks: readonly AskReason[],
  statements: readonly Statement[],
  clear: Answer,
): readonly Answer[] => {
  const [reason, ...more] = asks;
  if (!reason || more.length > 0) return [];
  const answers = answersTo(reason, statements, clear);
  return answers.length > 1 && answers.length <= MOST ? answers : [];
};
