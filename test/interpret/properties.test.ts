import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUSES, UNITS } from '../../src/domain/units.ts';
import { formsIn, WORDS } from '../../src/interpret/words.ts';
import { inShort, message, overheard, VILLAGES, verdictOn } from './read-case.ts';

const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 300), seed: 23_112_026 };
const TIME = 600_000;

const NAMES = {
  kantor: 'kantor',
  sembako: 'kios',
  simpan_pinjam: 'usp',
  klinik: 'klinik',
  apotek: 'apotek',
  gudang: 'gudang',
  logistik: 'logistik',
} as const;
const SAID = {
  belum: 'belum',
  proses: 'masih proses',
  berdiri: 'sudah',
  beroperasi: 'sudah beroperasi',
} as const;

const vocabulary = Object.values(WORDS).flatMap((text) => formsIn(text).map(({ form }) => form));
const word = fc.constantFrom(
  ...vocabulary,
  ...VILLAGES.map(({ name }) => name),
  '1',
  '2',
  '3',
  '8',
  '50%',
  '?',
  ',',
  '.',
  ':',
  '\n',
  '-',
  '✅',
);
const chat = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));
const anything = fc.oneof(
  chat,
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
);

/** Clauses on different units, each with its status: "klinik belum". */
const clauses = fc
  .shuffledSubarray([...UNITS], { minLength: 1 })
  .chain((units) =>
    fc.tuple(
      ...units.map((unit) => fc.constantFrom(...STATUSES).map((status) => `${NAMES[unit]} ${SAID[status]}`)),
    ),
  );

describe('for any message', () => {
  it('never throws, and tells a unit of a village once', { timeout: TIME }, () => {
    const who = fc.constantFrom('kades', 'camat', 'none');
    fc.assert(
      fc.property(anything, fc.constantFrom('addressed', 'overheard'), who, (text, mode, role) => {
        const verdict = verdictOn(
          message(text, { mode, sender: { role, villages: role === 'kades' ? ['Petani'] : [] } }),
        );
        if (verdict.kind !== 'report') return;
        expect(verdict.reports.length).toBeGreaterThan(0);
        const rows = verdict.reports.map(({ village, unit }) => `${village}/${unit}`);
        expect(new Set(rows).size).toBe(rows.length);
      }),
      RUNS,
    );
  });

  it('never writes for a village that is not the sender’s', { timeout: TIME }, () => {
    fc.assert(
      fc.property(anything, fc.constantFrom('addressed', 'overheard'), (text, mode) => {
        const verdict = verdictOn(message(text, { mode }));
        if (verdict.kind === 'report')
          expect(verdict.reports.every(({ village }) => village === 'Petani')).toBe(true);
      }),
      RUNS,
    );
  });

  it('gives the same verdict again', { timeout: TIME }, () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(verdictOn(message(text))).toEqual(verdictOn(message(text)));
      }),
      RUNS,
    );
  });
});

describe('overheard', () => {
  const units = new Set([
    ...UNITS.flatMap((unit) => formsIn(WORDS[unit]).map(({ form }) => form)),
    ...formsIn(WORDS.all).map(({ form }) => form),
  ]);
  const unitless = vocabulary.filter((form) => !units.has(form) && !/unit/u.test(form));

  it('nothing without a unit by its name is a report', { timeout: TIME }, () => {
    const words = fc.array(fc.constantFrom(...unitless, '1', '2', '3', '✅', ',', '\n'), { maxLength: 10 });
    fc.assert(
      fc.property(words, (some) => {
        // Words side by side may make the name of a unit: "cold" "storage".
        const text = some.join(' ');
        const isNamed =
          verdictOn(message(text)).kind === 'report' && [...units].some((form) => text.includes(form));
        if (!isNamed) expect(verdictOn(overheard(text)).kind).toBe('none');
      }),
      RUNS,
    );
  });
});

describe('a report', () => {
  const shortOn = (text: string) => inShort(verdictOn(message(text)));
  const same = (text: string, other: string) => {
    expect(shortOn(text), text).toBe(shortOn(other));
  };

  it('is the same with courtesies around it', { timeout: TIME }, () => {
    const before = fc.constantFrom(
      ...[
        'assalamualaikum, ',
        'siap pak, ',
        'mohon izin ndan, ',
        'alhamdulillah ',
        'selamat pagi pak camat. ',
      ],
      ...['izin melaporkan ', 'insya Allah ', ''],
    );
    const after = fc.constantFrom(
      ...[
        ' pak',
        ' 🙏',
        ', terima kasih',
        ' ndan',
        ' pak camat 🙏🙏',
        '. Demikian, terima kasih',
        ' ya bu',
        '',
      ],
    );
    fc.assert(
      fc.property(clauses, before, after, (said, greeting, thanks) => {
        same(`${greeting}${said.join(', ')}${thanks}`, said.join(', '));
      }),
      RUNS,
    );
  });

  it('is the same in whatever order its clauses stand, and however they are divided', {
    timeout: TIME,
  }, () => {
    const divider = fc.constantFrom(', ', '. ', '; ', '\n', ' tapi ', '\n- ');
    const orders = clauses.chain((said) =>
      fc.tuple(fc.constant(said), fc.shuffledSubarray([...said], { minLength: said.length }), divider),
    );
    fc.assert(
      fc.property(orders, ([said, other, between]) => {
        same(other.join(between), said.join(', '));
      }),
      RUNS,
    );
  });

  it('is refused for another village, and so is all that stands with it', { timeout: TIME }, () => {
    const other = fc.constantFrom('Desa Bumbung', 'bumbung', 'ds. Pamesi', 'Air Kulim');
    fc.assert(
      fc.property(clauses, other, (said, village) => {
        expect(shortOn(`${village} ${said.join(', ')}`)).toMatch(/^refuse/u);
      }),
      RUNS,
    );
  });

  it('does not depend on width, case or invisible characters', { timeout: TIME }, () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/gu, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0));
    const typed = fc.constantFrom<(text: string) => string>(
      (text) => text.toUpperCase(),
      wide,
      (text) => text.replaceAll(' ', '\u00a0'),
      (text) => Array.from(text).join('\u200b'),
      (text) => text.replace(/\b\w/gu, (letter) => letter.toUpperCase()),
      (text) => `<b>${text}</b>`,
    );
    fc.assert(
      fc.property(clauses, typed, (said, type) => {
        same(type(said.join(', ')), said.join(', '));
      }),
      RUNS,
    );
  });

  it('is the same whether units are numbered in digits, keycaps or circles', { timeout: TIME }, () => {
    const numbers = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 });
    fc.assert(
      fc.property(numbers, fc.constantFrom(...Object.values(SAID)), (some, status) => {
        const plain = `${some.join(' ')} ${status}`;
        same(`${some.map((number) => `${number}\ufe0f\u20e3`).join('')} ${status}`, plain);
        same(`${some.map((number) => String.fromCodePoint(0x245f + number)).join(' ')} ${status}`, plain);
        same(`${some.join(',')} ${status}`, plain);
      }),
      RUNS,
    );
  });
});
