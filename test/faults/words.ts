import type { Village } from '../../src/domain/areas.ts';
import type { VillageCode } from '../../src/domain/ids.ts';
import { decodeButton, encodeReport } from '../../src/domain/report-command.ts';
import { type Row, STATUSES, type Status, UNITS, type Unit } from '../../src/domain/units.ts';
import type { Done } from './promises.ts';
import type { Random } from './random.ts';

const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  kantor: 'kantor',
  sembako: 'gerai sembako',
  simpan_pinjam: 'simpan pinjam',
  klinik: 'klinik',
  apotek: 'apotek',
  gudang: 'gudang',
  logistik: 'logistik',
};
const STATUS_WORDS: Readonly<Record<Status, string>> = {
  belum: 'belum ada',
  proses: 'masih proses',
  berdiri: 'sudah berdiri',
  beroperasi: 'sudah beroperasi',
};
export const QUESTIONS = ['/rekap', '/status', '/belum', '/lapor', '/tenggat'];

/** What a button of the bot reports: `/lapor 14.03.16.2001 1b 4bx`. */
export function rowsOf(command: string): readonly Row<VillageCode>[] {
  const button = decodeButton(command);
  return button?.asks.kind === 'report'
    ? button.asks.rows.map(({ unit, status }) => ({ village: button.village, unit, status }))
    : [];
}

/** The latest report on a village that was not corrected yet. */
export const latestToCorrect = <Deed extends Done>(
  deeds: readonly Deed[],
  { code }: Village,
): Deed | undefined =>
  deeds.findLast(
    ({ kind, rows, id }) =>
      kind === 'report' &&
      rows[0]!.village === code &&
      !deeds.some((deed) => deed.kind === 'correct' && deed.id === id),
  );

/** Reports as people think of them, and put them into words. */
export function createWords(random: Random) {
  const inWords = (rows: readonly Row[]) =>
    `/lapor ${rows.map(({ unit, status }) => `${UNIT_WORDS[unit]} ${STATUS_WORDS[status]}`).join(', ')}`;
  const exactly = (rows: readonly Row<VillageCode>[]) => encodeReport(rows[0]!.village, rows);
  function rowsFor({ code }: Village): Row<VillageCode>[] {
    const units = random.shuffle(UNITS).slice(0, 1 + random.below(3));
    return units.map((unit) => ({ village: code, unit, status: random.pick(STATUSES) }));
  }
  /** What a head reports instead; an edit that says the same again is none, and is not read. */
  function rowsInstead(village: Village, before: readonly Row<VillageCode>[]): Row<VillageCode>[] {
    const rows = rowsFor(village);
    return exactly(rows) === exactly(before) ? rowsInstead(village, before) : rows;
  }
  return {
    rowsFor,
    rowsInstead,
    /** As a button has it, unit by unit. */
    exactly,
    inSomeWay: (rows: readonly Row<VillageCode>[]): string =>
      random.chance(0.5) ? inWords(rows) : exactly(rows),
  };
}
