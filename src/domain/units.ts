const NUMBERS = /^\s*[1-7](?:[\s,.]+[1-7])*[\s.!]*$/;

/** Units by their numbers and nothing else: `1 3 5`. */
export const isNumbers = (text: string): boolean => NUMBERS.test(text);
/** The seven business units of a Koperasi Desa Merah Putih, in the programme's official order (Inpres 9/2025). */
export const UNITS = [
  'kantor',
  'sembako',
  'simpan_pinjam',
  'klinik',
  'apotek',
  'gudang',
  'logistik',
] as const;
export type Unit = (typeof UNITS)[number];

/** The status ladder, from low to high. `belum` is a statement; a unit never reported has no status at all. */
export const STATUSES = ['belum', 'proses', 'berdiri', 'beroperasi'] as const;
export type Status = (typeof STATUSES)[number];

/** The number that people type for a unit, 1 to 7. */
export const numberOf = (unit: Unit): number => UNITS.indexOf(unit) + 1;

/** What counts as established by the deadline. */
export const isEstablished = (status: Status | undefined): boolean =>
  status === 'berdiri' || status === 'beroperasi';

/** True when `to` stands lower on the ladder than `from`; a first status lowers nothing. */
export const lowers = (from: Status | undefined, to: Status): boolean =>
  from !== undefined && STATUSES.indexOf(to) < STATUSES.indexOf(from);

/** One unit of one village with its status: what a message says, and what the ledger takes. */
export interface Row<Village extends string = string> {
  readonly village: Village;
  readonly unit: Unit;
  readonly status: Status;
}
