import { afterEach, beforeEach, it } from 'vitest';
import { everyByte, everyRow } from './engine.ts';
import { open, person, register, type Stage } from './stage.ts';
import { telegramStage } from './stages/telegram.ts';
import { whatsappStage } from './stages/whatsapp.ts';
const show = (label: string, h: any) => console.log('>>', label, '=>', h.said.map((s: any) => s.text + (s.buttons.length ? ` [${s.buttons.join('|')}]` : '')).join(' /// ') || '(silence)', h.alert ? `ALERT ${h.alert}` : '');
for (const [name, make] of [['telegram', telegramStage], ['whatsapp', whatsappStage]] as const) {
  it(name, { timeout: 120000 }, async () => {
    const stage: Stage = await make();
    const camat = await open(stage);
    const budi = await register(stage, camat, 'Budi', 'Petani');
    const tamu = person(stage, 'Tamu Pendiam');
    const t = await tamu.says('selamat pagi semua');
    const ids = stage.idsOf('Tamu Pendiam');
    console.log(ids);
    const f = (l: string) => { const b = everyByte(stage.file); console.log(name, l, [...ids, 'Tamu Pendiam'].filter((x) => b.includes(x))); };
    show('lapor mention', await budi.says(`/lapor klinik sudah kata @${ids.at(-1)!.split('@')[0]}`));
    f('after mention');
    show('daftar', await person(stage, 'Joko').says('/daftar Bumbung kades', { replyTo: t.id }));
    f('after daftar reply');
    show('tunjuk denied', await budi.says('/tunjuk Bumbung kades', { replyTo: t.id }));
    show('cabut reply', await camat.says('/cabut', { replyTo: t.id }));
    f('after cabut reply');
    show('batal reply', await budi.says('/batal', { replyTo: t.id }));
    f('after batal reply');
    show('tunjuk near', await camat.says('/tunjuk Bumbng kades', { replyTo: t.id }));
    f('after tunjuk near');
    await stage.close();
  });
}
