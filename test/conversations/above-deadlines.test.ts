import { expect, it } from 'vitest';
import type { AreaCode, LocalDate } from '../../src/domain/ids.ts';
import { openDistrict, openReportingRegency, REPORTED_AT } from '../regency.ts';
import { open, person, register } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

const PRIVATELY = { privately: true };
const WHOLE = 'Tenggat Kabupaten Bengkalis: Sabtu, 15 Mei 2027, 33 hari lagi.';
const OWN =
  'Tenggat sendiri: Mandau 10 April (sudah lewat 2 hari), Bantan 20 April (8 hari lagi). Yang lain mengikuti tenggat itu.';
const OF_MANDAU = 'Tenggat Kecamatan Mandau: Sabtu, 10 April 2027, sudah lewat 2 hari.';
const OTHERS = new RegExp(`^${OF_MANDAU}\nTenggat Kecamatan Mandau diubah oleh camat dan Kasi PMD-nya`);

/** What is asked of deadlines above the kecamatan, and everything that is answered, or how it begins. */
const ASKED: Readonly<Record<string, string | RegExp>> = {
  ...Object.fromEntries(
    [
      '/tenggat',
      '/tenggat semua kecamatan',
      'bot siapa yang lewat tenggat',
      'bot yang sudah lewat tenggatnya siapa saja',
      'bot kecamatan mana yg tenggatnya beda',
      'bot kapan saja tenggat tiap kecamatan',
      'bot tenggat semua kecamatan',
    ].map((words) => [words, `${WHOLE}\n${OWN}\nMengubahnya: /tenggat diikuti tanggalnya.`]),
  ),
  'bot mandau sudah lewat tenggatnya?': OF_MANDAU,
  'bot mandau lewat tenggat ya': OF_MANDAU,
  'bot tenggat mandau beda ga dgn bathin solapan': `${OF_MANDAU}\nTenggat Kecamatan Bathin Solapan: Sabtu, 15 Mei 2027, 33 hari lagi.`,
  '/tenggat mandau dan pinggir': new RegExp(`^${OF_MANDAU}\nKecamatan Pinggir belum memakai bot ini`),
  'bot tenggat mandau jadikan 30 april': OTHERS,
  'bot tenggat mandau 30 april': OTHERS,
  'bot siapa yang bisa ubah tenggat mandau': new RegExp(
    `^Tenggat kecamatan diubah oleh camat dan Kasi PMD-nya;[^\n]*\n${OF_MANDAU}$`,
  ),
  'bot perpanjang tenggat sampai 31 agustus': /^Maksudnya \/tenggat\S* 31 agustus\?/,
  'bot tenggat kabupaten 20 mei': /^Maksudnya \/tenggat\S* 20 mei\?/,
  '/tenggat 100': /belum terbaca/,
};

onEveryPlatform(
  'the deadlines below',
  (stage) => {
    it('are told of where somebody asks for them, moves one above them, or is reminded', async () => {
      const kadis = await openReportingRegency(stage());
      openDistrict(stage().store, '14.03.02', REPORTED_AT);
      await kadis.says('/tenggat').hears('Tenggat itu berlaku di semua kecamatan yang memakai bot ini.');
      stage().store.transaction((tx) => {
        for (const [code, day] of [
          ['14.03.09', '2027-04-10'],
          ['14.03.02', '2027-04-20'],
        ])
          tx.chats.setDeadline(code as AreaCode, day as LocalDate, REPORTED_AT, true);
      });
      await stage().at('2027-04-12T02:00:00Z');
      for (const [words, heard] of Object.entries(ASKED)) {
        const { text: said } = await kadis.says(words).hears(/./);
        const text = said.replaceAll('@kopdes_bot', '');
        if (typeof heard === 'string') expect(text, words).toBe(heard);
        else expect(text, words).toMatch(heard);
      }
      await kadis.says('/tenggat 16 mei').hears('diubah dari 15 Mei', OWN);
      const { said } = await stage().at('2027-05-13T02:00:00Z');
      expect(said.map(({ text }) => text).join('\n')).toContain(
        'Tenggat sendiri: Mandau 10 April (sudah lewat 33 hari), Bantan 20 April (sudah lewat 23 hari).',
      );
    });
  },
  ['Simulator'],
);

onEveryPlatform(
  'a day behind the word for the deadline',
  (stage) => {
    it('is no question in a kecamatan, where somebody may set it', async () => {
      const camat = await open(stage());
      const asked = await camat
        .says('tenggat 20 april', PRIVATELY)
        .hears(/Maksudnya \/tenggat\S* 20 april\?/);
      await camat.presses(asked, 'Ya', PRIVATELY).hears('20 April 2027');
      const kades = await register(stage(), camat, 'Pak Kades', 'Petani');
      await kades.says('tenggat kapan?', PRIVATELY).hears('20 April 2027');
      await person(stage(), 'Warga').says('tenggat 20 april').hearsNothing();
    });
  },
  ['Simulator'],
);
