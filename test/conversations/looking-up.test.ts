import { expect, it } from 'vitest';
import { openRegency, threeReport } from '../regency.ts';
import { open, person, register, type Stage } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

const TO_BOT = { mentionsBot: true };

/** Kabupaten Bengkalis, of which three kecamatan report. */
async function regency(stage: Stage) {
  const kadis = await openRegency(stage);
  threeReport(stage);
  return kadis;
}

onEveryPlatform('a name behind a command in the group of a kabupaten', (stage) => {
  it('is a village of it, a kecamatan or the kabupaten, in whatever form it is written', async () => {
    const kadis = await regency(stage());
    for (const words of [
      'status Petani',
      'rekap desa petani',
      'belum Petani pak',
      'rekap Bathin Solapan Petani',
    ])
      await kadis.says(`/${words}`).hears('Desa Petani · 7 dari 7 berdiri', /^(?![\s\S]*Rekap KDMP)/);
    await kadis.says('/riwayat Petani').hears('Riwayat Desa Petani');
    await kadis.says('/riwayat').hears('Riwayat kecamatan mana?');
    await kadis.says('mandau').hears('Riwayat Kecamatan Mandau');
    await kadis.says('/rekap 2').hears('Rekap KDKMP Kecamatan Mandau');
    await kadis.says('/rekap 9').hears('"9" tidak ditemukan');
    for (const words of ['Kabupaten Bengkalis', 'kab. bengkalis', 'kab pak', 'dong', 'hari ini'])
      await kadis.says(`/rekap ${words}`).hears('Rekap KDKMP Kabupaten Bengkalis', 'Mandau 3/77');
    await kadis.says('/rekap utk kec. mandau ya').hears('Kecamatan Mandau');
    await kadis
      .says('/status Mandau')
      .hears('Kecamatan Mandau', 'kantor koperasi: 1 berdiri dan 10 belum lapor');
    await kadis.says('/belum Mandau').hears('Yang belum berdiri di Kecamatan Mandau');
    await kadis.says('/rekap Bengkalis').hears('Kecamatan Bengkalis belum memakai bot ini');
    await kadis
      .says('/rekap Petani gambar')
      .hears('"gambar" tidak dikenali di sini; berikut Desa Petani', 'Desa Petani · 7 dari 7 berdiri');
    await kadis.says('/status Damon').hears('Kecamatan Bengkalis belum memakai bot ini');
  });

  it('is the kecamatan before its village of the same name, which "desa" names', async () => {
    const kadis = await regency(stage());
    await kadis.says('/rekap Pinggir').hears('Kecamatan Pinggir belum memakai');
    await kadis.says('/status desa Pinggir').hears('Kecamatan Pinggir belum memakai');
    await kadis.says('/status kelurahan duri timur').hears('Kelurahan Duri Timur');
    const near = await kadis.says('/rekap pingir').hears('Apakah yang dimaksud salah satu dari ini?');
    expect(near.buttons.map((label) => label.replace(/^[A-Z]\. /, ''))).toEqual([
      'Kecamatan Pinggir (14.03.13)',
      'Desa Pinggir, Kecamatan Pinggir',
    ]);
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
    const kadis = await regency(stage());
    for (const command of ['rekap', 'status', 'belum', 'riwayat']) {
      const asked = await kadis
        .says(`/${command} Mando`)
        .hears('"Mando" tidak ditemukan di Kabupaten Bengkalis. Maksudnya Mandau?');
      await kadis.presses(asked, 'Ya').hears('Kecamatan Mandau');
      await kadis.says(`/${command} Atlantis`).hears('"Atlantis" tidak ditemukan di Kabupaten Bengkalis');
    }
    const village = await kadis.says('/status petanii').hears('Maksudnya Petani?');
    await kadis.says('ya').hears('Desa Petani · 7 dari 7 berdiri');
    expect(village.buttons).toHaveLength(2);
    await kadis.says('/rekap solapan').hears('Maksudnya Bathin Solapan?');
  });
});

onEveryPlatform('going up and down in a kabupaten', (stage) => {
  it('goes from a village to its kecamatan and to the kabupaten, a step at a time', async () => {
    const kadis = await regency(stage());
    const recap = await kadis.says('/rekap').hears('Rekap');
    const village = await kadis
      .replies(recap, 'Petani')
      .hears('Desa Petani · 7 dari 7 berdiri', 'Kembali ke kecamatannya: /rekap');
    const district = await kadis.replies(village, 'ke atas').hears('Kecamatan Bathin Solapan', 'Petani 7/7');
    const top = await kadis.replies(district, 'ke atas').hears('Rekap KDKMP Kabupaten Bengkalis');
    await kadis.replies(top, '/rekap ke atas').hears('tidak terbuka');
    for (const words of ['keatas', 'naik', 'kembali', '/rekap keatas'])
      await kadis.replies(village, words).hears('Kecamatan Bathin Solapan', 'Petani 7/7');
    await kadis.says('/rekap Petani');
    await kadis.says('/rekap ke atas').hears('Kecamatan Bathin Solapan');
    await kadis.says('/rekap Mandau ke atas').hears('Rekap KDKMP Kabupaten Bengkalis');
  });

  it('goes up to the kabupaten from anything else, also after other words', async () => {
    const kadis = await regency(stage());
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
    await kadis.says('11').hears('"11" tidak ditemukan di Kabupaten Bengkalis');
    const { said } = await kadis.says('/rekap');
    expect((await kadis.replies(said.at(-1)!, 'mandau gambar').hears('Mandau')).files).toEqual([
      'rekap-mandau-2027-04-01.png',
    ]);
    await kadis.replies(said.at(-1)!, 'Mando').hears('Maksudnya Mandau?');
  });
});

onEveryPlatform('a question in people’s own words', (stage) => {
  it('is answered in a kabupaten where it is said to the bot, and met with silence where it is not', async () => {
    const kadis = await regency(stage());
    const asked = [
      ['mandau gmn?', 'Rekap KDKMP Kecamatan Mandau'],
      ['tolong rekap kab pak', 'Rekap KDKMP Kabupaten Bengkalis'],
      ['minta excelnya dong', 'Rekap KDKMP Kabupaten Bengkalis'],
      ['desa Petani sudah berapa?', 'Desa Petani · 7 dari 7 berdiri'],
      ['progres mando gimana', 'Maksudnya Mandau?'],
      ['kecamatan mana yg blm lapor?', '1. Rupat Utara: 54 unit belum berdiri'],
      ['kapan tenggatnya?', '15 Mei 2027'],
      ['klinik sudah berapa yang berdiri?', 'klinik: 2 berdiri'],
      ['apa kabar', 'Melihat: /rekap'],
    ] as const;
    for (const [words] of asked) await kadis.says(words).hearsNothing();
    for (const [words, heard] of asked) await kadis.says(words, TO_BOT).hears(heard);
    await kadis.says('rekapnya buat siapa saja nanti sore dibahas').hearsNothing();
    await kadis.says('terima kasih', TO_BOT).hearsNothing();
    await kadis.says('besok kita rapat', TO_BOT).hears('Melihat: /rekap');
  });

  it('is answered the same way in a kecamatan, where a report goes before it', async () => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Pak Wiranto', 'Petani');
    for (const [words, heard] of [
      ['rekap dong pak', 'Rekap KDMP Kecamatan Bathin Solapan'],
      ['tolong rekap pak', 'Rekap KDMP Kecamatan Bathin Solapan'],
      ['siapa saja yang belum lapor?', 'Yang belum berdiri di Kecamatan Bathin Solapan'],
    ] as const) {
      await head.says(words).hearsNothing();
      await head.says(words, TO_BOT).hears(heard);
    }
    await head.says('tolong catat kantor sudah', TO_BOT).hears('Dicatat untuk Desa Petani');
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
