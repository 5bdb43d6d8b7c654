import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostile } from '../hostile-names.ts';
import { open, person } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

/** The lines that the list of open requests may have, whatever the people in it are called. */
const LINE =
  /^(?:Pendaftaran yang menunggu persetujuan Ibu Camat:|• [^@/<>*_:]{1,40} sebagai Anggota BPD Desa Petani \((?:…\d{4}, )?1 Apr 09\.00 WIB\))$/;

onEveryPlatform('somebody with a hostile name', (stage) => {
  it('forges no line, no choice and no command, with it or with a caption', async () => {
    const camat = await open(stage());
    let n = 0;
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (name, caption) => {
        // The stage knows people by their names.
        const guest = person(stage(), `${name.slice(0, 200)}${++n}`);
        await guest.says(caption, { photo: true, mentionsBot: true });
        if (caption.trim() !== '') await guest.says(caption);
        const { said } = await guest.says('/daftar Petani bpd');
        const list = said.find(({ text }) => text.startsWith('Pendaftaran yang menunggu'))!;
        for (const line of list.text.split('\n')) expect(line).toMatch(LINE);
        expect(list.buttons).toHaveLength(2);
        expect(list.buttons[0]).toMatch(/^Setujui [^@/<>*_:\n]{1,40} · Petani$/);
        await camat.presses(list, 'Tolak').hears('tidak disetujui');
      }),
      { seed: 14, numRuns: 12 },
    );
    await camat.says('/rekap').hears('Belum ada laporan dari 13 desa');
    await camat.says('/setujui').hears('Tidak ada pendaftaran');
  }, 60_000);
});
