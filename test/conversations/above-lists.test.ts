import { expect, it } from 'vitest';
import { openReportingRegency } from '../regency.ts';
import { person } from '../stage.ts';
import { simulatorStage } from '../stages/simulator.ts';
import { onEveryPlatform } from './stages.ts';

const PRIVATELY = { privately: true };

onEveryPlatform('a list above the kecamatan', (stage) => {
  it.each([
    ['privately', '', PRIVATELY],
    ['in its group', 'bot ', {}],
  ])('is where numbers and names count after a part of it was opened, %s', async (_, call, options) => {
    const kadis = await openReportingRegency(stage());
    const each = async (list: string, ...answers: readonly (readonly [string, string])[]) => {
      await kadis.says(list, options);
      for (const [words, heard] of answers) await kadis.says(`${call}${words}`, options).hears(heard);
    };
    await each(
      '/rekap peringkat',
      ['2', 'Kecamatan Mandau'],
      ['nomor 3', 'Kecamatan Rupat Utara'],
      ['4', 'Kecamatan Bengkalis belum memakai bot ini'],
      ['yang pertama', 'Kecamatan Bathin Solapan'],
      ['99', '"99" tidak ditemukan di Kabupaten Bengkalis'],
      ['yg nomor 3 gimana', 'Kecamatan Rupat Utara'],
    );
    const lacking = 'yang belum memiliki atau belum melaporkan klinik di Kecamatan';
    await each(
      '/belum klinik',
      ['1', `${lacking} Mandau`],
      ['3', `${lacking} Rupat Utara`],
      ['bathin solapan', `${lacking} Bathin Solapan`],
      ['mandau', `${lacking} Mandau`],
    );
    await each(
      '/belum lapor',
      ['yg nomor 2', 'hari terakhir di Kecamatan Bathin Solapan'],
      ['status nomor 1', 'Status KDKMP Kecamatan Mandau'],
      ['3', 'hari terakhir di Kecamatan Rupat Utara'],
    );
    await each('/rekap', ['berapa desa yang lengkap 7 unit', '7/7 (1 desa/kelurahan): Petani']);
  });

  it('is the last that was shown, whatever was said since, with its own order and what it is about', async () => {
    const kadis = await openReportingRegency(stage());
    for (const [call, options] of [
      ['bot ', {}],
      ['', PRIVATELY],
    ] as const) {
      const says = (words: string) => kadis.says(`${call}${words}`, options);
      await kadis.says('/rekap peringkat', options);
      await kadis.says('bot makasih', options).hears('Sama-sama');
      await says('3').hears('Kecamatan Rupat Utara');
      await kadis.says('/rekap mandau', options);
      await kadis.says('/tenggat', options);
      await says('1').hears('Kecamatan Bathin Solapan');
      await kadis.says('/belum klinik', options);
      await kadis.says('bot makasih', options);
      await says('1').hears('belum melaporkan klinik di Kecamatan Mandau');
      await says('mandau').hears('belum melaporkan klinik di Kecamatan Mandau');
      await kadis.says('/belum lapor', options);
      await says('petani').hears(/^Desa Petani, Kecamatan Bathin Solapan/);
    }
    const ranked = await kadis.says('/rekap peringkat').hears('Yang terbaik dahulu');
    for (const words of ['1 dan 2', '1,2', 'bot nomor 1 sama 2'])
      await kadis.replies(ranked, words).hears(/^Perbandingan[^\n]*\n1\. Bathin Solapan: .*\n2\. Mandau: /);
    await kadis.says('/rekap peringkat');
    await kadis.says('rapat jam berapa').hearsNothing();
    await kadis.says('3').hearsNothing();
    await person(stage(), 'Pak Bupati').says('bot nomor 3').hears('Kecamatan Rupat Utara');
    await stage().at('2027-04-01T04:30:00Z');
    await kadis.says('bot nomor 3').hears('Kecamatan Bathin Solapan');
  });

  it('that asks which place is meant is put again after a yes, and does not keep what is new from being read', async () => {
    const kadis = await openReportingRegency(stage());
    await kadis.says('/rekap bath').hears('salah satu dari ini');
    await kadis.says('ya').hears('salah satu dari ini');
    await kadis.says('bot undang talang muandau', PRIVATELY).hears('Maksudnya');
    await kadis.says('bot mandau gimana', PRIVATELY).hears('Rekap KDKMP Kecamatan Mandau');
    await kadis.says('bot undang talang muandau', PRIVATELY).hears('Maksudnya');
    await kadis
      .says('bot tolong undang kec bandar laksmana skalian talang muandau', PRIVATELY)
      .hears(/Maksudnya \/undang\S* Bandar Laksamana dan Talang Muandau\?/);
    expect((await kadis.says('ya', PRIVATELY).hears('2 undangan')).files).toHaveLength(1);
  });

  it('of a week that is over is of that week in what is opened from it, and in its files', async () => {
    const kadis = await openReportingRegency(stage());
    await stage().at('2027-04-12T02:00:00Z');
    const week = 'pekan 5–11 April 2027';
    for (const [call, options, form, ending] of [
      ['bot ', {}, 'gambar', 'png'],
      ['', PRIVATELY, 'excel', 'xlsx'],
    ] as const) {
      await kadis.says('/rekap minggu lalu', options).hears(week);
      await kadis.says(`${call}mandau`, options).hears(`Kecamatan Mandau, ${week}`);
      const { files } = await kadis.says(`${call}${form}`, options).hears('Mandau');
      expect(files).toEqual([`rekap-mandau-2027-04-05-2027-04-11.${ending}`]);
      await kadis.says(`${call}rupat utara`, options).hears(`Kecamatan Rupat Utara, ${week}`);
    }
  });
});

it('shows as a workbook what was shown last, though its picture is still on its way', async () => {
  const stage = await simulatorStage();
  try {
    const kadis = await openReportingRegency(stage);
    await kadis.says('mandau', PRIVATELY).hears('Kecamatan Mandau');
    const heard = await Promise.all(['gambar', 'excel'].map((words) => kadis.says(words, PRIVATELY)));
    const files = heard.flatMap(({ said }) => said.flatMap((message) => message.files));
    expect([...new Set(files)].toSorted()).toEqual([
      'rekap-mandau-2027-04-01.png',
      'rekap-mandau-2027-04-01.xlsx',
    ]);
  } finally {
    await stage.close();
  }
});
