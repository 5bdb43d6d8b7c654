import { expect, it } from 'vitest';
import type { Instant } from '../../src/domain/ids.ts';
import { open, type Person, person, register } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

onEveryPlatform('recap and deadline', (stage) => {
  it('shows who is behind first, silence apart, totals and the change of today', async () => {
    const camat = await open(stage());
    await camat.says('/lapor petani 1 2 3');
    await stage().at('2027-04-02T02:00:00Z');
    await camat.says('/lapor bumbung 1');
    const recap = await camat
      .says('/rekap')
      .hears(
        'Rekap KDMP Kecamatan Bathin Solapan',
        '2 Apr 09.00 WIB',
        '43 hari lagi',
        '4/91',
        'hari ini bertambah 1 unit',
      );
    expect(recap.text.indexOf('Bumbung 1/7')).toBeLessThan(recap.text.indexOf('Petani 3/7'));
    expect(recap.text).toMatch(/Belum pernah melapor: Air Kulim, .*Pematang Obo/);
    expect(recap.text).toMatch(/Kantor 2 · Sembako 1 · Simpan Pinjam 1 · Klinik 0/);
  });

  it('takes the names of what every object has for words like any others', async () => {
    const camat = await open(stage());
    for (const word of ['constructor', '__proto__', 'toString'])
      await camat.says(`/rekap ${word}`).hears('Rekap KDMP Kecamatan Bathin Solapan');
  });

  it('counts from midnight by the clocks of the kecamatan', async () => {
    const camat = await open(stage());
    await stage().at('2027-04-02T16:59:00Z');
    await camat.says('/lapor petani 1');
    await stage().at('2027-04-02T17:01:00Z');
    await camat.says('/rekap').hears('1/91', 'hari ini jumlahnya tetap');
    await camat.says('/lapor petani 2');
    await camat.says('/rekap').hears('2/91', 'hari ini bertambah 1 unit');
  });

  it('lists what each village lacks', async () => {
    const camat = await open(stage());
    await camat.says('/lapor petani semua sudah kecuali klinik dan apotek');
    await camat.says('/lapor bumbung belum ada satupun');
    await camat
      .says('/belum')
      .hears('Petani: klinik dan apotek', 'Bumbung: ketujuh unit', /Belum pernah melapor: Air Kulim/);
  });

  it('moves a deadline by no message that was said before the last one, and counts days from when it was said', async () => {
    const camat = await open(stage());
    await stage().at('2027-04-10T02:00:00Z');
    const first = { at: '2027-04-04T02:00:00Z' as Instant };
    const later = { at: '2027-04-05T02:00:00Z' as Instant };
    await camat.says('/tenggat empat minggu lagi', first).hears('menjadi Minggu, 2 Mei 2027');
    await camat.says('/tenggat 10 mei 2027', later).hears('menjadi Senin, 10 Mei 2027');
    await camat.says('/tenggat 12 mei 2027', first).hears('Sesudah pesan itu ditulis', 'Senin, 10 Mei 2027');
    await camat.says('/tenggat').hears('10 Mei 2027');
  });

  it('moves no deadline back by an edit of a message, or late, over what was decided since', async () => {
    const camat = await open(stage());
    const kasi = person(stage(), 'Pak Kasi');
    await camat.says('/tunjuk kasi', { replyTo: (await kasi.says('pagi')).id });
    const { id } = await camat.says('/tenggat 10 mei');
    await stage().at('2027-04-01T02:30:00Z');
    await camat.says('/tenggat 11 mei', { edits: id }).hears('Selasa, 11 Mei 2027');
    await stage().at('2027-04-01T02:40:00Z');
    await camat.says('/tenggat 10 mei', { edits: id }).hears('menjadi Senin, 10 Mei 2027');
    await stage().at('2027-04-02T02:00:00Z');
    await kasi.says('/tenggat 12 mei 2027').hears('12 Mei 2027');
    await stage().at('2027-04-02T02:10:00Z');
    await camat.says('/tenggat 10 mei 2027', { edits: id }).hears('Sesudah pesan itu ditulis', '12 Mei 2027');
    await camat.says('/tenggat').hears('12 Mei 2027');
  });

  it('decides nothing by a message that was said before a decision about the same thing', async () => {
    const camat = await open(stage());
    const [kasi, joko, rina] = ['Pak Kasi', 'Joko', 'Rina'].map((name) => person(stage(), name)) as [
      Person,
      Person,
      Person,
    ];
    await camat.says('/tunjuk kasi', { replyTo: (await kasi.says('pagi')).id });
    const spoken = { joko: (await joko.says('pagi')).id, rina: (await rina.says('pagi')).id };
    await kasi.says('/tunjuk kades Petani', { replyTo: spoken.joko }).hears('Joko kini tercatat');
    await stage().at('2027-04-08T02:00:00Z');
    const asked = await camat.says('/cabut Petani').hears('Joko');
    await camat.presses(asked, 'Ya').hears('dicabut');
    await camat.says('/pengingat nyala');
    await stage().at('2027-04-10T02:00:00Z');
    const before = { at: '2027-04-03T02:00:00Z' as Instant };
    await kasi
      .says('/tunjuk kades Petani', { replyTo: spoken.joko, ...before })
      .hears('sudah ada keputusan lain tentang jabatan Kepala Desa Petani', 'sebagai pesan baru');
    await kasi.says('/pengingat mati', before).hears('keputusan lain tentang pengingat');
    await camat.says('/pengingat').hears('Pengingat otomatis aktif');
    // Two decisions that come late together count in their order, and those about something else.
    await kasi.says('/tunjuk ba Pamesi', { replyTo: spoken.rina, ...before }).hears('Rina kini tercatat');
    await kasi
      .says('/tunjuk ba Pamesi', { replyTo: spoken.joko, at: '2027-04-03T03:00:00Z' as Instant })
      .hears('Joko kini tercatat');
    const role = stage()
      .store.read((tx) => tx.people.holders('14.03.16' as never))
      .find(({ name, kind }) => name === 'Rina' && kind === 'ba')!;
    await camat.says(`/cabut #${role.id}`, before).hears('keputusan lain tentang jabatan BA Desa Pamesi');
    await kasi.says('/tunjuk kades Petani', { replyTo: spoken.joko }).hears('Joko kini tercatat');
  });

  it('unlinks no group by a message that was said before it was linked', async () => {
    const camat = await open(stage());
    await stage().at('2027-04-05T02:00:00Z');
    await camat.says('/lepas ya').hears('dilepas');
    await camat
      .says(`/mulai ${stage().invitation()}`)
      .hears('sekarang tersambung', /^Camat Bathin Solapan: /m);
    await stage().at('2027-04-10T02:00:00Z');
    await camat
      .says('/lepas ya', { at: '2027-04-05T01:50:00Z' as Instant })
      .hears('keputusan lain tentang sambungan grup ini');
    await camat.says('/rekap').hears('13 desa');
    await camat.says('/lepas ya', { at: '2027-04-06T01:00:00Z' as Instant }).hears('dilepas');
  });

  it('reads a deadline in the ways people write it, and refuses a past or impossible one', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/tenggat').hears('15 Mei 2027', '44 hari lagi');
    await petani.says('/tenggat 20 Mei 2027').hears('hanya dapat diubah');
    for (const [typed, date] of [
      ['20 Mei 2027', '20 Mei 2027'],
      ['1/6/2027', '1 Juni 2027'],
      ['2027-06-02', '2 Juni 2027'],
      ['3 agustus 2027', '3 Agustus 2027'],
    ])
      await camat.says(`/tenggat ${typed}`).hears(date!);
    await camat.says('/tenggat 31 Februari 2028').hears('belum terbaca');
    await camat.says('/tenggat besok sore').hears('belum terbaca');
    await camat.says('/tenggat 1/1/2027').hears('sudah lewat');
  });

  it('answers members in a private chat', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('1 3', { privately: true }).hears('Desa Petani (2/7)');
    await petani.says('/rekap', { privately: true }).hears('2/91');
    await person(stage(), 'Tamu').says('/rekap', { privately: true }).hears('grup kecamatan');
    await person(stage(), 'Tamu').says('/apapun', { privately: true }).hears('/bantuan');
  });
});
