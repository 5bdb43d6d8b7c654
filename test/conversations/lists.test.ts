import { expect, it } from 'vitest';
import { open, register } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

onEveryPlatform('the fill-in list', (stage) => {
  it('prints every village with its state, and changes nothing when it comes back as it was', async () => {
    const camat = await open(stage());
    await camat.says('/lapor petani: kantor sudah, kios belum, klinik proses, gudang sudah buka');
    const list = await camat
      .says('/rekap daftar')
      .hears('Data per 01-04-2027 09.00', /^1\. Petani : kantor koperasi ✅/m);
    expect(list.text).toMatch(/^2\. Air Kulim : ?$/m);
    await stage().at('2027-04-01T03:00:00Z');
    await camat.replies(list, list.text).hears('Isinya sama dengan data yang tercatat');
  });

  it('takes the own row of a village head and leaves the others alone', async () => {
    const camat = await open(stage());
    const air = await register(stage(), camat, 'Sari', 'Air Kulim');
    const list = await camat.says('/rekap daftar').hears('Daftar isian');
    await stage().at('2027-04-01T03:00:00Z');
    const filled = list.text
      .replace('1. Petani :', '1. Petani : kantor')
      .replace('2. Air Kulim :', '2. Air Kulim : kantor sudah, klinik belum');
    await air.replies(list, filled).hears('Dicatat untuk Desa Air Kulim (1/7)');
    await camat.says('/rekap').hears('1/91', /Belum pernah melapor: Petani/);
  });

  it('takes all rows of the camat', async () => {
    const camat = await open(stage());
    const list = await camat.says('/rekap daftar').hears('Daftar isian');
    await stage().at('2027-04-01T03:00:00Z');
    const filled = list.text
      .replace('1. Petani :', '1. Petani : kantor')
      .replace('2. Air Kulim :', '2. Air Kulim : 1 2 5');
    await camat.replies(list, filled).hears('Desa Petani (1/7)', 'Desa Air Kulim (3/7)');
  });

  it('changes nothing that is newer than the list it was copied from', async () => {
    const camat = await open(stage());
    const air = await register(stage(), camat, 'Sari', 'Air Kulim');
    await air.says('/lapor kantor belum');
    const list = await camat.says('/rekap daftar').hears('kantor koperasi ❌');
    await stage().at('2027-04-01T03:00:00Z');
    await air.says('/lapor kantor sudah').hears('1/7');
    await stage().at('2027-04-01T04:00:00Z');
    await air
      .replies(list, list.text.replace('kantor koperasi ❌', 'kantor koperasi ❌, klinik sudah'))
      .hears('klinik: berdiri', 'setelah daftar itu dibuat: kantor koperasi');
    await camat.says('/status air kulim').hears('kantor koperasi: berdiri');
  });

  it('revives nothing that was taken back after it was written', async () => {
    const camat = await open(stage());
    const air = await register(stage(), camat, 'Sari', 'Air Kulim');
    await air.says('/lapor gudang proses');
    await stage().at('2027-04-01T02:05:00Z');
    const gudang = await air.says('/lapor gudang sudah').hears('gudang: berdiri');
    const klinik = await air.says('/lapor klinik sudah').hears('klinik: berdiri');
    await stage().at('2027-04-01T02:10:00Z');
    const list = await camat.says('/rekap daftar').hears('klinik ✅, gudang ✅');
    await stage().at('2027-04-01T03:00:00Z');
    await camat.replies(gudang, '/batal').hears('Gudang kembali ke status proses');
    await air.replies(klinik, '/batal').hears('Klinik kembali ke status belum lapor');
    await stage().at('2027-04-01T04:00:00Z');
    await air
      .replies(list, list.text.replace('klinik ✅', 'klinik ✅, logistik ✅'))
      .hears('logistik: berdiri', 'setelah daftar itu dibuat: klinik dan gudang');
    await camat.says('/status air kulim').hears('klinik: belum lapor', 'gudang: proses');
    await air.says('/lapor gudang sudah, klinik sudah').hears('3/7');
  });
});
