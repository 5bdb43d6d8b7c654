import { expect, it } from 'vitest';
import { open, register } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

onEveryPlatform('what has to be asked', (stage) => {
  it('asks how units stand that were named without it, and offers what is clear', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const question = await petani
      .says('/lapor gudang masih dibangun pak, yg lain aman')
      .hears('logistik: sudah berdiri, masih proses, atau belum', 'Belum ada yang dicatat');
    expect(question.buttons.join(' | ')).toMatch(/Sudah.*Proses.*Belum.*Buka.*Catat/su);
    await petani
      .presses(question, 'Proses')
      .hears('Dicatat untuk Desa Petani', /gudang dan logistik: proses/u);
  });

  it('records the clear part alone with one tap', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const question = await petani.says('/lapor kantor sudah, klinik katanya sudah').hears('belum jelas');
    await petani.presses(question, 'Catat kantor koperasi saja').hears('kantor koperasi: berdiri');
    await camat.says('/status petani').hears('klinik: belum lapor');
  });

  it('names what is of another matter as not recorded', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani
      .says('/lapor NIB sudah, NPWP sudah, kantor sudah')
      .hears('kantor koperasi: berdiri', 'NIB dan NPWP: belum ada tempatnya di sini');
    await petani.says('/lapor NIB sudah').hears('NIB: belum ada tempatnya', 'Belum ada yang dicatat');
  });

  it('takes its own texts, copied, for none', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const missing = await petani.says('/belum').hears('Yang belum berdiri');
    await petani.says(`/lapor ${missing.text}`).hears('Untuk melapor');
    await camat.says('/status petani').hears('kantor koperasi: belum lapor');
  });
});
