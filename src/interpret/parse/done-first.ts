import { holds, isHead, isName, isStatusTag, isUnitTag, kinds, saysNothing, type Tag } from '../tag/tags.ts';
import { AFTERWARDS } from '../words/cues/times.ts';
import { wordSet } from '../words/tables.ts';

type Tags = readonly Tag[];

const afterwards = wordSet(AFTERWARDS);
const WORK = kinds('pembangunan', 'dibangun', 'finishing');
const OVER = kinds('selesai', 'jadi');
const NEGATION = kinds('belum', 'tidak');

/** A letter for each tag that may tell of work: after, work, already, done. */
const signOf = (tag: Tag): string => {
  if (afterwards.has(tag.text)) return 'A';
  if (WORK.has(tag.is)) return 'W';
  if (OVER.has(tag.is)) return 'D';
  return tag.is === 'sudah' ? 'S' : '?';
};
const signsOf = (tags: Tags): string =>
  tags
    .filter((tag) => !saysNothing(tag))
    .map(signOf)
    .join('');

/** "Renovasi sudah selesai". */
const WORK_OVER = /^WS?D$/;
/** "Setelah diperbaiki", "usai selesai dibangun". */
const AFTER_WORK = /^A(?:S?W|S?D|S?WS?D|S?DW)$/;

/** "Renovasi selesai, kantor belum buka" leaves open whether the office stands. */
const saysHow = (piece: Tags): boolean => {
  const said = piece.slice(piece.findIndex(isName) + 1);
  return piece.some(isName) && said.some(isStatusTag) && !holds(said, NEGATION);
};
/** Behind "setelah", what is not there "already" is still to come. */
const saysHowByNow = (piece: Tags): boolean =>
  saysHow(piece) && piece.some(({ is }) => is === 'sudah') && piece.some(isHead);

/**
 * The pieces between commas without what was done before the first unit: "renovasi selesai, kantor sudah buka", "setelah
 * diperbaiki gudang sudah beroperasi". It is over, and what follows says how the unit stands now.
 */
export const withoutDoneFirst = (pieces: readonly Tags[]): readonly Tags[] => {
  const [first, second] = pieces;
  if (!first || !(second ? [first, second] : [first]).some((piece) => piece.some(isName))) return pieces;
  const unit = first.findIndex(isUnitTag);
  if (unit < 0) {
    const signs = signsOf(first);
    const isOver =
      (WORK_OVER.test(signs) && saysHow(second!)) || (AFTER_WORK.test(signs) && saysHowByNow(second!));
    return isOver ? pieces.slice(1) : pieces;
  }
  const isAfter = AFTER_WORK.test(signsOf(first.slice(0, unit))) && saysHowByNow(first.slice(unit));
  return isAfter ? [first.slice(unit), ...pieces.slice(1)] : pieces;
};
