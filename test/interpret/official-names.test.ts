import { describe, expect, it } from 'vitest';
import { type Area, area, type Village, villageCounts } from '../../src/domain/areas.ts';
import type { DistrictCode } from '../../src/domain/ids.ts';
import { findVillages } from '../../src/domain/village-search.ts';
import { decide } from '../../src/features/reports/decide.ts';
import { interpret } from '../../src/interpret/interpret.ts';

type Said = readonly [text: (name: string) => string, rows: Readonly<Record<string, string>>];

const SAID: readonly Said[] = [
  [(name) => `${name}: klinik sudah, gudang belum`, { klinik: 'berdiri', gudang: 'belum' }],
  [(name) => `${name} apotek proses`, { apotek: 'proses' }],
  [(name) => `kantor sudah di ${name}`, { kantor: 'berdiri' }],
  [(name) => `desa ${name} simpan pinjam sudah`, { simpan_pinjam: 'berdiri' }],
  // The marks left out, as most write a name.
  [(name) => `${name.replaceAll(/[^\p{L}\d]+/gu, ' ')}: klinik sudah`, { klinik: 'berdiri' }],
];

/** Names that another of their kecamatan is near to, or a part of. */
const PLAIN = [
  ...['Tengah Pisang', 'Pispis', 'Padang Ratu', 'Pong Lengor', 'Ugikebo', 'Digikebo', 'Sipispis', 'Dimpong'],
  ...['Lubuk Pakam III', 'Lembang', 'Kampung', 'Lurah'],
];

const areas = [...villageCounts().keys()].map((code) => area(code as DistrictCode)!);
const villages = areas.flatMap((each) => each.villages.map((village) => ({ village, within: each })));
/** Names with a hyphen, a slash, an apostrophe, brackets, dots or numbers, and those above. */
const odd = villages.filter(({ village }) => /[^a-z ]/i.test(village.name) || PLAIN.includes(village.name));

/** What a camat's text is recorded for, where that is anything else than was said of the village. */
const wrongIn = (within: Area, village: Village): readonly string[] =>
  SAID.flatMap(([text, rows]) =>
    (['addressed', 'overheard'] as const).flatMap((mode) => {
      const said = text(village.name);
      const decision = decide(interpret({ text: said, mode, villages: within.villages, own: [] }), {
        role: 'camat',
        villages: [],
      });
      const recorded = decision.kind === 'report' ? decision.reports : [];
      const isWrong = recorded.some((row) => row.village !== village.code || rows[row.unit] !== row.status);
      const isLess = recorded.length > 0 && recorded.length < Object.keys(rows).length;
      return isWrong || isLess ? [`${within.code} ${mode}: ${said}`] : [];
    }),
  );

describe('the official names of villages', () => {
  it('are read whole, and name no other village and no unit', { timeout: 120_000 }, () => {
    expect(odd.length).toBeGreaterThan(1_000);
    expect(odd.flatMap(({ within, village }) => wrongIn(within, village))).toEqual([]);
  });

  it('are looked up whole', () => {
    const others = odd.filter(({ within, village }) => {
      const { exact } = findVillages(within, village.name);
      return !exact.includes(village) || exact.some(({ name }) => name !== village.name);
    });
    expect(others.map(({ village }) => village.name)).toEqual([]);
  });
});
