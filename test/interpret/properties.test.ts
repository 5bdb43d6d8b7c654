import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUSES, UNITS } from '../../src/domain/units.ts';
import { formsIn, WORDS } from '../../src/interpret/words/tables.ts';
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

/** What else is said in a group; none of it tells of a unit of the sender's. */
const CHAT = [
  'selamat ulang tahun pak camat',
  'turut berduka cita atas wafatnya ibu kades Bumbung',
  'besok rapat jam 9 di kantor camat',
  'rapatnya diundur jam 2 ya pak',
  'jangan lupa bawa materai 2 lembar',
  'Persib menang 3-1 tadi malam',
  'dijual sapi 7 ekor, harga 4 juta',
  'maaf baru balas tadi di sawah',
  'hujan deras dari pagi',
  'jalan ke sini rusak parah',
  'listrik mati dari kemarin',
  'warga minta jembatan diperbaiki',
  'anak saya sakit jadi telat lapor',
  'PBB sudah lunas semua',
  'BLT tahap 3 sudah cair',
  'stunting sudah turun 5 persen',
  'posyandu nomor 2 belum ada bidan',
  'lahan belum ada',
  'dana belum cair',
  'bahan belum datang',
  'musdes sudah selesai',
  'akta sudah jadi',
  'NIB belum terbit',
  'rekening sudah dibuka',
  'anggota sudah 50 orang',
  'pengurus sudah dilantik',
  'kapan bapak turun ke desa',
  'bagaimana desa lain pak',
  'desa sebelah sudah selesai semua',
  'katanya bupati datang',
  'panen tahun ini bagus',
  'semoga tahun depan lebih baik',
  'nanti saya kirim fotonya',
  'tunggu sebentar saya cek dulu',
  'mohon bantuan dananya pak',
  'wkwkwk lucu sekali',
  'toko sebelah tutup',
  'puskesmas sudah buka',
  'sekolah sudah libur',
  'jembatan masih dibangun',
  'masjid sudah selesai direhab',
  'sudah makan belum pak',
  'siap pak laksanakan',
  'berkas pajak lengkap semua',
] as const;

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

  it('does not depend on width, case, spaces, emoji behind it or invisible characters', {
    timeout: TIME,
  }, () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/gu, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0));
    const typed = fc.constantFrom<(text: string) => string>(
      (text) => text.toUpperCase(),
      wide,
      (text) => text.replaceAll(' ', '\u00a0'),
      (text) => Array.from(text).join('\u200b'),
      (text) => text.replace(/\b\w/gu, (letter) => letter.toUpperCase()),
      (text) => `<b>${text}</b>`,
      (text) => text.replaceAll(' ', '  '),
      (text) => `${text} 😊❤️`,
      (text) => `\n${text}\n`,
      (text) => `Assalamualaikum wr wb\n${text}`,
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
        same(`${some.map((number) => String.fromCodePoint(0x1d7ce + number)).join(' ')} ${status}`, plain);
        same(`${some.join(',')} ${status}`, plain);
        same(`${some.join(' sama ')} ${status}`, plain);
      }),
      RUNS,
    );
  });
});

describe('what is not about the units', () => {
  const isReport = (text: string, mode: 'addressed' | 'overheard' = 'addressed') =>
    verdictOn(message(text, { mode })).kind === 'report';
  /** Two hundred other matters that lists are passed round about. */
  const MATTERS = [
    ...[
      'Karhutla',
      'Kuota haji',
      'SPT pajak',
      'Vaksinasi ternak',
      'PBB',
      'Stunting',
      'Posyandu',
      'Imunisasi',
      'BLT',
    ],
    ...[
      'Bansos',
      'DBD',
      'Siskamling',
      'Ronda malam',
      'Gotong royong',
      'Musrenbang',
      'RKPDes',
      'APBDes',
      'Iuran 17an',
    ],
    ...[
      'Absen zoom',
      'Daftar hadir',
      'Undangan rapat',
      'Penerima bantuan',
      'Beras miskin',
      'Raskin',
      'Qurban',
      'Zakat',
    ],
    ...[
      'Takjil',
      'Buka puasa bersama',
      'MTQ',
      'Lomba desa',
      'Pilkades',
      'Pemilu',
      'DPT',
      'TPS',
      'Linmas',
      'Hansip',
    ],
    ...[
      'Jalan rusak',
      'Jembatan',
      'Irigasi',
      'Sawah',
      'Panen padi',
      'Pupuk',
      'Bibit',
      'Sapi',
      'Kambing',
      'PMK',
      'Rabies',
    ],
    ...[
      'Banjir',
      'Longsor',
      'Kebakaran lahan',
      'Puting beliung',
      'Gempa',
      'Pengungsi',
      'Dapur umum',
      'Sampah',
      'Bank sampah',
    ],
    ...['PAMSIMAS', 'Listrik', 'Sinyal', 'Internet', 'BPJS', 'KTP elektronik', 'KIA', 'Akta kelahiran'],
    ...[
      'Pindah domisili',
      'Sertifikat tanah',
      'PTSL',
      'Sengketa lahan',
      'Batas desa',
      'Peta desa',
      'Profil desa',
    ],
    ...[
      'Sensus',
      'Regsosek',
      'Kemiskinan',
      'Pengangguran',
      'TKI',
      'Pelatihan menjahit',
      'PKK',
      'Dasawisma',
      'Karang taruna',
    ],
    ...[
      'Guru ngaji',
      'Honor RT',
      'Gaji perangkat',
      'Siltap',
      'Dana desa tahap 2',
      'LPJ',
      'SPJ',
      'Temuan inspektorat',
    ],
    ...[
      'Kunjungan bupati',
      'Upacara',
      'Seragam',
      'Bendera',
      'Umbul-umbul',
      'Foto bersama',
      'Kaos',
      'Konsumsi',
      'Sewa tenda',
    ],
    ...[
      'Ambulans',
      'Bidan',
      'Pustu',
      'Lansia',
      'Disabilitas',
      'Ibu hamil',
      'Gizi buruk',
      'TBC',
      'HIV',
      'Malaria',
      'Fogging',
    ],
    ...[
      'SD negeri',
      'PAUD',
      'Beasiswa',
      'Putus sekolah',
      'Perpustakaan',
      'Tower',
      'Wifi',
      'CCTV',
      'Portal desa',
      'Website',
    ],
    ...[
      'Bumdes',
      'Wisata',
      'Pasar malam',
      'Sepak bola',
      'Voli',
      'Senam',
      'Pengajian',
      'Maulid',
      'Isra miraj',
      'Halal bihalal',
    ],
    ...[
      'Kerja bakti',
      'Penghijauan',
      'Mangrove',
      'Sungai',
      'Drainase',
      'Lampu jalan',
      'Pos ronda',
      'Bale banjar',
    ],
    ...[
      'Arisan',
      'Tabungan',
      'Kredit macet',
      'Pinjol',
      'Judi online',
      'Narkoba',
      'Curanmor',
      'Konflik warga',
      'Demo',
    ],
    ...[
      'Surat edaran',
      'Instruksi gubernur',
      'Monev',
      'Rakor',
      'Bimtek',
      'Studi banding',
      'Evaluasi LPPD',
      'Zoom meeting',
    ],
    ...[
      'Setoran',
      'Tunggakan',
      'Retribusi',
      'Pajak kendaraan',
      'Samsat keliling',
      'SIM kolektif',
      'Donor darah',
      'Khitanan',
    ],
    ...[
      'Vaksin',
      'Masker',
      'Isolasi mandiri',
      'Posko',
      'Piket',
      'Jadwal imam',
      'Muadzin',
      'Khatib',
      'Petugas kebersihan',
    ],
  ];
  const SAID = [
    'nihil',
    'lengkap',
    'semua',
    'sudah semua',
    'semua sudah',
    '✅',
    '❌',
    '4',
    '1 2 5',
    'sudah',
    'belum',
    '100%',
    'ada',
  ];
  const matter = fc.constantFrom(...MATTERS);
  const rows = fc.array(fc.constantFrom(...SAID), { minLength: 3, maxLength: 8 });

  it('a list about something else never writes', { timeout: TIME }, () => {
    const index = fc.constantFrom('', 'n');
    const between = fc.constantFrom(' : ', ' ', ': ', ' - ');
    fc.assert(
      fc.property(matter, rows, index, between, (heading, said, numbered, joint) => {
        const list = said.map((one, at) => `${numbered && `${at + 1}. `}${VILLAGES[at]!.name}${joint}${one}`);
        const text = [heading, ...list].join('\n');
        expect(isReport(text) || isReport(text, 'overheard'), text).toBe(false);
      }),
      RUNS,
    );
  });

  it('without a status, only units and courtesy are a report', { timeout: TIME }, () => {
    const names = fc.array(fc.constantFrom(...Object.values(NAMES), '1', '2', '5'), {
      minLength: 1,
      maxLength: 3,
    });
    const strange = fc.constantFrom(
      ...[
        'soal',
        'lahan',
        'warga',
        'kunci',
        'anggaran',
        'katanya',
        'kalau',
        'besok',
        'mohon bantuan untuk',
        'tukang',
        'banjir',
      ],
    );
    fc.assert(
      fc.property(names, strange, fc.boolean(), (units, word, first) => {
        const text = first ? `${word} ${units.join(', ')}` : `${units.join(', ')} ${word}`;
        expect(isReport(text), text).toBe(false);
      }),
      RUNS,
    );
  });

  it('a number that counts the units named behind it is none of them', { timeout: TIME }, () => {
    const heads = fc.constantFrom<(number: number) => string>(
      (number) => `${number} sudah`,
      (number) => `sudah ${number}`,
      (number) => `ada ${number} yang sudah`,
      (number) => `baru ${number} yang berdiri pak`,
      (number) => `${number} belum ada`,
    );
    const marks = fc.constantFrom<(list: string) => string>(
      (list) => `: ${list}`,
      (list) => `, ${list}`,
      (list) => ` (${list})`,
      (list) => ` yaitu ${list}`,
    );
    const some = fc.shuffledSubarray([...UNITS], { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        some,
        heads,
        marks,
        fc.constantFrom('addressed', 'overheard'),
        (units, head, mark, mode) => {
          const counted = UNITS[units.length - 1]!;
          if (units.includes(counted)) return;
          const text = `${head(units.length)}${mark(units.map((unit) => NAMES[unit]).join(', '))}`;
          const verdict = verdictOn(message(text, { mode }));
          const told = verdict.kind === 'report' ? verdict.reports.map(({ unit }) => unit) : [];
          expect(told, text).not.toContain(counted);
        },
      ),
      RUNS,
    );
  });

  it.each(['addressed', 'overheard'] as const)(
    'chat beside a report, however it is joined to it, adds no row and changes none: %s',
    { timeout: TIME },
    (mode) => {
      const rowsOf = (text: string, as: 'addressed' | 'overheard') => {
        const verdict = verdictOn(message(text, { mode: as }));
        return verdict.kind === 'report'
          ? verdict.reports.map(({ unit, status }) => `${unit}=${status}`)
          : [];
      };
      const between = fc.constantFrom('. ', ', ', '\n');
      const joints = fc.constantFrom('. ', ', ', '\n', ' ', ' - ', '; ');
      fc.assert(
        fc.property(
          clauses,
          between,
          fc.constantFrom(...CHAT),
          joints,
          fc.boolean(),
          (said, and, chat, joint, first) => {
            const report = said.join(and);
            const text = first ? `${chat}${joint}${report}` : `${report}${joint}${chat}`;
            const known = rowsOf(report, 'addressed');
            expect(
              rowsOf(text, mode).filter((row) => !known.includes(row)),
              text,
            ).toEqual([]);
          },
        ),
        RUNS,
      );
    },
  );
});

describe('beside others and other things, a unit', () => {
  const names = fc.constantFrom('kantor', 'kios', 'klinik', 'apotek', 'gudang', 'simpan pinjam');
  const statuses = fc.constantFrom('sudah ada', 'sdh jadi', 'sudah jalan', 'sudah beres pak', 'udah selesai');
  const others = fc.constantFrom('KUD', 'KUD lama', 'gapoktan', 'koperasi lain', 'BUMDes', 'kelompok tani');
  const people = fc.constantFrom(
    'pak camat',
    'mereka',
    'dia',
    'warga',
    'tetangga',
    'bos',
    'toke sawit',
    'pak kades',
  );
  const stuff = fc.constantFrom(
    'semen',
    'meja kursi',
    'rak',
    'keramik',
    'obat',
    'timbangan',
    'komputer',
    'dana',
  );
  const talks = fc.constantFrom(
    'kerja sama',
    'kerjasama',
    'MoU',
    'kesepakatan',
    'rapat',
    'koordinasi',
    'hubungan',
  );
  const behind = (front: fc.Arbitrary<string>, ...links: readonly string[]) =>
    fc
      .tuple(front, fc.constantFrom(...links), names, statuses)
      .map(([first, link, name, status]) => `${first} ${link} ${name} ${status}`);

  it.each([
    ['is theirs', behind(others, 'punya', 'sudah punya', 'bangun', 'itu')],
    ['is whose they say', behind(people, 'punya', 'memiliki', 'mempunyai')],
    ['is given something', behind(stuff, 'untuk', 'utk', 'buat')],
    ['is agreed with', behind(talks, 'dengan', 'dgn', 'antara')],
    ['is repaired', behind(fc.constant('perbaikan'), '', 'gedung', 'atap', 'bangunan')],
  ] as const)('%s: nothing is written', (_, texts) => {
    fc.assert(
      fc.property(texts, fc.constantFrom('addressed', 'overheard'), (text, mode) => {
        expect(verdictOn(message(text, { mode })).kind, text).not.toBe('report');
      }),
      RUNS,
    );
  });

  it("is the cooperative's own where the words say nothing else", () => {
    const fronts = fc.constantFrom(
      '',
      'untuk',
      'pak camat,',
      'kami punya',
      'koperasi punya',
      'perbaikan:',
      'pak, untuk',
    );
    fc.assert(
      fc.property(fronts, names, statuses, (front, name, status) => {
        const text = `${front} ${name} ${status}`;
        expect(verdictOn(message(text)).kind, text).toBe('report');
      }),
      RUNS,
    );
  });
});
