import { expect, it } from 'vitest';
import { openDistrict, openReportingRegency, REPORTED_AT } from '../regency.ts';
import { open, person, register, VILLAGES } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

const TO_BOT = { mentionsBot: true };

onEveryPlatform('a name behind a command in the group of a kabupaten', (stage) => {
  it('is a village of it, a kecamatan or the kabupaten, in whatever form it is written', async () => {
    const kadis = await openReportingRegency(stage());
    for (const words of [
      'status Petani',
      'rekap desa petani',
      'belum Petani pak',
      'rekap Bathin Solapan Petani',
    ])
      await kadis
        .says(`/${words}`)
        .hears('Desa Petani, Kecamatan Bathin Solapan · 7 dari 7 berdiri', /^(?![\s\S]*Rekap KDMP)/);
    await kadis.says('/riwayat Petani').hears('Riwayat Desa Petani');
    await kadis.says('/riwayat').hears('Riwayat kecamatan mana?');
    await kadis.says('mandau').hears('Riwayat Kecamatan Mandau');
    await kadis.says('/rekap 2').hears('Rekap KDKMP Kecamatan Mandau');
    await kadis.says('/rekap 12').hears('"12" tidak ditemukan');
    for (const words of ['Kabupaten Bengkalis', 'kab. bengkalis', 'kab pak', 'dong', 'hari ini'])
      await kadis.says(`/rekap ${words}`).hears('Rekap KDKMP Kabupaten Bengkalis', 'Mandau 3/77');
    await kadis.says('/rekap utk kec. mandau ya').hears('Kecamatan Mandau');
    await kadis
      .says('/status Mandau')
      .hears('Kecamatan Mandau', 'kantor koperasi: 1 berdiri dan 10 belum lapor');
    await kadis.says('/belum Mandau').hears('Yang belum berdiri atau belum dilaporkan di Kecamatan Mandau');
    await kadis.says('/rekap Bengkalis').hears('Kecamatan Bengkalis belum memakai bot ini');
    await kadis
      .says('/rekap Petani gambar')
      .hears(
        '"gambar" tidak dikenali di sini; berikut Desa Petani',
        'Desa Petani, Kecamatan Bathin Solapan · 7 dari 7 berdiri',
      );
    await kadis.says('/status Damon').hears('Kecamatan Bengkalis belum memakai bot ini');
  });

  it('is the kecamatan before its village of the same name, which "desa" names', async () => {
    const kadis = await openReportingRegency(stage());
    await kadis.says('/rekap Pinggir').hears('Kecamatan Pinggir belum memakai');
    await kadis.says('/status desa Pinggir').hears('Kecamatan Pinggir belum memakai');
    await kadis.says('/status kelurahan duri timur').hears('Kelurahan Duri Timur');
    const near = await kadis.says('/rekap pingir').hears('Apakah yang dimaksud salah satu dari ini?');
    expect(near.buttons.map((label) => label.replace(/^[A-Z]\. /, ''))).toEqual([
      'Kecamatan Pinggir (14.03.13)',
      'Desa Pinggir, Kecamatan Pinggir',
    ]);
  });

  it('is no slip of a word for a form', async () => {
    const kadis = person(stage(), 'Pak Kadis');
    await kadis.says(`/mulai ${stage().invitation('31.71')}`).hears('Kota Administrasi Jakarta Pusat');
    for (const words of ['/rekap Gambir', 'bot gambir gimana'])
      await kadis.says(words).hears('Kecamatan Gambir belum memakai bot ini');
    await kadis.says('/rekap Gambir gambar').hears('Kecamatan Gambir belum memakai bot ini');
  });

  it('is asked about where several villages have it', async () => {
    const kadis = person(stage(), 'Pak Kadis');
    await kadis.says(`/mulai ${stage().invitation('33.22')}`).hears('Kabupaten Semarang sudah aktif');
    const asked = await kadis.says('/status Gondoriyo').hears('"Gondoriyo" yang mana?');
    expect(asked.buttons.map((label) => label.replace(/^[A-Z]\. /, ''))).toEqual([
      'Kelurahan Gondoriyo, Kecamatan Jambu',
      'Desa Gondoriyo, Kecamatan Bergas',
    ]);
    await kadis.presses(asked, asked.buttons[1]!).hears('Kecamatan Bergas belum memakai bot ini');
  });

  it('is offered as it is spelled where it is nearly one, and said to be unknown where it is not', async () => {
    const kadis = await openReportingRegency(stage());
    for (const command of ['rekap', 'status', 'belum', 'riwayat']) {
      const asked = await kadis
        .says(`/${command} Mando`)
        .hears('"Mando" tidak ditemukan di Kabupaten Bengkalis. Maksudnya Mandau?');
      await kadis.presses(asked, 'Ya').hears('Kecamatan Mandau');
      await kadis.says(`/${command} Atlantis`).hears('"Atlantis" tidak ditemukan di Kabupaten Bengkalis');
    }
    const village = await kadis.says('/status petanii').hears('Maksudnya Petani?');
    await kadis.says('ya').hears('Desa Petani, Kecamatan Bathin Solapan · 7 dari 7 berdiri');
    expect(village.buttons).toHaveLength(2);
    await kadis.says('/rekap solapan').hears('Maksudnya Bathin Solapan?');
  });
});

onEveryPlatform('a name that is none', (stage) => {
  const offered = (heard: { buttons: readonly string[] }) =>
    heard.buttons.map((label) => label.replace(/^[A-Z]\. /, ''));

  it('is offered what begins so, the kecamatan of a town first, and how many more there are', async () => {
    const kadis = await openReportingRegency(stage());
    const town = await kadis.says('/rekap duri').hears('"duri" tidak ditemukan');
    expect(offered(town)).toEqual(['Mandau', 'Duri Barat', 'Duri Timur']);
    await kadis.presses(town, town.buttons[0]!).hears('Rekap KDKMP Kecamatan Mandau');
    await kadis.says('/rekap siak').hears('Maksudnya Siak Kecil?');
    await kadis.says('/rekap rupat utra').hears('Maksudnya Rupat Utara?');
    await kadis.says('rupat utra gimana', TO_BOT).hears('Maksudnya Rupat Utara?');
    const many = await kadis.says('/riwayat air');
    expect(offered(many.said.at(-1)!)).toEqual(['Air Putih', 'Bantan Air', 'Air Jamban', 'Air Kulim']);
    await kadis.says('/rekap Rokan Hulu').hears('tidak ditemukan di Kabupaten Bengkalis', 'misalnya: ');
    const pdf = await kadis.says('/rekap mandu pdf').hears('Maksudnya Mandau?');
    expect((await kadis.presses(pdf, 'Ya').hears('Mandau')).files).toEqual(['rekap-mandau-2027-04-01.pdf']);
  });

  it('is offered ten of many, and the number of the others', async () => {
    const kadis = person(stage(), 'Pak Kadis');
    await kadis.says(`/mulai ${stage().invitation('11.08')}`).hears('Kabupaten Aceh Utara sudah aktif');
    const many = await kadis
      .says('/rekap Meunasah')
      .hears(/\d+ lagi tidak ditampilkan; silakan ketik namanya lebih lengkap/);
    expect(many.buttons).toHaveLength(10);
  });

  it('is offered where a part is invited or its people are taken back, and nothing else is done', async () => {
    const kadis = await openReportingRegency(stage());
    const privately = { privately: true };
    const near = await kadis.says('/undang rupat utra', privately).hears('Maksudnya Rupat Utara?');
    await kadis.presses(near, 'Ya', privately).hears('Kecamatan Rupat Utara sudah memakai bot ini');
    const town = await kadis.says('/undang Selat Baru', privately).hears('Maksudnya Bantan?');
    await kadis.presses(town, 'Ya', privately).hears(/Kecamatan Bantan: \w{5}-\w{5}/);
    const all = await kadis.says('/undang semau', privately).hears('Maksudnya /undang semua?');
    await kadis.presses(all, 'Ya', privately).hears('8 undangan');
    const cut = await kadis.says('/cabut mandu').hears('Maksudnya Mandau?');
    await kadis.presses(cut, 'Ya').hears('Cabut jabatan pimpinan Kecamatan Mandau');
    await kadis.says('/cabut Atlantis').hears('tidak ditemukan satu tingkat di bawah Kabupaten Bengkalis');
  });
});

onEveryPlatform('words in any order', (stage) => {
  it('name a place and the forms of its recap', async () => {
    const kadis = await openReportingRegency(stage());
    const filesOf = async (words: string) => (await kadis.says(words)).said.flatMap(({ files }) => files);
    const day = '2027-04-01';
    expect(await filesOf('/rekap pdf mandau')).toEqual([`rekap-mandau-${day}.pdf`]);
    expect(await filesOf('/rekap 3 pdf')).toEqual([`rekap-bathin-solapan-${day}.pdf`]);
    expect(await filesOf('/rekap peringkat gambar')).toEqual([`rekap-kabupaten-bengkalis-${day}.png`]);
    expect((await filesOf('/rekap pdf gambar')).toSorted()).toEqual([
      `rekap-kabupaten-bengkalis-${day}.pdf`,
      `rekap-kabupaten-bengkalis-${day}.png`,
    ]);
    await kadis
      .says('/rekap laju pdf')
      .hears('Laju KDKMP Kabupaten Bengkalis', 'Laju tersedia sebagai gambar ini saja');
    await kadis
      .says('/rekap mandau laju')
      .hears('Laju KDKMP Kecamatan Mandau', /^(?![\s\S]*gambar ini saja)/);
    await kadis
      .says('/rekap bathin solapan peringkat')
      .hears(/Petani 7\/7[\s\S]*Air Kulim 5\/7/, /^(?![\s\S]*tidak dikenali)/);
    await kadis.says('/rekap bathin solapan').hears(/Air Kulim 5\/7[\s\S]*Petani 7\/7/);
  });
});

onEveryPlatform('going up and down in a kabupaten', (stage) => {
  it('goes from a village to its kecamatan and to the kabupaten, a step at a time', async () => {
    const kadis = await openReportingRegency(stage());
    const recap = await kadis.says('/rekap').hears('Rekap');
    const village = await kadis
      .replies(recap, 'Petani')
      .hears('Desa Petani, Kecamatan Bathin Solapan · 7 dari 7 berdiri', 'Kembali ke kecamatannya: /rekap');
    const district = await kadis.replies(village, 'ke atas').hears('Kecamatan Bathin Solapan', 'Petani 7/7');
    const top = await kadis.replies(district, 'ke atas').hears('Rekap KDKMP Kabupaten Bengkalis');
    await kadis.replies(top, '/rekap ke atas').hears('tidak terbuka');
    for (const words of ['keatas', 'naik ke kecamatan', 'kembali', '/rekap keatas'])
      await kadis.replies(village, words).hears('Kecamatan Bathin Solapan', 'Petani 7/7');
    await kadis.says('/rekap Petani');
    await kadis.says('/rekap ke atas').hears('Kecamatan Bathin Solapan');
    await kadis.says('/rekap Mandau ke atas').hears('Rekap KDKMP Kabupaten Bengkalis');
  });

  it('goes up to the kabupaten from anything else, also after other words', async () => {
    const kadis = await openReportingRegency(stage());
    const status = await kadis.says('/status Petani');
    await kadis.says('baik, nanti kami cek');
    await kadis.says('/rekap ke atas').hears('Rekap KDKMP Kabupaten Bengkalis');
    await kadis.replies(status.said.at(-1)!, '/rekap ke atas').hears('Kecamatan Bathin Solapan');
    for (const words of ['/riwayat Mandau', '/belum', '/rekap laju']) {
      const { said } = await kadis.says(words);
      await kadis.replies(said.at(-1)!, 'Rupat Utara').hears('Rupat Utara');
    }
    const picture = await kadis.says('/rekap gambar');
    await kadis.replies(picture.said.at(-1)!, '2').hears('Kecamatan Mandau');
    await kadis.says('/rekap pdf');
    await kadis.says('2').hears('Kecamatan Mandau');
    await kadis.says('/rekap');
    await kadis.says('12').hears('"12" tidak ditemukan di Kabupaten Bengkalis');
    // The picture numbers also those that do not use the bot.
    await kadis
      .replies(picture.said.at(-1)!, '11')
      .hears(
        /^Kecamatan .* belum memakai bot ini\.\nUntuk mengundang camatnya.*: \/undang\S* Talang Muandau$/,
      );
    await person(stage(), 'Pak Tamu')
      .replies(picture.said.at(-1)!, '11')
      .hears(/^Kecamatan .* belum memakai bot ini\.$/);
    const { said } = await kadis.says('/rekap');
    expect((await kadis.replies(said.at(-1)!, 'mandau gambar').hears('Mandau')).files).toEqual([
      'rekap-mandau-2027-04-01.png',
    ]);
    await kadis.replies(said.at(-1)!, 'Mando').hears('Maksudnya Mandau?');
  });
});

onEveryPlatform('a question in people’s own words', (stage) => {
  it('is answered in a kabupaten where it is said to the bot, and met with silence where it is not', async () => {
    const kadis = await openReportingRegency(stage());
    const asked = [
      ['mandau gmn?', 'Rekap KDKMP Kecamatan Mandau'],
      ['tolong rekap kab pak', 'Rekap KDKMP Kabupaten Bengkalis'],
      ['minta excelnya dong', 'Rekap KDKMP Kabupaten Bengkalis'],
      ['desa Petani sudah berapa?', 'Desa Petani, Kecamatan Bathin Solapan · 7 dari 7 berdiri'],
      ['progres mando gimana', 'Maksudnya Mandau?'],
      ['kecamatan mana yg blm lapor?', '3. Rupat Utara: 6 dari 8, 6 belum pernah'],
      ['belum pernah melapor?', 'Belum pernah melapor di Kabupaten Bengkalis: 25 dari 32'],
      [
        'siapa yang tidak lapor minggu ini di mandau?',
        'Belum melapor dalam 7 hari terakhir di Kecamatan Mandau: 10 dari 11',
      ],
      ['kecamatan mana yg masih kurang?', '1. Rupat Utara: 54 unit belum dilaporkan'],
      ['brp yg sudah berdiri?', 'Rekap KDKMP Kabupaten Bengkalis'],
      ['sudah berapa?', 'Rekap KDKMP Kabupaten Bengkalis'],
      ['peringkatnya gimana', '1. Bathin Solapan 15/91'],
      ['kenapa mandau tertinggal terus?', 'Yang belum berdiri atau belum dilaporkan di Kecamatan Mandau'],
      ['rekap mandu dong', 'Maksudnya Mandau?'],
      ['kapan tenggatnya?', '15 Mei 2027'],
      ['klinik sudah berapa yang berdiri?', 'klinik: 2 berdiri'],
      ['apa kabar', 'Melihat: /rekap'],
    ] as const;
    for (const [words] of asked) await kadis.says(words).hearsNothing();
    for (const [words, heard] of asked) await kadis.says(words, TO_BOT).hears(heard);
    await kadis.says('rekapnya buat siapa saja nanti sore dibahas').hearsNothing();
    await kadis.says('terima kasih', TO_BOT).hears('Sama-sama');
    await kadis.says('besok kita rapat', TO_BOT).hears('Melihat: /rekap');
  });

  it('is answered the same way in a kecamatan, where a report goes before it', async () => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Pak Wiranto', 'Petani');
    for (const [words, heard] of [
      ['rekap dong pak', 'Rekap KDMP Kecamatan Bathin Solapan'],
      ['tolong rekap pak', 'Rekap KDMP Kecamatan Bathin Solapan'],
      [
        'siapa saja yang belum lapor?',
        'Belum melapor dalam 7 hari terakhir di Kecamatan Bathin Solapan: 13 dari 13',
      ],
      ['apa yang masih kurang?', 'Yang belum berdiri atau belum dilaporkan di Kecamatan Bathin Solapan'],
    ] as const) {
      await head.says(words).hearsNothing();
      await head.says(words, TO_BOT).hears(heard);
    }
    await head.says('tolong catat kantor sudah', TO_BOT).hears('Dicatat untuk Desa Petani');
  });

  it('may be who lacks a unit, which is answered by how far it is', async () => {
    const camat = await open(stage());
    await camat.says('/lapor Petani klinik sudah').hears('Desa Petani (1/7)');
    await camat.says('/lapor Bumbung klinik proses').hears('Desa Bumbung');
    await camat.says('/lapor Pamesi klinik belum').hears('Desa Pamesi');
    for (const words of ['/belum klinik', 'desa mana yang belum punya klinik', 'klinik mana yang belum ada?'])
      await camat
        .says(words, TO_BOT)
        .hears(
          'Desa yang belum memiliki atau belum melaporkan klinik di Kecamatan Bathin Solapan: 12 dari 13',
          'Masih proses: Bumbung\nBelum: Pamesi\nBelum lapor: Air Kulim, ',
        );
    await camat.says('desa mana yang belum punya klinik').hearsNothing();
    for (const village of VILLAGES) await camat.says(`/lapor ${village} apotek sudah`);
    await camat
      .says('/belum apotek dan klinik')
      .hears('Apotek sudah berdiri di semua desa di Kecamatan Bathin Solapan.', 'belum melaporkan klinik');
  });
});

onEveryPlatform('words in reply to a recap', (stage) => {
  it('ask for another form of it, for the area that it shows', async () => {
    const kadis = await openReportingRegency(stage());
    const whole = await kadis.says('/rekap').hears('Rekap KDKMP Kabupaten Bengkalis');
    const part = await kadis.says('/rekap mandau').hears('Rekap KDKMP Kecamatan Mandau');
    const before = stage().store.read((tx) => tx.ledger.history('14.03' as never, 100));
    for (const [words, ending] of [
      ['pdf', 'pdf'],
      ['gambar dong', 'png'],
      ['excelnya', 'xlsx'],
    ] as const) {
      expect((await kadis.replies(whole, words).hears('Rekap')).files).toEqual([
        `rekap-kabupaten-bengkalis-2027-04-01.${ending}`,
      ]);
      expect((await kadis.replies(part, words).hears('Rekap')).files).toEqual([
        `rekap-mandau-2027-04-01.${ending}`,
      ]);
    }
    await kadis.replies(whole, 'laju').hears('Laju KDKMP Kabupaten Bengkalis');
    await kadis.replies(part, 'laju').hears('Laju KDKMP Kecamatan Mandau');
    await kadis
      .replies(whole, 'peringkat')
      .hears('Yang terbaik dahulu', '1. Bathin Solapan 15/91', '3. Rupat Utara');
    await kadis
      .replies(part, 'belum pernah melapor?')
      .hears('Belum pernah melapor di Kecamatan Mandau: 10 dari 11');
    await kadis.replies(part, 'klinik sudah berapa?').hears('Kecamatan Mandau', 'klinik: ');
    await kadis.replies(part, 'yang lain gimana, terutama duri?').hears('Melihat: /rekap');
    expect(stage().store.read((tx) => tx.ledger.history('14.03' as never, 100))).toEqual(before);
  });

  it('go down from who has not reported to the same of a kecamatan', async () => {
    const kadis = await openReportingRegency(stage());
    const silent = await kadis
      .says('/belum lapor')
      .hears(
        'Belum melapor dalam 7 hari terakhir di Kabupaten Bengkalis: 25 dari 32',
        '1. Mandau: 10 dari 11, 10 belum pernah',
      );
    await kadis
      .replies(silent, '1')
      .hears('Belum melapor dalam 7 hari terakhir di Kecamatan Mandau: 10 dari 11', 'Belum pernah melapor: ');
    await stage().at('2027-04-10T02:00:00.000Z');
    await kadis.says('/belum lapor').hears('32 dari 32', 'Bathin Solapan: 13 dari 13, 9 belum pernah');
    await kadis
      .says('/belum lapor bathin solapan')
      .hears('13 dari 13', /Laporan terakhir: .*Petani \(1 April\)/);
  });
});

onEveryPlatform('a place that is none of the kecamatan', (stage) => {
  it('leaves the form that is asked for with it', async () => {
    const camat = await open(stage());
    const shown = await camat.says('/rekap pinggir gambar').hears('"pinggir" tidak dikenali');
    expect(shown.files).toEqual([expect.stringMatching(/\.png$/)]);
  });
});

onEveryPlatform('the bot, called by its name', (stage) => {
  it('answers what it can show, says where it cannot, and writes nothing', async () => {
    const kadis = await openReportingRegency(stage());
    for (const words of ['bot, mandau gimana?', 'Bot Koperasi, mandau gimana?', 'halo bot mandau gmn'])
      await kadis.says(words).hears('Rekap KDKMP Kecamatan Mandau');
    await kadis.says('bot siapa yg blm lapor minggu ini?').hears('Belum melapor dalam 7 hari terakhir');
    for (const words of ['bot sudah mati, gimana ini?', 'bot tenggat 1 Mei 2028', 'robot rekap'])
      await kadis.says(words);
    await kadis.says('bot sudah mati, gimana ini?').hears('belum dapat saya jawab', 'Melihat: /rekap');
    await kadis.says('robot, rekap mandau').hearsNothing();
    await kadis.says('/tenggat').hears('15 Mei 2027');
  });

  it('takes the name of a place for itself where a word that asks is nearly spelled so', async () => {
    const kadis = await openReportingRegency(stage());
    openDistrict(stage().store, '14.03.02', REPORTED_AT);
    for (const words of [
      'bantan',
      'bantan gimana',
      'rekap bantan',
      'kec bantan',
      'laju bantan',
      'gambar bantan',
    ])
      await kadis.says(`bot ${words}`).hears('Kecamatan Bantan');
    await kadis.says('/rekap bantan').hears('Rekap KDMP Kecamatan Bantan');
    await kadis.says('bot bantan air gimana').hears('Desa Bantan Air, Kecamatan Bantan · ');
    await kadis.says('bot bantun').hears('/rekap');
  });

  it('answers in a kecamatan too, where a report after the call counts as any that is overheard', async () => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Pak Wiranto', 'Petani');
    await head.says('bot, rekap dong').hears('Rekap KDMP Kecamatan Bathin Solapan');
    await head.says('bot, kantor sudah berdiri belum ya?').hears(/^(?!.*Dicatat)/s);
    await head.says('bot ini kok lambat').hearsNothing();
    for (const words of [
      'bot petani gimana?',
      'bot, desa petani gimana',
      'bot, gimana petani?',
      'bot, petani bagaimana pak?',
    ])
      await head.says(words).hears('Desa Petani · ', 'kantor koperasi: ');
    await head.says('petani gimana?').hearsNothing();
    for (const words of [
      'bot petani gimana?',
      'bot, desa petani gimana',
      'bot, gimana petani?',
      'bot, petani bagaimana pak?',
    ])
      await head.says(words).hears('Desa Petani · ', 'kantor koperasi: ');
    await head.says('petani gimana?').hearsNothing();
  });
});

onEveryPlatform('a name behind a command in the group of a kecamatan', (stage) => {
  it('is a village of it or itself; what it is not is said', async () => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Pak Wiranto', 'Petani');
    await head.says('/lapor kantor sudah');
    for (const words of ['rekap Petani', 'belum petani', 'status Petani ya pak'])
      await camat.says(`/${words}`).hears('Desa Petani · 1 dari 7 berdiri');
    const near = await camat.says('/rekap petanii').hears('Apakah yang dimaksud');
    await camat.presses(near, 'Petani').hears('Desa Petani · 1 dari 7 berdiri');
    await camat.says('/rekap Kecamatan Bathin Solapan').hears(/^Rekap KDMP/);
    await camat.says('/rekap hari ini').hears(/^Rekap KDMP/);
    await camat
      .says('/rekap Atlantis')
      .hears('"Atlantis" tidak dikenali di sini; berikut Kecamatan Bathin Solapan', 'Petani 1/7');
    await person(stage(), 'Pak Tamu').says('/belum Atlantis').hears('"Atlantis" tidak dikenali');
  });
});

onEveryPlatform('a question without end', (stage) => {
  it('is read as far as anybody asks', async () => {
    const camat = await open(stage());
    const { said } = await camat.says('/belum');
    const filled = await camat.says(`/belum ${'pak '.repeat(2000)}klinik`);
    expect(filled.said.map(({ text }) => text)).toEqual(said.map(({ text }) => text));
  });
});
