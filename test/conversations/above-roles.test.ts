import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AreaCode } from '../../src/domain/ids.ts';
import { everyRow, inDatabase } from '../engine.ts';
import { type Heard, open, person, type Stage } from '../stage.ts';
import { telegramStage } from '../stages/telegram.ts';

const PRIVATELY = { privately: true };

const codeIn = ({ said }: Heard): string => /\w{5}-\w{5}/.exec(said.at(-1)!.text)![0];

let stage: Stage;
beforeEach(async () => {
  stage = await telegramStage();
});
afterEach(() => stage.close());

it('invites the kota that is meant, not the kabupaten of the same name, and asks where both may be', async () => {
  const dinas = person(stage, 'Bu Dinas');
  await dinas.says(`/mulai ${stage.invitation('32')}`, PRIVATELY);
  await dinas.says('/undang Kota Bandung', PRIVATELY).hears('Kota Bandung');
  await dinas.says('/undang Kab. Bandung', PRIVATELY).hears('Kabupaten Bandung');
  await dinas.says('/cabut Kota Bandung', PRIVATELY).hears('Kota Bandung');
  const asked = await dinas.says('/undang Bandung walikota', PRIVATELY).hears('"Bandung" yang mana?');
  expect(asked.buttons).toEqual(['Kabupaten Bandung', 'Kota Bandung']);
  await dinas.presses(asked, 'Kota Bandung').hears('Kota Bandung');
  const taken = await dinas.says('/cabut Bandung', PRIVATELY).hears('"Bandung" yang mana?');
  await dinas.presses(taken, 'Kota Bandung').hears('Kota Bandung');
});

it('shows the kota or the kabupaten that a reply to a recap names, and asks where both may be', async () => {
  const dinas = person(stage, 'Bu Dinas');
  await dinas.says(`/mulai ${stage.invitation('32')}`, PRIVATELY);
  for (const name of ['/rekap', '/belum']) {
    const shown = await dinas.says(name, PRIVATELY).hears('Provinsi Jawa Barat');
    await dinas.replies(shown, 'Kota Bekasi', PRIVATELY).hears(/^[^\n]*Kota Bekasi/);
    await dinas.replies(shown, 'kab. bekasi', PRIVATELY).hears(/^[^\n]*Kabupaten Bekasi/);
    await dinas.replies(shown, 'Bandung Barat', PRIVATELY).hears(/^[^\n]*Kabupaten Bandung Barat/);
    const asked = await dinas.replies(shown, 'Bekasi', PRIVATELY).hears('"Bekasi" yang mana?');
    expect(asked.buttons).toEqual(['Kabupaten Bekasi', 'Kota Bekasi']);
    for (const words of ['Bekasi', 'yang kota', 'kantor sudah'])
      await dinas.replies(asked, words, PRIVATELY).hears('"Bekasi" yang mana?');
    await dinas.replies(asked, 'yang kedua', PRIVATELY).hears(/^[^\n]*Kota Bekasi/);
    await dinas.presses(asked, 'Kota Bekasi', PRIVATELY).hears(/^[^\n]*Kota Bekasi/);
  }
});

it('knows the same of whoever looks from further above, and keeps in which form it was asked for', async () => {
  const ministry = person(stage, 'Bu Menteri');
  await ministry.says(`/mulai ${stage.invitation('ID')}`, PRIVATELY);
  const nation = await ministry.says('/rekap', PRIVATELY).hears('Indonesia');
  const province = await ministry.replies(nation, 'Jawa Barat', PRIVATELY).hears('Provinsi Jawa Barat');
  const asked = await ministry.replies(province, 'Sukabumi', PRIVATELY).hears('"Sukabumi" yang mana?');
  expect(asked.buttons.slice(0, 2)).toEqual(['Kabupaten Sukabumi', 'Kota Sukabumi']);
  await ministry.replies(province, 'Kota Sukabumi', PRIVATELY).hears(/^[^\n]*Kota Sukabumi/);
  const file = await ministry.says('/rekap Bekasi xlsx', PRIVATELY).hears('"Bekasi" yang mana?');
  const { said } = await ministry.presses(file, 'Kota Bekasi', PRIVATELY);
  expect(said.flatMap(({ files }) => files)).toEqual(['rekap-kota-bekasi-2027-04-01.xlsx']);
});

it('tells a kecamatan whose name begins with Kota from the other', async () => {
  const kadis = person(stage, 'Pak Kadis');
  await kadis.says(`/mulai ${stage.invitation('17.01')}`, PRIVATELY);
  await kadis.says('/undang Kota Manna', PRIVATELY).hears('Kecamatan Kota Manna');
  await kadis.says('/undang Kecamatan Manna', PRIVATELY).hears('Kecamatan Manna');
  const asked = await kadis.says('/undang Manna', PRIVATELY).hears('"Manna" yang mana?');
  expect(asked.buttons).toHaveLength(2);
});

it('has one holder of a role: a second code is refused until the level above has taken it back, and all are told', async () => {
  const dinas = person(stage, 'Bu Dinas');
  await dinas.says(`/mulai ${stage.invitation('14')}`, PRIVATELY);
  const kadis = person(stage, 'Ibu Kadis');
  await kadis.says(`/mulai ${stage.invitation('14.03')}`).hears('Kabupaten Bengkalis sudah aktif');
  const stranger = person(stage, 'Pak Tamu');
  await stranger
    .says(`/mulai ${stage.invitation('14.03')}`, PRIVATELY)
    .hears(
      'sudah ada pemegangnya',
      'yang memegang Provinsi Riau mencabutnya dahulu dengan /cabut Kabupaten Bengkalis',
    );
  await stranger.says('/rekap', PRIVATELY).hears(/^(?!.*Rekap)/s);

  const asked = await dinas.says('/cabut Kabupaten Bengkalis', PRIVATELY);
  const taken = await dinas.presses(asked.said.at(-1)!, 'Ya, cabut');
  expect(taken.said.map(({ text }) => text).join()).toContain(
    'Kepala Dinas Koperasi Kabupaten Bengkalis di bot ini sudah dicabut',
  );
  const code = /\w{5}-\w{5}/.exec(
    (await dinas.says('/undang Kabupaten Bengkalis', PRIVATELY)).said.at(-1)!.text,
  )![0];
  const given = await person(stage, 'Pak Kadis').says(`/mulai ${code}`, PRIVATELY);
  expect(given.said.map(({ text }) => text).join()).toContain(
    'Kepala Dinas Koperasi Kabupaten Bengkalis kini: Pak Kadis.',
  );
});

it('leaves no code of a role that is taken back: neither one to its area, nor one that its holder made', async () => {
  const dinas = person(stage, 'Bu Dinas');
  await dinas.says(`/mulai ${stage.invitation('14')}`, PRIVATELY);
  const kadis = person(stage, 'Ibu Kadis');
  await kadis.says(`/mulai ${codeIn(await dinas.says('/undang Kabupaten Bengkalis', PRIVATELY))}`, PRIVATELY);
  const made = codeIn(await kadis.says('/undang Mandau', PRIVATELY));
  const again = codeIn(await dinas.says('/undang Kabupaten Bengkalis', PRIVATELY));
  const asked = await dinas.says('/cabut Kabupaten Bengkalis', PRIVATELY);
  await dinas.presses(asked.said.at(-1)!, 'Ya, cabut');
  await kadis.says(`/mulai ${again}`, PRIVATELY).hears('Silakan tambahkan bot ini');
  await kadis.says(`/mulai ${made}`).hears('Kode itu tidak berlaku');
});

it('takes the code of a further group from a camat who hands over', async () => {
  const camat = await open(stage);
  const older = codeIn(await camat.says('/undang', PRIVATELY));
  const newer = codeIn(await camat.says('/undang', PRIVATELY));
  const codes = () =>
    inDatabase(stage.file, (db) => db.value<[], number>('SELECT count(*) FROM invitation').get());
  expect([older === newer, codes()]).toEqual([false, 1]);
  const { id } = await person(stage, 'Pak Baru').says('selamat pagi');
  const asked = await camat.says('/tunjuk camat', { replyTo: id });
  await camat.presses(asked.said.at(-1)!, 'Ya, serahkan');
  expect(codes()).toBe(0);
});

it('takes back only the roles that the question was about', async () => {
  const dinas = person(stage, 'Bu Dinas');
  await dinas.says(`/mulai ${stage.invitation('14')}`, PRIVATELY);
  await person(stage, 'Ibu Kadis').says(`/mulai ${stage.invitation('14.03')}`, PRIVATELY);
  const asked = await dinas.says('/cabut Kabupaten Bengkalis', PRIVATELY);
  const bupati = person(stage, 'Pak Bupati');
  await bupati.says(`/mulai ${codeIn(await dinas.says('/undang Bengkalis bupati', PRIVATELY))}`, PRIVATELY);
  const again = await dinas
    .presses(asked.said.at(-1)!, 'Ya, cabut')
    .hears('belum ada yang dicabut', 'Cabut jabatan');
  await bupati.says('/rekap', PRIVATELY).hears('Kabupaten Bengkalis');
  await dinas.presses(again, 'Ya, cabut').hears('sudah dicabut');
});

it('lets a holder give a vacant role of the area, and hand over the own one after a yes; never one that is held', async () => {
  const kadis = person(stage, 'Ibu Kadis');
  await kadis.says(`/mulai ${stage.invitation('14.03')}`).hears('Kabupaten Bengkalis sudah aktif');
  const second = person(stage, 'Bu Kabid');
  const hello = await second.says('Selamat pagi');
  await second.says('/tunjuk bupati', { replyTo: hello.id }).hears('hanya untuk yang memegang');
  await kadis.says('/tunjuk bupati').hears('Balas pesan yang bersangkutan', 'kadis pmd');
  const vacant = await kadis
    .says('/tunjuk Kepala Dinas PMD', { replyTo: hello.id })
    .hears('Berikan jabatan Kepala Dinas PMD Kabupaten Bengkalis di bot ini kepada Bu Kabid?');
  await second.says('/rekap', PRIVATELY).hears(/^(?!.*Rekap)/s);
  await kadis.presses(vacant, 'Ya, berikan').hears('Kepala Dinas PMD Kabupaten Bengkalis kini: Bu Kabid');
  await second.says('/undang Mandau', PRIVATELY).hears(/Kecamatan Mandau: \w{5}-\w{5}/);

  const successor = person(stage, 'Pak Baru');
  const here = await successor.says('Hadir');
  for (const options of [{ replyTo: here.id }, {}])
    await second
      .says('/tunjuk kadis koperasi', options)
      .hears(
        'Kepala Dinas Koperasi Kabupaten Bengkalis sudah ada pemegangnya',
        /balas pesan penggantinya dengan \/tunjuk(@\w+)? kadis koperasi/,
        /yang memegang Provinsi Riau dengan \/cabut(@\w+)? Kabupaten Bengkalis, atau pengelola bot/,
      );
  const asked = await kadis
    .says('/tunjuk kadis koperasi', { replyTo: here.id })
    .hears('Serahkan jabatan Kepala Dinas Koperasi Kabupaten Bengkalis di bot ini kepada Pak Baru?');
  const { alert } = await second.presses(asked, 'Ya, serahkan');
  expect(alert).toBeDefined();
  await kadis
    .presses(asked, 'Ya, serahkan')
    .hears('Kepala Dinas Koperasi Kabupaten Bengkalis kini: Pak Baru');
  await kadis.says('/undang Mandau', PRIVATELY).hears(/^(?!.*\w{5}-\w{5})/s);
  await successor.says('/undang Mandau', PRIVATELY).hears(/Kecamatan Mandau: \w{5}-\w{5}/);
});

it('hands nothing over to whoever was forgotten since the question, and keeps no trace of them', async () => {
  const kadis = person(stage, 'Ibu Kadis');
  await kadis.says(`/mulai ${stage.invitation('14.03')}`).hears('Kabupaten Bengkalis sudah aktif');
  const guest = person(stage, 'Xylofonius');
  const hello = await guest.says('Selamat pagi');
  const asked = await kadis.says('/tunjuk kadis koperasi', { replyTo: hello.id }).hears('kepada Xylofonius?');
  await guest.says('/lupakan_saya ya', PRIVATELY).hears('dihapus');
  expect(everyRow(stage.file)).not.toContain('Xylofonius');
  const { alert } = await kadis.presses(asked, 'Ya, serahkan');
  expect(alert).toMatch('tidak berlaku lagi');
  expect(stage.store.read((tx) => tx.people.heldIn('14.03' as AreaCode))).toMatchObject([
    { name: 'Ibu Kadis' },
  ]);
});

it('tells those above and its own groups that nobody leads a kabupaten whose only leader was forgotten', async () => {
  const governor = person(stage, 'Pak Gubernur');
  const above = { group: 'Grup Riau' };
  await governor.says(`/mulai ${stage.invitation('14')}`, above).hears('Provinsi Riau sudah aktif');
  const kadis = person(stage, 'Ibu Kadis');
  await kadis.says(`/mulai ${stage.invitation('14.03')}`).hears('Kabupaten Bengkalis sudah aktif');
  const { said } = await kadis.says('/lupakan_saya ya', PRIVATELY);
  const told = said.filter(({ text }) => text.includes('belum ada yang memimpin Kabupaten Bengkalis'));
  expect(told.map(({ group }) => group)).toContain('Grup Riau');
  expect(told).toHaveLength(2);
  expect(told.map(({ text }) => text).join()).not.toContain('Ibu Kadis');
});
