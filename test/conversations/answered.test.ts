import { expect, it } from 'vitest';
import { open, person, register, type Said, type Stage } from '../stage.ts';
import { whatsappStage } from '../stages/whatsapp.ts';
import { onEveryPlatform } from './stages.ts';

/** A question whether a unit is to be lowered, put to the head of Petani. */
async function askedToLower(stage: Stage) {
  const camat = await open(stage);
  const head = await register(stage, camat, 'Budi', 'Petani');
  await head.says('/lapor klinik sudah');
  const asked = await head.says('/lapor klinik belum').hears('Apakah benar statusnya turun?');
  return { camat, head, asked };
}

/** The form that a message of the bot has by now. */
const formOf = ({ id }: Said, said: readonly Said[]) => said.findLast((each) => each.id === id);

onEveryPlatform(
  'a question that was answered',
  (stage) => {
    it.each(['tidak', 'ya'])('by the word %j shows no buttons any more', async (words) => {
      const { head, asked } = await askedToLower(stage());
      const { said } = await head.replies(asked, words);
      expect(formOf(asked, said)).toMatchObject({ text: asked.text, buttons: [] });
      await head.presses(asked, 'Ya').isAlerted(/tidak berlaku lagi/);
    });

    it('by the next message shows none either', async () => {
      const { head, asked } = await askedToLower(stage());
      const { said } = await head.says('tidak');
      expect(formOf(asked, said)).toMatchObject({ buttons: [] });
    });

    it('by a press whose answer notifies somebody shows none', async () => {
      const camat = await open(stage());
      await register(stage(), camat, 'Budi', 'Petani');
      await person(stage(), 'Andi').says('/daftar Petani kades');
      const list = await camat.says('/setujui').hears('Andi');
      const asked = await camat.presses(list, 'Setujui').hears('Budi');
      const { said } = await camat.presses(asked, 'Ya, ganti');
      expect(formOf(asked, said)).toMatchObject({ buttons: [] });
      expect(said.map(({ text }) => text).join('\n')).toContain('Andi kini tercatat');
      await camat.presses(asked, 'Ya, ganti').isAlerted(/tidak berlaku lagi/);
    });
  },
  ['WhatsApp'],
);

it('is not changed on WhatsApp, which has no buttons and a daily cap', async () => {
  const stage = await whatsappStage();
  try {
    const { head, asked } = await askedToLower(stage);
    const { said } = await head.replies(asked, 'tidak');
    expect(said.map(({ text }) => text)).toEqual(['Desa Petani: tidak ada yang diubah.']);
  } finally {
    await stage.close();
  }
});
