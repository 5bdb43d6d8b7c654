import { it } from 'vitest';
import { open, person, register } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

onEveryPlatform('words said to the bot by its name in a kecamatan', (stage) => {
  const ofHead = async () => {
    const camat = await open(stage());
    return { camat, head: await register(stage(), camat, 'Budi', 'Petani') };
  };

  it('report as a reply to it does', async () => {
    const { camat, head } = await ofHead();
    for (const [words, says] of [
      ['bot kantor sudah', 'kantor koperasi: berdiri'],
      ['Bot, kios sudah.', 'gerai sembako: berdiri'],
      ['bot gudang msh proses', 'gudang: proses'],
      ['halo pak bot, klinik belum', 'klinik: belum'],
      ['apotek sudah bot', 'apotek: berdiri'],
    ] as const)
      await head.says(words).hears('Desa Petani', says);
    await head.says('simpan pinjam sudah, pak', { mentionsBot: true }).hears('simpan pinjam: berdiri');
    const edited = await head.says('bot logistik belum');
    await head.says('bot logistik sudah', { edits: edited.id }).hears('logistik: berdiri');
    await head.says('bot apotek sudah jalan', { privately: true }).hears('Desa Petani', 'apotek: beroperasi');
    const answer = await head.says('bot gudang sudah').hears('gudang: berdiri');
    await head.replies(answer, 'bot klinik sudah').hears('klinik: berdiri');
    await camat.says('bot bumbung klinik sudah').hears('Desa Bumbung', 'klinik: berdiri');
    await camat.says('bot klinik sudah').hears('sebutkan desa');
    await head.says('bot bumbung klinik belum').hears('Desa Bumbung');
    await camat.says('/status bumbung').hears('klinik: berdiri');
  });

  it('of somebody without a role are held', async () => {
    const camat = await open(stage());
    const budi = person(stage(), 'Budi');
    await budi.says('bot petani kantor sudah').hears('kami simpan dulu');
    await camat.says('/status petani').hears('kantor koperasi: belum lapor');
  });

  it('are no report where they ask, tell of plans or talk about it', async () => {
    const { camat, head } = await ofHead();
    for (const words of [
      'bot kantor sudah?',
      'bot, kantor sudah belum ya',
      'bot besok kantor buka',
      'bot ini kantor sudah kok lambat',
      'kata bot kantor sudah',
      'dari bot: kantor sudah',
      'info dari bot, kantor sudah',
      'kantor sudah dilaporkan ke bot',
      'kantor sudah lapor bot',
    ])
      await head.says(words).hears(/^(?!.*Dicatat)/s);
    await camat.says('/status petani').hears('kantor koperasi: belum lapor');
    await head.says('bot besok kantor buka').hears('rencana');
  });

  it('are answered where they are the name alone or a greeting, and thanks are not', async () => {
    const { camat, head } = await ofHead();
    for (const words of ['bot', 'halo bot', 'bot halo', 'selamat pagi bot'])
      await head.says(words).hears('Melapor, misalnya: bot kantor sudah');
    await head.says('bot, siapa yang belum lapor?').hears('Petani');
    for (const words of ['makasih bot', 'bot mantap', 'halo', 'pagi pak'])
      await head.says(words).hearsNothing();
    const recap = await camat.says('/rekap').hears('Rekap');
    await head.replies(recap, 'selamat pagi').hearsNothing();
    await head.replies(recap, 'halo').hears('Untuk melapor');
  });
});
