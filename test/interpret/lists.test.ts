import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUSES, type Status, UNITS, type Unit } from '../../src/domain/units.ts';
import type { Message } from '../../src/interpret/types.ts';
import { message, VILLAGES, verdictOn } from './read-case.ts';

/* Whatever is recorded was said: of that village, and of that unit. */

const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 400), seed: 28_112_026 };
const TIME = 600_000;

const CALLED: Readonly<Record<Unit, readonly string[]>> = {
  kantor: ['kantor', 'kantor koperasi'],
  sembako: ['sembako', 'gerai sembako'],
  simpan_pinjam: ['simpan pinjam'],
  klinik: ['klinik'],
  apotek: ['apotek'],
  gudang: ['gudang'],
  logistik: ['logistik'],
};
const SAID: Readonly<Record<Status, readonly string[]>> = {
  belum: ['belum', 'belum ada', '❌'],
  proses: ['proses', 'masih proses', 'sedang dibangun'],
  berdiri: ['sudah', 'sudah berdiri', 'sdh jadi', '✅'],
  beroperasi: ['sudah beroperasi', 'sudah buka'],
};
/** Names that are none of this kecamatan's villages. */
const ELSEWHERE = [
  ...['Sukamaju', 'Air Jamban', 'Desa Harapan Baru', 'Kel. Talang Mandi', 'Dusun Mawar', 'Kp. Baru', 'RW 03'],
  ...['Desa tetangga', 'Yang lain', 'Lainnya', 'Desa lain', 'Kecamatan Mandau', 'Pmt Obo', 'Desa Sukajadi'],
];
/** What tells of no unit. */
const BESIDE = [
  ...['Terima kasih', 'hp 081234567890', 'Laporan per 1 April 2027', 'Foto menyusul', 'Total 13 desa'],
  ...['Rapat hari senin jam 9', 'ttd Camat', 'Demikian laporan kami', 'mobil operasional sudah ada'],
  ...['lahan sudah siap', 'notaris sudah', 'sudah 100 anggota', 'rt 4 sudah', 'plang nama sudah'],
];

interface Row {
  readonly text: string;
  readonly said: ReadonlyMap<Unit, Status>;
}

/** Units, each with its status: "klinik belum, gudang sudah". */
const row = (divider: string): fc.Arbitrary<Row> =>
  fc
    .shuffledSubarray([...UNITS], { minLength: 1, maxLength: 3 })
    .chain((units) =>
      fc.tuple(
        ...units.map((unit) =>
          fc
            .constantFrom(...STATUSES)
            .chain((status) =>
              fc
                .tuple(fc.constantFrom(...CALLED[unit]), fc.constantFrom(...SAID[status]))
                .map((words) => ({ unit, status, text: words.join(' ') })),
            ),
        ),
      ),
    )
    .map((said) => ({
      text: said.map(({ text }) => text).join(divider),
      said: new Map(said.map(({ unit, status }) => [unit, status])),
    }));

const mode = fc.constantFrom<Message['mode']>('addressed', 'overheard');
const divider = fc.constantFrom(', ', ' dan ', '; ', ' / ');
const between = fc.constantFrom('\n', '\n\n', '. ', '; ');

/** Some of them with their numbers, as lists are. */
const numbered = (lines: readonly string[], isNumbered: boolean): readonly string[] =>
  isNumbered ? lines.map((line, at) => `${at + 1}. ${line}`) : lines;

describe('of what is recorded', () => {
  it('nothing was said of another village', { timeout: TIME }, () => {
    const list = divider.chain((inner) =>
      fc.record({
        rows: fc
          .shuffledSubarray([...VILLAGES], { minLength: 1, maxLength: 3 })
          .chain((villages) =>
            fc.tuple(...villages.map(({ name }) => row(inner).map((one) => ({ ...one, name })))),
          ),
        stranger: fc.record({ name: fc.constantFrom(...ELSEWHERE), row: row(inner), at: fc.nat(2) }),
        beside: fc.constantFrom(...BESIDE.slice(0, 8)),
        colon: fc.constantFrom(': ', ' - ', ' ', ' = ', ':\n'),
        outer: between,
        isNumbered: fc.boolean(),
        mode,
      }),
    );
    fc.assert(
      fc.property(list, ({ rows, stranger, beside, colon, outer, isNumbered, mode: how }) => {
        const lines = rows.map(({ name, text }) => `${name}${colon}${text}`);
        lines.splice(
          1 + Math.min(stranger.at, rows.length - 1),
          0,
          `${stranger.name}${colon}${stranger.row.text}`,
        );
        const text = numbered([...lines, beside], isNumbered).join(outer);
        const verdict = verdictOn(message(text, { mode: how, sender: { role: 'camat', villages: [] } }));
        if (verdict.kind !== 'report') return;
        for (const { village, unit, status } of verdict.reports)
          expect([village, rows.find(({ name }) => name === village)?.said.get(unit)], text).toEqual([
            village,
            status,
          ]);
      }),
      RUNS,
    );
  });

  it('nothing was said of what is no unit', { timeout: TIME }, () => {
    const told = fc.constantFrom(', ', ' dan ', '; ', '. ', '\n').chain((inner) =>
      fc.record({
        row: row(inner),
        beside: fc.constantFrom(...BESIDE),
        inner: fc.constant(inner),
        first: fc.boolean(),
        isNumbered: fc.boolean(),
        mode,
      }),
    );
    fc.assert(
      fc.property(told, ({ row: { text: units, said }, beside, inner, first, isNumbered, mode: how }) => {
        const items = first ? [beside, ...units.split(inner)] : [...units.split(inner), beside];
        const text = isNumbered ? numbered(items, true).join('\n') : items.join(inner);
        const verdict = verdictOn(message(text, { mode: how }));
        if (verdict.kind !== 'report') return;
        for (const { unit, status } of verdict.reports)
          expect([unit, said.get(unit)], text).toEqual([unit, status]);
      }),
      RUNS,
    );
  });
});
