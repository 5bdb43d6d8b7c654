import { expect, it } from 'vitest';
import type { AreaCode, DistrictCode, OutboxId, VillageCode } from '../../src/domain/ids.ts';
import type { RecapFile } from '../../src/text/content.ts';
import { openRegency } from '../regency.ts';
import { open, person, register, type Stage } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

const HERE = '14.03.16' as DistrictCode;
const PETANI = '14.03.16.2001' as VillageCode;

/** What was decided, oldest first: by which role, what, about what. */
const acts = (stage: Stage, area: AreaCode | VillageCode = HERE) =>
  stage.store
    .read((tx) => tx.acts.within(area, 99))
    .map(({ by, kind, about }) => [by, kind, ...(about === null ? [] : [about])].join(' '))
    .reverse();

onEveryPlatform('what camat and kasi decide', (stage) => {
  it('is noted by role: who may what, the deadline, the reminders, the link, the office', async () => {
    const camat = await open(stage());
    const rina = person(stage(), 'Rina');
    const { id } = await rina.says('selamat pagi');
    await camat.says('/tunjuk kasi', { replyTo: id }).hears('Kasi PMD');
    await person(stage(), 'Budi').says('/daftar Petani kades');
    await rina.says('/setujui semua').hears('kini tercatat');
    await person(stage(), 'Andi').says('/daftar Petani kades');
    const list = await camat.says('/setujui').hears('satu per satu');
    await camat
      .presses(await camat.presses(list, 'Setujui Andi').hears('Budi'), 'Ya, ganti')
      .hears('Andi kini');
    await person(stage(), 'Sari').says('/daftar Bumbung sekdes');
    await rina.says('/tolak semua').hears('tidak disetujui');
    await rina.says('/tenggat 1 Mei 2027').hears('1 Mei 2027');
    await camat.says('/pengingat mati');
    await camat.says('/pengingat nyala');
    await camat
      .presses(await camat.says('/cabut Petani').hears('Cabut jabatan Andi'), 'Ya, cabut')
      .hears('dicabut');
    const office = await camat.says('/tunjuk camat', { replyTo: id }).hears('Serahkan');
    await camat.presses(office, 'Ya, serahkan').hears('Rina kini');
    await rina.presses(await rina.says('/lepas').hears('Lepaskan'), 'Ya').hears('dilepas');
    expect(acts(stage())).toEqual([
      'invitation linked',
      'invitation appointed camat',
      'camat appointed kasi',
      'kasi approved kades',
      'camat replaced kades',
      'camat approved kades',
      'kasi declined sekdes',
      'kasi deadline 2027-05-01',
      'camat reminders-off',
      'camat reminders-on',
      'camat revoked kades',
      'camat handed-over camat',
      'camat unlinked',
    ]);
  });

  it('is noted of who holds an area above as well', async () => {
    const kadis = await openRegency(stage());
    await kadis.says('/tenggat 10 Mei 2027').hears('10 Mei 2027');
    await kadis.says('/pengingat mati').hears('Senin');
    await kadis.says('/pengingat nyala').hears('Senin');
    await kadis.says('/rekap buka').hears('Kabupaten Bengkalis');
    await kadis.says('/rekap tutup').hears('Kabupaten Bengkalis');
    await kadis.says('/undang Mandau', { privately: true }).hears('Mandau');
    await kadis.says('/undang semua', { privately: true }).hears('11 undangan');
    await kadis.presses(await kadis.says('/lepas').hears('Kabupaten Bengkalis'), 'Ya');
    expect(acts(stage(), '14.03.09' as AreaCode)).toEqual(['kadis_koperasi invited camat']);
    expect(acts(stage(), '14.03' as AreaCode)).toEqual([
      'invitation linked',
      'invitation appointed kadis_koperasi',
      'kadis_koperasi deadline 2027-05-10',
      'kadis_koperasi reminders-off',
      'kadis_koperasi reminders-on',
      'kadis_koperasi shown-below',
      'kadis_koperasi hidden-below',
      'kadis_koperasi invited camat',
      'kadis_koperasi invited-parts 11',
      'kadis_koperasi unlinked',
    ]);
  });

  it('is shown in a village’s history and in the workbook; a report taken back by office too, one’s own not', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const first = (await petani.says('/lapor klinik sudah, apotek sudah')).said.at(-1)!;
    await camat.replies(first, '/batal').hears('dibatalkan');
    await petani.says('/lapor gudang sudah');
    await petani.says('/batal').hears('dibatalkan');
    expect(acts(stage(), PETANI)).toEqual(['camat approved kades', 'camat reversed klinik,apotek']);
    await camat
      .says('/riwayat petani')
      .hears(
        'membatalkan laporan klinik dan apotek (oleh camat)',
        'menyetujui pendaftaran kepala desa (oleh camat)',
      );
    const { said } = await camat.says('/riwayat bumbung');
    expect(said.at(-1)!.text).not.toContain('oleh camat');
    await camat.says('/rekap xlsx');
    const rows = Array.from({ length: 60 }, (_, i) =>
      stage().store.read((tx) => tx.outbox.get((i + 1) as OutboxId)),
    );
    const file = rows.find((row) => row?.content?.file)!.content!.file as RecapFile;
    expect(file.recap.acts).toMatchObject([
      { area: 'Petani', what: 'membatalkan laporan klinik dan apotek', by: 'camat' },
      { area: 'Petani', what: 'menyetujui pendaftaran kepala desa', by: 'camat' },
      { area: 'Kecamatan Bathin Solapan', what: 'menunjuk camat', by: 'kode undangan' },
      { area: 'Kecamatan Bathin Solapan', what: 'menautkan grup', by: 'kode undangan' },
    ]);
  });
});
