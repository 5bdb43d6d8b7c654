import { describe, expect, it } from 'vitest';
import type { Unit } from '../../src/domain/units.ts';
import { answer, fromCamat, inShort, message, overheard, verdictOn } from './read-case.ts';

describe('the message around a report', () => {
  it('strips the command, whatever its case and whoever it is addressed to', () => {
    expect(
      ['/lapor kantor', '/LAPOR kantor', '/lapor@kopdes_bot petani kantor'].map((text) => answer(text)),
    ).toEqual(Array.from({ length: 3 }, () => 'kantor=berdiri'));
  });

  it('marks what was only named', () => {
    expect(verdictOn(message('1 3'))).toMatchObject({
      kind: 'report',
      reports: [{ bare: true }, { bare: true }],
    });
    expect(verdictOn(message('1 sudah'))).toEqual({
      kind: 'report',
      reports: [{ village: 'Petani', unit: 'kantor', status: 'berdiri' }],
      notTaken: [],
      otherMatters: [],
    });
  });

  it('names what was not taken, and why', () => {
    const verdict = verdictOn(message('kantor sudah, klinik bulan depan, apotek bagaimana?'));
    expect(verdict).toMatchObject({
      notTaken: [
        { village: 'Petani', unit: 'klinik', why: 'plan' },
        { village: 'Petani', unit: 'apotek', why: 'question' },
      ],
    });
  });
});

describe('what is not plain is asked', () => {
  it.each([
    'hanya klinik yang belum',
    'kantor jadi bulan depan',
    'klinik buka tgl 5',
    'klinik sudah dibangun',
    'klinik siap buka',
    'kios belum ada isinya',
    'gudang sembako sudah',
    'kois sudah',
    'beberapa unit sudah',
    'klinik 2 sudah',
    'kantor sudah, klinik sudah?',
    'semua belum kecuali kantor',
    'Kantor ✅\nKios ✅\nKlinik',
    'kantor sudah, maaf salah',
    '+4 -5',
    '-4 +5',
    '4+ 5-',
    '4 ➕ 5 ➖',
    'kantor +, gudang -',
    'kantor (+) gudang (-)',
    '+ kantor\n- gudang',
  ])('%s', (text) => expect(answer(text)).toMatch(/^ask/u));

  it('but a plus that joins and a dash that leads from one to another', () => {
    expect(
      ['4+5', '4 + 5', '1-3 +5', '- kantor + klinik', 'kantor + klinik - sudah'].map((text) => answer(text)),
    ).toEqual([
      'apotek=berdiri klinik=berdiri',
      'apotek=berdiri klinik=berdiri',
      'apotek=berdiri kantor=berdiri sembako=berdiri simpan_pinjam=berdiri',
      'kantor=berdiri klinik=berdiri',
      'kantor=berdiri klinik=berdiri',
    ]);
  });
});

describe('whose village', () => {
  const several = { role: 'kades', villages: ['Petani', 'Bumbung'] } as const;

  it('takes the village that the message is about', () => {
    expect(inShort(verdictOn({ ...fromCamat('kantor sudah'), about: 'Bumbung' }))).toBe(
      'Bumbung/kantor=berdiri',
    );
    expect(inShort(verdictOn(message('kantor sudah', { sender: several, about: 'Bumbung' })))).toBe(
      'Bumbung/kantor=berdiri',
    );
  });

  it('takes no report on a village of another kecamatan for one on the own village', () => {
    for (const text of ['14.03.09.2011 kantor sudah berdiri', 'kantor sudah berdiri 14.03.09.2011'])
      expect(verdictOn(message(text)).kind, text).toBe('ask');
    expect(verdictOn(fromCamat('14.03.09.2011 kantor sudah')).kind).toBe('ask');
    expect(verdictOn(overheard('kantor koperasi 14.03.09.2011 sudah berdiri')).kind).toBe('none');
  });

  it('asks the head of several villages, and the head of another than the one it is about', () => {
    expect(verdictOn(message('kantor sudah', { sender: several }))).toMatchObject({
      kind: 'ask',
      reason: { kind: 'which-village', villages: ['Petani', 'Bumbung'] },
    });
    expect(verdictOn(message('kantor sudah', { about: 'Bumbung' }))).toMatchObject({
      kind: 'ask',
      reason: { kind: 'which-village', villages: ['Petani'] },
    });
  });

  it('lets a name in the message count for more than what it is about', () => {
    expect(inShort(verdictOn({ ...fromCamat('Pamesi kantor sudah'), about: 'Bumbung' }))).toBe(
      'Pamesi/kantor=berdiri',
    );
  });
});

describe('a reply to a reminder', () => {
  const listed: ReadonlyMap<string, readonly Unit[]> = new Map([['Petani', ['klinik', 'apotek', 'gudang']]]);

  it.each([
    ['belum ada', 'apotek=belum gudang=belum klinik=belum'],
    ['nihil pak', 'apotek=belum gudang=belum klinik=belum'],
    ['klinik sudah, sisanya belum', 'apotek=belum gudang=belum klinik=berdiri'],
    ['sisanya belum', 'apotek=belum gudang=belum klinik=belum'],
  ])('%s speaks of the units listed', (text, rows) => expect(answer(text, { listed })).toBe(rows));
});

describe('readings to choose from', () => {
  const readings = (text: string, more = {}) => {
    const verdict = verdictOn(message(text, more));
    return verdict.kind === 'ask'
      ? verdict.readings.map((rows) =>
          rows.map(({ village, unit, status }) => `${village}/${unit}=${status}`),
        )
      : [];
  };

  it('are whole reports', () => {
    expect(readings('kantor sudah, klinik sudah, klinik belum')).toEqual([
      ['Petani/kantor=berdiri', 'Petani/klinik=berdiri'],
      ['Petani/kantor=berdiri', 'Petani/klinik=belum'],
    ]);
    expect(readings('toko belum')).toEqual([['Petani/sembako=belum'], ['Petani/apotek=belum']]);
    expect(readings('kantor sudah, kios, klinik belum')).toEqual([
      ['Petani/kantor=berdiri', 'Petani/sembako=berdiri', 'Petani/klinik=belum'],
      ['Petani/kantor=berdiri', 'Petani/sembako=belum', 'Petani/klinik=belum'],
    ]);
  });

  it('name the villages that a name fits', () => {
    const villages = ['Bukit Batu', 'Bukit Bata'].map((name) => ({ code: name, name }));
    expect(readings('bukit batk kios sudah', { villages, sender: { role: 'camat', villages: [] } })).toEqual([
      ['Bukit Batu/sembako=berdiri'],
      ['Bukit Bata/sembako=berdiri'],
    ]);
  });
});

describe('a reposted list', () => {
  const list =
    'REKAP\nKeadaan 23-11-2026 16.05\n1. Petani : kantor, kios\n2. Bumbung : kantor\n3. Pamesi : -';

  it("gives the sender's own rows and the time it carries", () => {
    expect(verdictOn(message(list))).toMatchObject({
      reports: [
        { village: 'Petani', unit: 'kantor' },
        { village: 'Petani', unit: 'sembako' },
      ],
      list: { asOf: '23-11-2026 16.05' },
    });
  });

  it('gives a camat all rows', () => {
    expect(inShort(verdictOn(fromCamat(list)))).toBe('Bumbung/kantor=berdiri kantor=berdiri sembako=berdiri');
  });

  it('is no list with one row', () => {
    expect(verdictOn(message('Petani : kantor'))).not.toHaveProperty('list');
  });
});

describe('overheard', () => {
  it.each([
    ['kantor siap pak', 'kantor=berdiri'],
    ['klinik belum pak, lahannya masih sengketa', 'klinik=belum'],
    ['gudang kami masih dibangun pak', 'gudang=proses'],
    ['ketujuh unit koperasi kami sudah berdiri', expect.stringContaining('apotek=berdiri')],
    ['1 3 5 sudah', 'none'],
    ['semua sudah', 'none'],
    ['kantor camat sudah buka', 'none'],
    ['apotek k24 sudah buka', 'none'],
    ['gudang beras sudah jadi', 'none'],
    ['saya sudah di kantor', 'none'],
    ['klinik sudah buka wkwk', 'none'],
    ['klinik Bumbung sudah buka', 'none'],
    ['sembako sudah ada', 'none'],
    ['kios kami sudah tutup pak, besok buka lagi', 'none'],
    ['tinggal klinik yang belum pak', 'none'],
    ['gudang pak kades sudah jadi', 'none'],
    ['Alhamdulillah hari ini klinik kami resmi beroperasi', 'klinik=beroperasi'],
    ['mohon kades yang kiosnya sudah buka mengirim foto', 'none'],
  ])('%s: %s', (text, verdict) => expect(inShort(verdictOn(overheard(text)))).toEqual(verdict));
});

describe('more than anyone says', () => {
  const units = ['kantor', 'kios', 'simpan pinjam', 'klinik', 'apotek', 'gudang', 'logistik'];
  const villages = Array.from({ length: 25 }, (_, at) => `Desa${String.fromCodePoint(97 + at)}ku`).map(
    (name) => ({
      code: name,
      name,
    }),
  );
  const list = villages
    .map(({ name }, at) => `${at + 1}. ${name} : ${units.map((unit) => `${unit} sudah berdiri`).join(', ')}`)
    .join('\n');

  it('is not the longest list of the bot, every unit filled in in words', () => {
    const verdict = verdictOn({ ...fromCamat(list), villages });
    expect(verdict.kind === 'report' && verdict.reports.length).toBe(25 * 7);
  });

  it.each(['1 ', '1 2 3 4 5 6 7 ', 'kantor sudah. ', 'usp?', 'sudah\n', 'a.'])(
    '%j over and over is asked about when addressed, and else passed over',
    (piece) => {
      const text = piece.repeat(4096 / piece.length);
      expect([answer(text), answer(text, { mode: 'overheard' })]).toEqual(['ask unclear', 'none']);
    },
  );
});
