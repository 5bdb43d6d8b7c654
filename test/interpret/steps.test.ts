import { describe, expect, it } from 'vitest';
import { chunksOf, cutAtCommas } from '../../src/interpret/parse/chunks.ts';
import { rowsOf } from '../../src/interpret/parse/lines.ts';
import { isGroup } from '../../src/interpret/parse/part-builder.ts';
import { partsOf } from '../../src/interpret/parse/parts.ts';
import { readClaims } from '../../src/interpret/parse/predicates.ts';
import { segmentsOf } from '../../src/interpret/parse/segments.ts';
import { attach } from '../../src/interpret/resolve/attach.ts';
import { combine } from '../../src/interpret/resolve/combine.ts';
import { villageFinders } from '../../src/interpret/tag/gazetteer.ts';
import { reader } from '../../src/interpret/tag/lexicon.ts';
import { literalAt, numbersIn } from '../../src/interpret/tag/literals.ts';
import { normalise } from '../../src/interpret/tag/normalise.ts';
import { tagTokens } from '../../src/interpret/tag/tagger.ts';
import { tokenise } from '../../src/interpret/tag/tokens.ts';
import { isOneTypo, typoFinder } from '../../src/interpret/tag/typos.ts';
import { formsIn, WORDS } from '../../src/interpret/words/tables.ts';
import { reading, VILLAGES } from './read-case.ts';

const tags = (text: string) => tagTokens(tokenise(normalise(text)), VILLAGES);
const kinds = (text: string) => tags(text).map(({ is, units }) => (is === 'unit' ? units!.join('+') : is));
const pieces = (text: string) =>
  cutAtCommas(segmentsOf({ tags: tags(text), item: false, others: false })[0]!);

describe('normalise', () => {
  it.each([
    ['ＫＡＮＴＯＲ １ ３', 'kantor 1 3'],
    ['1️⃣2️⃣', ' 1 2 '],
    ['①③', ' 1 3 '],
    ['1½', '1 1/2 '],
    ['kan\u200btor\u00a0sudah', 'kantor sudah'],
    ['<b>kantor</b> sudah', ' kantor  sudah'],
    ['<script>alert("kantor sudah")</script>', ' '],
    ['/lapor@kopdes_bot kantor', ' kantor'],
    ['/LAPOR\nkantor', ' \nkantor'],
    ['kantor — sudah', 'kantor - sudah'],
    ['Klínik', 'klinik'],
    ['ﷺ kantor', ' kantor'],
    ['kantor\r\nkios', 'kantor\nkios'],
    ['tulis ke a.b@c.example', 'tulis ke www.'],
  ])('%j is read as %j', (typed, read) => expect(normalise(typed)).toBe(read));
});

describe('tokenise', () => {
  it('cuts words, digits and marks, and knows what is glued', () => {
    expect(tokenise('1,3 sdh✅').map(({ kind, text, glued }) => [kind, text, glued])).toEqual([
      ['digits', '1', false],
      ['mark', ',', true],
      ['digits', '3', true],
      ['word', 'sdh', false],
      ['mark', '✅', true],
    ]);
  });

  it.each([
    ['0812-3456-7890', 'phone'],
    ['+62 812-0000-0000', 'phone'],
    ['081200000000', 'phone'],
    ['14.03.16.2001', 'code'],
    ['https://contoh.example/kantor', 'link'],
    ['2025', 'digits'],
  ])('%s is one %s', (text, kind) => expect(tokenise(text).map((token) => token.kind)).toEqual([kind]));
});

describe('slips', () => {
  it.each([
    ['klinek', 'klinik'],
    ['gudag', 'gudang'],
    ['kantorr', 'kantor'],
    ['knator', 'kantor'],
  ])('%s is one slip from %s', (typed, meant) => expect(isOneTypo(typed, meant)).toBe(true));

  it.each([
    ['kantor', 'kantor'],
    ['kator', 'kantong'],
    ['abcd', 'badc'],
  ])('%s is not one slip from %s', (typed, meant) => expect(isOneTypo(typed, meant)).toBe(false));

  it('finds every slip of a word, wherever it is', () => {
    const find = typoFinder([
      'gudang',
      'apotek',
      'klinik',
      'kantor',
      'berdiri',
      'buluhmanis',
      'proses',
      'belum',
    ]);
    const typosOf = (word: string) =>
      Array.from(word).flatMap((letter, at) => {
        const [before, after] = [word.slice(0, at), word.slice(at + 1)];
        const swapped =
          after && after[0] !== letter ? [`${before}${after[0]}${letter}${after.slice(1)}`] : [];
        return [before + after, `${before}x${after}`, `${before}x${letter}${after}`, ...swapped];
      });
    for (const word of ['gudang', 'apotek', 'berdiri', 'buluhmanis', 'belum'])
      for (const typed of [...typosOf(word), `${word}x`]) expect(find(typed), typed).toContain(word);
  });

  it('puts the longer word first: a letter is left out more often than added', () => {
    expect(typoFinder(['sudah', 'sesudah'])('seudah')).toEqual(['sesudah', 'sudah']);
  });

  it('finds words of five letters or more', () => {
    const find = typoFinder(['kios', 'klinik', 'gudang']);
    expect([find('klinek'), find('kois'), find('xxxxxx'), find('x'.repeat(1000))]).toEqual([
      ['klinik'],
      [],
      [],
      [],
    ]);
  });
});

describe('the tables', () => {
  const forms = Object.entries(WORDS).flatMap(([means, text]) =>
    formsIn(text).map(({ form }) => [form, means] as const),
  );

  it('hold every word once', () => {
    const twice = forms.filter(([form], at) => forms.findIndex(([other]) => other === form) !== at);
    expect(twice).toEqual([]);
  });

  it('hold words as they are read: in lower case and normalised', () => {
    expect(
      forms.filter(([form]) => normalise(form).trim() !== form && !/[^\p{L}\p{N} '/&+%-]/u.test(form)),
    ).toEqual([]);
  });

  it.each(forms)('%s means %s', (form, means) => {
    const tokens = tokenise(form.normalize('NFKD'));
    expect(reader(tokens)(0)).toMatchObject({ means });
  });
});

describe('lexicon', () => {
  const means = (text: string) => reader(tokenise(text))(0)?.means;
  it.each([
    ['sudaaah', 'sudah'],
    ['kliniknya', 'klinik'],
    ['kantore', 'kantor'],
    ['sudahkah', 'question'],
    ['simpan-pinjam', 'simpan_pinjam'],
    ['simpanpinjam', 'simpan_pinjam'],
    ['cold storage', 'gudang'],
    ['s/d', 'to'],
    ['gudnag', 'gudang'],
    ['tiga', 3],
    ['gadang', 'other'],
    ['asdfgh', undefined],
  ])('%s means %s', (text, meaning) => expect(means(text)).toBe(meaning));
});

describe('a slip of several words', () => {
  it.each([
    ['sudang', ['unknown']],
    ['sedang', ['sedang']],
  ])('%s is %j', (text, read) => expect(kinds(text)).toEqual(read));
});

describe('villages', () => {
  const find = (text: string) => villageFinders(VILLAGES, tokenise(normalise(text))).villageAt(0);
  it.each([
    ['air kulim', ['Air Kulim'], 'whole'],
    ['kesumboampai', ['Kesumbo Ampai'], 'whole'],
    ['bulu manis', ['Buluh Manis'], 'slip'],
    ['kulim', ['Air Kulim'], 'part'],
  ])('%s is %j, found by its %s', (text, codes, by) => expect(find(text)).toMatchObject({ codes, by }));

  it('gives every village that a name fits', () => {
    const villages = ['Bukit Batu', 'Bukit Bata'].map((name) => ({ code: name, name }));
    expect(villageFinders(villages, tokenise('bukit batk')).villageAt(0)?.codes).toEqual([
      'Bukit Batu',
      'Bukit Bata',
    ]);
  });

  it('knows codes', () => {
    const villages = [{ code: '14.03.16.2001', name: 'Petani' }];
    expect(villageFinders(villages, tokenise('14.03.16.2001')).villageAt(0)?.codes).toEqual([
      '14.03.16.2001',
    ]);
  });

  it('takes a name that is an ordinary word for one only behind "desa"', () => {
    const villages = [{ code: 'Gudang', name: 'Gudang' }];
    const read = (text: string) => tagTokens(tokenise(text), villages).map(({ is }) => is);
    expect([read('gudang belum'), read('desa gudang belum')]).toEqual([
      ['unit', 'belum'],
      ['desa', 'village', 'belum'],
    ]);
  });
});

describe('numbers', () => {
  it.each([
    ['1,3,5', [1, 3, 5]],
    ['1.3.5', [1, 3, 5]],
    ['1-4', [1, 2, 3, 4]],
    ['1-3,5', [1, 2, 3, 5]],
    ['1-3-5', [1, 3, 5]],
    ['4-1', []],
    ['1/2', []],
  ])('%s lists %j', (text, numbers) => {
    const digits = tokenise(text).map(({ kind, text, glued }) => {
      const is =
        kind === 'digits'
          ? ('digits' as const)
          : ({ ',': 'comma', '.': 'stop', '-': 'dash', '/': 'slash' } as const)[text]!;
      return { is, text, glued, value: Number(text) };
    });
    expect(numbersIn(literalAt(digits, 0)!)).toEqual(numbers);
  });

  it.each([
    ['1 sampai 3', ['kantor+sembako+simpan_pinjam']],
    ['8', ['bad number']],
    ['2 unit', ['counted']],
    ['7 unit', ['all']],
    ['jam 3', ['period', 'quantity']],
    ['rp 2 juta', ['measured', 'quantity', 'measure']],
    ['tgl 5', ['measured', 'date']],
    ['08.30', ['quantity']],
    ['15/5/2025', ['quantity']],
    ['65%', ['share']],
    ['2 bulan lalu', ['quantity', 'now']],
  ])('%s is %j', (text, read) => expect(kinds(text)).toEqual(read));
});

describe('context', () => {
  it.each([
    ['siap pak', ['courtesy', 'title']],
    ['kantor siap', ['kantor', 'siap']],
    ['jadi kantor sudah', ['filler', 'kantor', 'sudah']],
    ['kantor jadi', ['kantor', 'jadi']],
    ['di kantor', ['at', 'place']],
    ['jalan gudang', ['unknown', 'gudang']],
    ['kantor pak camat sudah', ['lookalike', 'title', 'office', 'sudah']],
    ['pak rahmat', ['title', 'filler']],
    ['apotek sama', ['apotek', 'also']],
    ['kec klinik', ['except', 'klinik']],
    ['kec dumai', ['area', 'place']],
    ['2 minggu lagi', ['quantity', 'measure', 'plan']],
  ])('%s: %j', (text, read) => expect(kinds(text)).toEqual(read));
});

describe('lines', () => {
  it('drops indexes of rows and names, keeps those that are units', () => {
    expect(
      reading('1. Klinik sudah\n2. sudah').lines.map((line) => line.tags.map(({ text }) => text)),
    ).toEqual([
      ['klinik', 'sudah'],
      ['2', '.', 'sudah'],
    ]);
  });

  it('finds the rows of a list with the lines under them, and ends them at a note', () => {
    const rows = rowsOf(
      reading('REKAP\nPetani : kantor\n- kios\nBumbung : kios\nKet : kantor koperasi').lines,
    );
    expect(rows.map(({ village, lines }) => [village, lines.length])).toEqual([
      [['Petani'], 2],
      [['Bumbung'], 1],
    ]);
  });
});

describe('segments and chunks', () => {
  it.each([
    ['kantor sudah tapi klinik belum', [undefined, 'but']],
    ['kantor sudah. klinik belum', [undefined, undefined]],
    ['kantor sudah, ralat belum', [undefined, 'correction']],
    ['Pamesi kantor sudah, Bumbung kios belum', [undefined, undefined]],
    ['kantor, kios sudah', [undefined]],
  ])('%s: %j', (text, leads) =>
    expect(segmentsOf({ tags: tags(text), item: false, others: false }).map(({ lead }) => lead)).toEqual(
      leads,
    ),
  );

  it('leaves out chunks of another matter', () => {
    expect(chunksOf(pieces('klinik belum, bidannya pindah')).map(({ tags }) => tags.length)).toEqual([2, 0]);
  });
});

describe('claims', () => {
  const says = (text: string) => readClaims(tags(text), false).map((claim) => claim.says);
  it.each([
    ['belum siap', ['not there']],
    ['belum selesai', ['unfinished']],
    ['tidak jadi', ['gone']],
    ['sudah tidak proses, sudah jadi', ['no longer', 'berdiri']],
    ['selesai dibangun', ['berdiri']],
    ['sudah mulai dibangun', ['proses']],
    ['sudah dibangun', ['doubt']],
    ['sudah ada rencana', ['berdiri', 'fails']],
    ['besok selesai', ['plan', 'plan']],
    ['tinggal finishing', ['proses']],
  ])('%s claims %j', (text, claims) => expect(says(text)).toEqual(claims));
});

describe('combine', () => {
  it.each([
    ['sudah berdiri dan beroperasi', { is: 'status', status: 'beroperasi' }],
    ['belum beroperasi tapi sudah berdiri', { is: 'status', status: 'berdiri' }],
    ['belum ada masih proses', { is: 'status', status: 'proses' }],
    ['belum rencana bulan depan', { is: 'status', status: 'belum' }],
    ['sudah ada belum selesai', { is: 'contradiction', statuses: ['berdiri', 'proses'] }],
    ['bagaimana sudah', { is: 'question' }],
  ])('%s', (text, outcome) => expect(combine(readClaims(tags(text), false))).toEqual(outcome));
});

describe('parts and their assignment', () => {
  const held = (text: string) =>
    attach(partsOf(pieces(text))).held.map(({ group, claims, ambiguous }) => [
      group.units.join('+'),
      ambiguous ? 'ambiguous' : claims.map(({ says }) => says).join(),
    ]);
  it.each([
    [
      'kantor, kios sudah',
      [
        ['kantor', 'done'],
        ['sembako', 'done'],
      ],
    ],
    ['sudah kantor dan kios', [['kantor+sembako', 'done']]],
    [
      'kantor sudah kios klinik belum',
      [
        ['kantor', 'done'],
        ['sembako+klinik', 'not yet'],
      ],
    ],
    [
      'kantor sudah, kios, klinik belum',
      [
        ['kantor', 'done'],
        ['sembako', 'ambiguous'],
        ['klinik', 'not yet'],
      ],
    ],
    [
      'sudah kantor, kios, belum klinik',
      [
        ['kantor', 'done'],
        ['sembako', 'done'],
        ['klinik', 'not yet'],
      ],
    ],
    [
      'kantor belum, kios',
      [
        ['kantor', 'not yet'],
        ['sembako', 'ambiguous'],
      ],
    ],
  ])('%s', (text, expected) => expect(held(text)).toEqual(expected));

  it('puts the units that are left out aside', () => {
    const part = partsOf(pieces('semua sudah kecuali klinik, apotek')).filter(isGroup);
    expect(part.map(({ scope, left }) => [scope, left])).toEqual([
      ['all', undefined],
      ['these', 'except'],
      ['these', undefined],
    ]);
  });
});
