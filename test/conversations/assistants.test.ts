import { expect, it } from 'vitest';
import type { AreaCode } from '../../src/domain/ids.ts';
import { openRegency, openReportingRegency } from '../regency.ts';
import { type Person, person, type Stage } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

const PRIVATELY = { privately: true };

const held = (stage: Stage) =>
  stage.store
    .read((tx) => tx.people.heldIn('14.03' as AreaCode))
    .map(({ kind, name }) => `${kind} ${name}`)
    .toSorted();

/** A Kadis gives a role to somebody who has said something in the group. */
async function appoint(kadis: Person, somebody: Person, role: string) {
  const { id } = await somebody.says('Selamat pagi');
  const asked = await kadis.says(`/tunjuk ${role}`, { replyTo: id }).hears(`kepada ${somebody.name}?`);
  return kadis.presses(asked, 'Ya, berikan').hears('Kabupaten Bengkalis kini: ', somebody.name);
}

onEveryPlatform('those who assist the head of a kabupaten', (stage) => {
  it('keep their role when the message that gave it says something else, and that is said', async () => {
    const kadis = await openReportingRegency(stage());
    const { id } = await person(stage(), 'Bu Ani').says('Selamat pagi');
    const given = await kadis.says('/tunjuk kabid', { replyTo: id });
    await stage().at('2027-04-01T02:03:00Z');
    await kadis.presses(given.said.at(-1)!, 'Ya, berikan').hears('Bu Ani');
    await stage().at('2027-04-01T02:05:00Z');
    await kadis.says('maaf salah orang', { edits: given.id }).hears('tetap berlaku: menunjuk Kepala Bidang');
  });

  it('keep it, and are named, though all was said in one moment', async () => {
    const kadis = await openReportingRegency(stage());
    const { id } = await person(stage(), 'Bu Ani').says('Selamat pagi');
    const given = await kadis.says('/tunjuk kabid', { replyTo: id });
    await kadis.presses(given.said.at(-1)!, 'Ya, berikan').hears('Bu Ani');
    await kadis.says('maaf salah orang', { edits: given.id }).hears('tetap berlaku: menunjuk Kepala Bidang');
  });

  it('are named by an edit of that message also after the role of another in their office has ended', async () => {
    const kadis = await openReportingRegency(stage());
    const { id } = await person(stage(), 'Bu Ani').says('Selamat pagi');
    const given = await kadis.says('/tunjuk kabid', { replyTo: id });
    await kadis.presses(given.said.at(-1)!, 'Ya, berikan').hears('Bu Ani');
    const budi = person(stage(), 'Pak Budi');
    await appoint(kadis, budi, 'kabid');
    const revoked = await kadis.says('/cabut', { replyTo: (await budi.says('Selamat siang')).id });
    await kadis.presses(revoked.said.at(-1)!, 'Ya').hears('Pak Budi');
    await kadis.says('maaf salah orang', { edits: given.id }).hears('tetap berlaku: menunjuk Kepala Bidang');
  });

  it('are named by an edit of that message also after others were given an office, not once theirs ended', async () => {
    const kadis = await openReportingRegency(stage());
    const ani = await person(stage(), 'Bu Ani').says('Selamat pagi');
    const given = await kadis.says('/tunjuk kabid', { replyTo: ani.id });
    await stage().at('2027-04-01T02:03:00Z');
    await kadis.presses(given.said.at(-1)!, 'Ya, berikan').hears('Bu Ani');
    await stage().at('2027-04-01T02:04:00Z');
    await appoint(kadis, person(stage(), 'Pak Budi'), 'sekretaris dinas');
    await appoint(kadis, person(stage(), 'Pak Satria'), 'kabid');
    await stage().at('2027-04-01T02:05:00Z');
    await kadis.says('maaf salah orang', { edits: given.id }).hears('tetap berlaku: menunjuk Kepala Bidang.');
    await stage().at('2027-04-01T02:06:00Z');
    const revoked = await kadis.says('/cabut', { replyTo: ani.id }).hears('Bu Ani');
    await kadis.presses(revoked, 'Ya').hears('Bu Ani');
    await stage().at('2027-04-01T02:07:00Z');
    const { said } = await kadis.says('maaf, salah orang', { edits: given.id });
    expect(said.map(({ text }) => text).join()).not.toContain('tetap berlaku');
  });

  it('are given their role by a reply, several of one, and may invite; they give and take no role', async () => {
    const kadis = await openReportingRegency(stage());
    const [first, second, force] = ['Bu Ani', 'Pak Budi', 'Pak Satria'].map((name) => person(stage(), name));
    await appoint(kadis, first!, 'kabid');
    await appoint(kadis, second!, 'Kepala Bidang');
    await appoint(kadis, force!, 'satgas');
    expect(held(stage())).toEqual([
      'kabid Bu Ani',
      'kabid Pak Budi',
      'kadis_koperasi Ibu Kadis',
      'satgas Pak Satria',
    ]);
    await kadis
      .says('/tunjuk')
      .hears('Kepala Bidang: Bu Ani dan Pak Budi', 'Kepala Dinas Koperasi: Ibu Kadis');
    await first!.says('/rekap', PRIVATELY).hears('Rekap KDKMP Kabupaten Bengkalis');
    await first!.says('/undang Talang Muandau', PRIVATELY).hears(/Kecamatan Talang Muandau: \w{5}-\w{5}/);
    await first!
      .says('/tenggat 1 Mei 2027')
      .hears('Tenggat Kabupaten Bengkalis diubah oleh pimpinannya: Kepala Dinas');
    await first!.says('/tenggat').hears('15 Mei 2027');
    const { id } = await second!.says('Hadir');
    await first!
      .says('/tunjuk kadis pmd', { replyTo: id })
      .hears('diberikan dan dicabut oleh pimpinannya: Kepala Dinas Koperasi, Kepala Dinas PMD');
    await first!
      .says('/tunjuk kabid', { replyTo: id })
      .hears('diberikan dan dicabut oleh pimpinannya: Kepala Dinas Koperasi');
    await first!.says('/cabut satgas').hears('diberikan dan dicabut oleh pimpinannya');
    expect(held(stage())).toHaveLength(4);
  });

  it('lose it by the command that takes back others, which a further press repeats for nobody', async () => {
    const kadis = await openRegency(stage());
    const [first, second, guest] = ['Bu Ani', 'Pak Budi', 'Pak Tamu'].map((name) => person(stage(), name));
    await appoint(kadis, first!, 'sekretaris');
    await appoint(kadis, second!, 'satgas');
    await first!.says('/undang semua', PRIVATELY).hears('11 undangan');
    await kadis.says('/cabut kabid').hears('Tidak ada jabatan yang dapat dicabut');
    await kadis.says('/cabut bupati').hears('hanya dapat dicabut oleh yang memegang Provinsi Riau');
    const list = await kadis.says('/cabut satgas').hears('Cabut jabatan Pak Budi sebagai Satgas/PMO?');
    await guest!.presses(list, list.buttons[0]!);
    expect(held(stage())).toContain('satgas Pak Budi');
    await kadis
      .presses(list, list.buttons[0]!)
      .hears(/^Jabatan Pak Budi sebagai Satgas\/PMO Kabupaten Bengkalis di bot ini dicabut\.$/m)
      .then(({ text }) => expect(text).not.toContain('kode undangan'));
    const { id } = await first!.says('Hadir');
    const own = await kadis
      .says('/cabut', { replyTo: id })
      .hears('Cabut jabatan Bu Ani sebagai Sekretaris Dinas?');
    await kadis
      .replies(own, 'y')
      .hears('Jabatan Bu Ani sebagai Sekretaris Dinas', '11 kode undangan yang dibuatnya tidak berlaku lagi');
    expect(held(stage())).toEqual(['kadis_koperasi Ibu Kadis']);
    await first!.says('/undang Mandau', PRIVATELY).hears(/^(?![\s\S]*\w{5}-\w{5})/);
  });
});
