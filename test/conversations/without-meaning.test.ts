import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { open, person, register } from '../stage.ts';
import { simulatorStage } from '../stages/simulator.ts';
import { onEveryPlatform } from './stages.ts';

/** `tetap` is the "no" of a question, and nobody types it. */
const TYPED = commands.map(({ name }) => name).filter((name) => name !== 'tetap');

describe('a command with words that mean nothing', () => {
  it.each(['bismillah', '99'])('is answered: %j', async (words) => {
    const stage = await simulatorStage();
    const camat = await open(stage);
    const head = await register(stage, camat, 'Budi', 'Petani');
    const asker = person(stage, 'Sari');
    await asker.says('/daftar Pamesi kades').hears('menunggu persetujuan');
    const silent: string[] = [];
    for (const one of [camat, head, asker, person(stage, 'Orang Asing')])
      for (const privately of [false, true])
        for (const name of TYPED) {
          const { said, alert } = await one.says(`/${name} ${words}`, { privately });
          if (said.length === 0 && !alert) silent.push(`${one.name}: /${name}${privately ? ' japri' : ''}`);
        }
    expect(silent).toEqual([]);
    await stage.close();
  });
});

onEveryPlatform('words behind /lapor that mean nothing', (stage) => {
  it('are answered with what to write, each time', async () => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Budi', 'Petani');
    for (const words of ['bismillah', 'bismillah', 'Petani bismillah', 'apakah kantor sudah?', 'siap Bu'])
      await head.says(`/lapor ${words}`).hears(/misalnya: kantor sudah|misalnya 1 3 5|dimaksud/);
    await person(stage(), 'Sari').says('/lapor bismillah').hears('belum terdaftar di sini', '/daftar');
  });
});
