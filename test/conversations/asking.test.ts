import { describe, expect, it } from 'vitest';
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

  describe('of somebody who reports for two villages', () => {
    async function ofTwo() {
      const camat = await open(stage());
      const rina = await register(stage(), camat, 'Rina', 'Petani', 'ba');
      await rina.says('/daftar bumbung ba');
      await camat.says('/setujui semua').hears('kini tercatat');
      return { camat, rina };
    }

    it('asks which village before which unit, and keeps the status that was told', async () => {
      const { rina } = await ofTwo();
      const which = await rina.says('/lapor toko sudah').hears('Desa Petani atau Desa Bumbung');
      const unit = await rina.presses(which, 'Desa Bumbung').hears('gerai sembako atau apotek');
      const { text } = await rina.replies(unit, 'gerai sembako').hears('Dicatat untuk Desa Bumbung');
      expect(text).not.toContain('tidak disebut');
    });

    it('asks it of a clear report between people too, and of nothing else', async () => {
      const { camat, rina } = await ofTwo();
      for (const words of ['kantor bagaimana pak?', 'sudah', 'selamat pagi', 'toko sudah'])
        await rina.says(words).hearsNothing();
      await camat.says('gudang koperasi sudah berdiri').hearsNothing();
      await rina.says('gudang koperasi sudah berdiri').hears('Desa Petani atau Desa Bumbung');
      await rina.says('Bumbung').hears('Dicatat untuk Desa Bumbung', 'gudang: berdiri');
      await camat.says('/status petani').hears('gudang: belum lapor');
    });

    it('takes an answer without a village for the one that the question is about, and for none that it is not', async () => {
      const { camat, rina } = await ofTwo();
      const there = await rina.says('/lapor bumbung NIB sudah').hears('Belum ada yang dicatat');
      await rina.replies(there, 'kantor sudah').hears('Dicatat untuk Desa Bumbung');
      const nowhere = await rina.says('/lapor NIB sudah').hears('Belum ada yang dicatat');
      await rina.replies(nowhere, 'apotek sudah').hears('Desa Petani atau Desa Bumbung');
      await camat.says('/status petani').hears('apotek: belum lapor');
    });
  });
});
