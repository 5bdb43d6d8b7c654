import { expect, it } from 'vitest';
import { open, person } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

onEveryPlatform('a letter', (stage) => {
  it('means what its reader saw, in a list that has changed since', async () => {
    const camat = await open(stage());
    const seen = await person(stage(), 'Orang Asing')
      .says('/daftar Pamesi kades')
      .hears('Orang Asing sebagai');
    expect(seen.buttons[1]).toMatch(/^Tolak Orang Asing/);
    // Petani stands before Pamesi: what was B is E in a list that is counted anew.
    await person(stage(), 'Budi').says('/daftar Petani kades').hears('Budi sebagai', 'Orang Asing sebagai');
    await camat
      .replies(seen, 'B')
      .hears('Permintaan Orang Asing sebagai kepala desa Desa Pamesi tidak disetujui');
    await camat.replies(seen, 'b').hears('Pilihan itu sudah tidak berlaku', 'Budi sebagai');
    await camat.replies(seen, 'A').hears('Pilihan itu sudah tidak berlaku');
    await camat.says('/rekap').hears('0/91');
    await person(stage(), 'Orang Asing').says('/lapor kantor sudah').hears('disimpan');
  });

  it('is never given to something else in one message', async () => {
    const camat = await open(stage());
    const list = await person(stage(), 'Andi').says('/daftar Petani kades').hears('Andi sebagai');
    await camat.presses(list, 'Tolak Andi').hears('tidak disetujui');
    await person(stage(), 'Sari').says('/daftar Bumbung sekdes').hears('Sari sebagai');
    await camat.replies(list, 'A').hears('Pilihan itu sudah tidak berlaku');
    await camat.says('/setujui').hears('Sari sebagai');
  });
});
