// The units and the ladder of statuses, each in one place: the rest of the code asks here how many there are.

/** The business units of a Koperasi Desa Merah Putih, in the programme's official order (Inpres 9/2025). */
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

/** How many units have each status. */
export type Counts = Readonly<Record<Status, number>>;
export const NO_COUNTS: Counts = { belum: 0, proses: 0, berdiri: 0, beroperasi: 0 };

/** How many villages have each unit in each status. */
export type UnitCounts = Readonly<Record<Unit, Counts>>;
export const eachUnit = <Value>(of: (unit: Unit) => Value): Readonly<Record<Unit, Value>> =>
  Object.fromEntries(UNITS.map((unit) => [unit, of(unit)])) as Record<Unit, Value>;
export const eachStatus = (of: (status: Status) => number): Counts =>
  Object.fromEntries(STATUSES.map((status) => [status, of(status)])) as Counts;

/** The letter of each status in the commands of buttons. Buttons in old messages keep theirs, so a letter never changes. */
export const STATUS_LETTERS = {
  belum: 'x',
  proses: 'p',
  berdiri: 'b',
  beroperasi: 'o',
} as const satisfies Record<Status, string>;

/** The status that somebody reports who only names a unit, or taps it once. */
export const MENTIONED_STATUS = 'berdiri' satisfies Status;

/** The status of a unit that is open, and not only established. */
export const OPEN_STATUS = 'beroperasi' satisfies Status;

/** From this status on, a unit counts as established by the deadline. */
const ESTABLISHED_FROM = 'berdiri' satisfies Status;

/** The statuses that count as established, from low to high. */
export const ESTABLISHED_STATUSES: readonly Status[] = STATUSES.slice(STATUSES.indexOf(ESTABLISHED_FROM));

/** The number that people type for a unit, from 1 on. */
export const numberOf = (unit: Unit): number => UNITS.indexOf(unit) + 1;

/** The unit of a number as people type it; undefined for any other text, `07` included. */
export const unitNumbered = (number: string): Unit | undefined =>
  UNITS.find((unit) => String(numberOf(unit)) === number);

const NUMBERS = /^\s*\d+(?:[\s,.]+\d+)*[\s.!]*$/;

/** Whether a text is unit numbers and nothing else: `1 3 5`. */
export const isNumbers = (text: string): boolean =>
  NUMBERS.test(text) && text.match(/\d+/g)!.every((number) => unitNumbered(number) !== undefined);

const height = (status: Status): number => STATUSES.indexOf(status);

/** Whether a unit counts as established by the deadline. */
export const isEstablished = (status: Status | undefined): boolean =>
  status !== undefined && ESTABLISHED_STATUSES.includes(status);

/** True when `to` stands lower on the ladder than `from`; a first status lowers nothing. */
export const lowers = (from: Status | undefined, to: Status): boolean =>
  from !== undefined && height(to) < height(from);

/** One unit of one village with its status: what a message says, and what the ledger takes. */
export interface Row<Village extends string = string> {
  readonly village: Village;
  readonly unit: Unit;
  readonly status: Status;
}

export const isSame = (one: Row, other: Row): boolean =>
  one.village === other.village && one.unit === other.unit && one.status === other.status;
