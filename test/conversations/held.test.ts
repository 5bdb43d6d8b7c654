import { expect, it } from 'vitest';
import { open, person } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

onEveryPlatform('reports of somebody whose role is not approved yet', (stage) => {
  const ledger = () =>
    stage()
      .store.read((tx) => tx.ledger.village('14.03.16.2001' as never))
      .map(({ unit, status }) => `${unit} ${status}`)
      .sort();

  it('are told in one message when it is, the newest few of them; /batal takes all of them back', async () => {
    const camat = await open(stage());
    const budi = person(stage(), 'Budi');
    await budi.says('/daftar petani kades').hears('menunggu persetujuan');
    for (let i = 0; i < 12; i++) await budi.says('/lapor petani kios sudah').hears('kami simpan');
    await budi.says('/lapor petani klinik sudah').hears('kami simpan');
    await budi.says('/lapor petani gudang proses').hears('kami simpan');
    await budi.says('/lapor petani apotek sudah').hears('kami simpan');
    const { said } = await camat.says('/setujui semua');
    const echoes = said.filter(({ text }) => text.includes('Dicatat'));
    expect(echoes).toHaveLength(1);
    for (const unit of ['klinik', 'gudang', 'apotek']) expect(echoes[0]!.text).toContain(unit);
    expect(echoes[0]!.text.match(/\/batal/g)).toHaveLength(1);
    // What was said a dozen times before is out of date by then.
    expect(ledger()).toEqual(['apotek berdiri', 'gudang proses', 'klinik berdiri']);
    await budi.replies(echoes[0]!, '/batal').hears('Klinik', 'Gudang', 'Apotek');
    expect(ledger()).toEqual([]);
  });

  it('ask in that message what is to be lowered, once', async () => {
    const camat = await open(stage());
    await camat.says('/lapor petani kantor beroperasi, gudang beroperasi').hears('Dicatat');
    const budi = person(stage(), 'Budi');
    await budi.says('/daftar petani kades').hears('menunggu persetujuan');
    await stage().at('2027-04-01T02:10:00.000Z');
    await budi.says('/lapor petani klinik sudah').hears('kami simpan');
    await budi.says('/lapor petani kantor belum').hears('kami simpan');
    await budi.says('/lapor petani gudang belum').hears('kami simpan');
    const { said } = await camat.says('/setujui semua');
    const echoes = said.filter(({ text }) => /Dicatat|statusnya turun/.test(text));
    expect(echoes).toHaveLength(1);
    expect(echoes[0]!.text).toMatch(/klinik[\s\S]*kantor.*: beroperasi → belum\ngudang: beroperasi → belum/);
    expect(echoes[0]!.buttons).toEqual(['Ya, benar turun', 'Tidak']);
    await budi.presses(echoes[0]!, 'Ya, benar turun');
    expect(ledger()).toEqual(['gudang belum', 'kantor belum', 'klinik berdiri']);
  });

  it('ask one question that a newer one about any of its units takes the place of', async () => {
    const camat = await open(stage());
    await camat.says('/lapor petani klinik sudah, gudang sudah');
    const budi = person(stage(), 'Budi');
    await budi.says('/daftar petani kades').hears('menunggu persetujuan');
    await stage().at('2027-04-01T02:05:00Z');
    await budi.says('/lapor petani klinik belum').hears('kami simpan');
    await budi.says('/lapor petani gudang belum').hears('kami simpan');
    const { said } = await camat.says('/setujui semua');
    const old = said.find(({ buttons }) => buttons[0] === 'Ya, benar turun')!;
    await stage().at('2027-04-01T02:06:00Z');
    await camat.says('/lapor petani klinik proses').hears('klinik: berdiri → proses');
    await budi.presses(old, 'Ya').isAlerted(/tidak berlaku lagi/);
    await camat.says('/status petani').hears('klinik: berdiri', 'gudang: berdiri');
  });
});
