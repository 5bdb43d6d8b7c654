import type { BinaryNode } from '@whiskeysockets/baileys';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createWhatsApp } from '../../src/adapters/whatsapp/whatsapp.ts';
import type { DistrictCode, UserRef } from '../../src/domain/ids.ts';
import { type Both, onBoth } from './both.ts';

const CODE = /[A-Z\d]{5}-[A-Z\d]{5}/;

let both: Awaited<ReturnType<typeof onBoth>>;
beforeEach(async () => {
  both = await onBoth((webSocketUrl, store, clock, log) =>
    createWhatsApp({
      ...store.whatsapp.of(1),
      webSocketUrl,
      pace: 'unlimited',
      limits: { backoffMs: [10, 50] },
      clock,
      log,
      onState: ({ qr }) => {
        if (qr) both.server.scan(qr);
        both?.server.watch();
      },
    }),
  );
  await both.app.start();
  await both.server.until(() => both.server.isOpen() && both.server.askedForGroups());
});
afterEach(() => both.close());

const said = ({ telegram, whatsapp }: Both) => ({
  telegram: telegram.texts.join('\n---\n'),
  whatsapp: whatsapp.texts.join('\n---\n'),
});

/** The kecamatan is opened on Telegram; gives the code for a further group. */
async function open(): Promise<string> {
  await both.onTelegram('Ibu Camat', `/mulai ${both.invitation()}`);
  const { telegram } = await both.onTelegram('Ibu Camat', '/undang', 'private');
  return CODE.exec(telegram.texts.join())![0];
}

/** The same with a group on WhatsApp, and a camat there too. */
async function openBoth(): Promise<void> {
  const code = await open();
  const { whatsapp } = said(await both.onWhatsApp('Ibu Camat WA', `/mulai ${code}`));
  expect(whatsapp).toContain('tersambung ke');
  makeCamat('Ibu Camat WA');
}

const HERE = '14.03.16' as DistrictCode;

function makeCamat(name: string): void {
  const { lid, phone } = both.actor(name);
  both.store.transaction(({ people }) => {
    const person = people.findOrAdd([`whatsapp:${lid}`, `whatsapp:${phone}`] as [UserRef, UserRef], name);
    people.give(person, 'camat', HERE, both.clock());
  });
}

const camats = () =>
  both.store
    .read((tx) => tx.people.holders(HERE))
    .flatMap(({ kind, name }) => (kind === 'camat' ? [name] : []));

it('links a further group by a code that the camat gets privately: once, for 24 hours', async () => {
  const code = await open();
  expect(said(await both.onTelegram('Ibu Camat', '/undang')).telegram).toContain('pribadi');
  expect(said(await both.onTelegram('Tamu', '/undang', 'private')).telegram).not.toMatch(CODE);
  const linked = said(await both.onWhatsApp('Tamu WA', `/mulai ${code}`));
  expect(linked.whatsapp).toMatch(/sekarang tersambung ke[\s\S]*Camat Bathin Solapan: Ibu Camat/);
  expect(camats()).toEqual(['Ibu Camat']);
  expect(said(await both.onWhatsApp('Tamu WA', '/setujui semua')).whatsapp).toContain('Hanya camat');
  expect(said(await both.onTelegram('Ibu Camat', `/mulai ${code}`, 'other')).telegram).toContain(
    'tidak berlaku',
  );
  const further = CODE.exec(said(await both.onTelegram('Ibu Camat', '/undang', 'private')).telegram)![0];
  await both.at('2027-04-02T02:00:01Z');
  expect(said(await both.onTelegram('Ibu Camat', `/mulai ${further}`, 'other')).telegram).toContain(
    'tidak berlaku',
  );
  makeCamat('Ibu Camat WA');
  const asked = said(await both.onWhatsApp('Ibu Camat WA', 'undang', { in: undefined }));
  expect(asked.whatsapp).not.toMatch(CODE);
  const own = said(await both.onWhatsApp('Ibu Camat WA', '/undang', { in: undefined })).whatsapp;
  expect(
    said(await both.onTelegram('Ibu Camat', `/mulai ${CODE.exec(own)![0]}`, 'other')).telegram,
  ).toContain('tersambung ke');
});

it('tells a camat without a role here on which platform they are known', async () => {
  await both.onWhatsApp('Ibu Camat WA', `/mulai ${await open()}`);
  for (const words of ['/setujui', '/tolak semua', '/lepas', '/undang', '/tenggat 1/5/2027', '/bantuan'])
    expect(said(await both.onWhatsApp('Ibu Camat WA', words)).whatsapp).toMatch(
      /Jabatan camat.* tercatat pada akun Telegram/,
    );
  expect(said(await both.onTelegram('Tamu', '/setujui')).telegram).not.toContain('tercatat pada akun');
  makeCamat('Ibu Camat WA');
  expect(said(await both.onWhatsApp('Tamu WA', '/setujui')).whatsapp).not.toContain('tercatat pada akun');
});

it('uses up a code for a further group that was seen in one, and says how to get a new one', async () => {
  const code = await open();
  const seen = said(await both.onTelegram('Ibu Camat', `/mulai ${code}`));
  expect(seen.telegram).toMatch(/sudah tersambung[\s\S]*tidak berlaku lagi[\s\S]*\/undang/);
  expect(said(await both.onWhatsApp('Tamu WA', `/mulai ${code}`)).whatsapp).toContain('tidak berlaku:');
  expect(said(await both.onWhatsApp('Tamu WA', '/rekap')).whatsapp).toContain('belum tersambung');
});

it('tells every group of each change of the camat', async () => {
  await openBoth();
  const whatsappCamat = both.store
    .read((tx) => tx.people.holders(HERE))
    .find(({ name }) => name === 'Ibu Camat WA');
  const revoked = said(await both.onTelegram('Ibu Camat', `/cabut #${whatsappCamat!.id}`));
  expect(revoked.telegram).toContain('Ibu Camat WA sebagai Camat Bathin Solapan di bot ini dicabut');
  expect(revoked.whatsapp).toBe('Camat Bathin Solapan kini: Ibu Camat.');

  makeCamat('Ibu Camat WA');
  const forgotten = said(await both.onTelegram('Ibu Camat', '/lupakan_saya ya', 'private'));
  expect(forgotten.telegram).toMatch(/sudah dihapus[\s\S]*Camat Bathin Solapan kini: Ibu Camat WA/);
  expect(forgotten.whatsapp).toMatch(/Camat Bathin Solapan kini: @\d+/);

  const [last] = both.store.read((tx) => tx.people.holders(HERE));
  both.store.transaction((tx) => tx.people.decide(last!.id, 'ended', both.clock()));
  const opened = said(await both.onTelegram('Pak Baru', `/mulai ${both.invitation()}`));
  expect(opened.telegram).toContain('tercatat sebagai Camat Bathin Solapan');
  expect(opened.whatsapp).toBe('Camat Bathin Solapan kini: Pak Baru.');

  const heir = await both.onTelegram('Bu Penerus', 'selamat pagi');
  expect(said(heir).telegram).toBe('');
  const quotes = both.lastOnTelegram();
  const question = await both.onTelegram('Pak Baru', '/tunjuk camat', 'group', quotes);
  expect(said(question).telegram).toContain('Serahkan jabatan camat di bot ini kepada Bu Penerus');
  const handed = said(await both.onTelegram('Pak Baru', 'ya', 'group', both.api.messages.at(-1)));
  expect(handed.telegram).toMatch(/Bu Penerus<\/a> kini tercatat sebagai Camat Bathin Solapan/);
  expect(handed.whatsapp).toBe('Camat Bathin Solapan kini: Bu Penerus.');
  expect(camats()).toEqual(['Bu Penerus']);
});

it('shares the state: a report in one shows in the recap of the other', async () => {
  await openBoth();
  await both.onTelegram('Ibu Camat', '/lapor petani klinik sudah');
  expect(said(await both.onWhatsApp('Ibu Camat WA', '/rekap')).whatsapp).toContain('Petani 1/7');
  await both.onWhatsApp('Ibu Camat WA', '/lapor petani gudang sudah');
  const { telegram, whatsapp } = said(await both.onTelegram('Ibu Camat', '/rekap'));
  expect(telegram).toContain('Petani 2/7');
  expect(whatsapp).toBe('');
});

/** Lets the days until then pass without a word of the schedule. */
async function passTo(moment: string): Promise<void> {
  await both.onTelegram('Ibu Camat', '/pengingat mati');
  await both.at(moment);
  await both.onTelegram('Ibu Camat', '/pengingat nyala');
}

it('registers a person on each, and reminds each group, whose own account is notified', async () => {
  await openBoth();
  const asked = await both.onTelegram('Budi', '/daftar Petani kades');
  expect(said(asked).whatsapp).toContain('Budi');
  expect([asked.telegram.notified, asked.whatsapp.notified]).toEqual([['Ibu Camat'], ['Ibu Camat WA']]);
  await both.onWhatsApp('Ibu Camat WA', '/setujui semua');
  await both.onWhatsApp('Budi WA', '/daftar Petani kades');
  // Petani has a head on Telegram already: the second is decided about alone.
  await both.onTelegram('Ibu Camat', '/setujui Budi WA');
  const approved = await both.onTelegram('Ibu Camat', 'ya', 'group', both.api.messages.at(-1));
  expect(said(approved).telegram).toContain('Budi WA kini');
  expect(said(await both.onTelegram('Budi', '/lapor klinik sudah')).telegram).toContain('(1/7)');
  expect(said(await both.onWhatsApp('Budi WA', '/lapor apotek sudah')).whatsapp).toContain('(2/7)');
  await passTo('2027-05-07T01:00:00Z');
  const reminder = await both.at('2027-05-08T01:00:00Z');
  for (const { texts } of [reminder.telegram, reminder.whatsapp])
    expect(texts).toEqual([
      expect.stringMatching(/7 hari lagi[\s\S]*: semua unit kecuali klinik dan apotek/),
    ]);
  expect([reminder.telegram.notified, reminder.whatsapp.notified]).toEqual([['Budi'], ['Budi WA']]);
});

it('tells of a decision in the group where it was asked for, and echoes there what was reported', async () => {
  await openBoth();
  await both.onWhatsApp('Budi WA', '/lapor petani klinik sudah');
  await both.onWhatsApp('Budi WA', '/daftar Petani kades');
  await both.onWhatsApp('Andi WA', '/daftar Pamesi bpd');
  await both.onWhatsApp('Rina WA', '/daftar Bumbung kades');
  await both.onTelegram('Ibu Camat', '/setujui');
  const approved = await both.onTelegram('Ibu Camat', '/setujui semua');
  expect(said(approved).telegram).toContain('Budi WA: Kepala Desa Petani');
  expect(said(approved).whatsapp).toMatch(/Desa Petani\*? ?\(1\/7\)/);
  const told = approved.whatsapp.texts.filter((text) => text.includes('kini tercatat'));
  expect(told).toHaveLength(1);
  expect(approved.whatsapp.notified).toEqual(expect.arrayContaining(['Budi WA', 'Andi WA', 'Rina WA']));
  await both.onWhatsApp('Sari WA', '/daftar Sebangar kades');
  const declined = await both.onTelegram('Ibu Camat', '/tolak semua');
  expect(said(declined).whatsapp).toContain('tidak disetujui');
  expect(declined.whatsapp.notified).toContain('Sari WA');
  await both.onWhatsApp('Sari WA', '/daftar Sebangar kades');
  const here = await both.onWhatsApp('Ibu Camat WA', '/setujui semua');
  expect(here.whatsapp.texts.filter((text) => text.includes('kini tercatat'))).toHaveLength(1);
  expect(said(here).telegram).not.toContain('kini tercatat');
  const role = both.store.read((tx) => tx.people.holders('14.03.16.2001' as never))[0]!;
  const revoked = await both.onTelegram('Ibu Camat', `/cabut #${role.id}`);
  expect(said(revoked).whatsapp).toMatch(/Jabatan .* dicabut/);
  expect(revoked.whatsapp.notified).toEqual(['Budi WA']);
});

it('replaces a head by another on the same platform, after a yes', async () => {
  await openBoth();
  for (const name of ['Budi', 'Andi']) await both.onTelegram(name, '/daftar Petani kades');
  const { telegram } = said(await both.onTelegram('Ibu Camat', '/setujui semua'));
  expect(telegram).toContain('satu per satu');
});

it('has claims to one village decided one by one, though each came on its own platform', async () => {
  await openBoth();
  await both.onTelegram('Budi', '/daftar Petani kades');
  await both.onWhatsApp('Orang Asing', '/daftar Petani kades');
  await both.onWhatsApp('Rina WA', '/daftar Bumbung kades');
  await both.onTelegram('Ibu Camat', '/setujui');
  const { telegram } = said(await both.onTelegram('Ibu Camat', '/setujui semua'));
  expect(telegram).toContain('satu per satu: Budi dan Orang Asing');
  const heads = both.store.read((tx) => tx.people.holders(HERE)).map(({ name, area }) => [name, area]);
  expect(heads.filter(([, area]) => area !== HERE)).toEqual([['Rina WA', '14.03.16.2004']]);
});

it('takes clear reports out of talk, and keeps nothing of other talk', async () => {
  await openBoth();
  await both.onWhatsApp('Budi WA', '/daftar Petani kades');
  await both.onWhatsApp('Ibu Camat WA', '/setujui semua');
  const report = await both.onWhatsApp('Budi WA', 'alhamdulillah klinik desa kami sudah berdiri');
  expect(said(report).whatsapp).toContain('Desa Petani (1/7)');
  for (const [name, text] of [
    ['Budi WA', 'besok jemput ikan patin di simpang'],
    ['Tamu WA', 'rapat zumba batal ya'],
  ] as const)
    expect(said(await both.onWhatsApp(name, text))).toEqual({ telegram: '', whatsapp: '' });
  expect(both.isKept('klinik desa kami')).toBe(true);
  for (const word of ['patin', 'zumba']) expect(both.isKept(word)).toBe(false);
});

it('tells privately whoever asked for it there that they are forgotten, and keeps nothing of that', async () => {
  await openBoth();
  await both.onWhatsApp('Budi WA', '/daftar Petani kades');
  await both.onWhatsApp('Ibu Camat WA', '/setujui semua');
  await both.onWhatsApp('Budi WA', '/lupakan_saya', { in: undefined });
  const done = await both.onWhatsApp('Budi WA', 'A', { in: undefined });
  expect(said(done).whatsapp).toContain('sudah dihapus');
  expect(both.store.whatsapp.of(1).sent.get(both.server.sent.at(-1)!.id)).toBeUndefined();
});

it('counts a message once that comes twice, and leaves an old one and one of the own account alone', async () => {
  await openBoth();
  await both.onWhatsApp('Ibu Camat WA', '/lapor petani klinik sudah', { id: 'SAME' });
  const report = { in: both.group, message: { conversation: '/lapor petani klinik sudah' } };
  const { telegram, whatsapp: others } = await both.during(async () => {
    await both.server.say({ ...report, id: 'SAME', from: both.actor('Ibu Camat WA') });
    const own = await both.server.say({ ...report, from: both.server.phone });
    const isOwn = ({ tag, attrs }: BinaryNode) => tag === 'receipt' && attrs.id === own;
    await both.server.until(() => both.server.received.some(isOwn));
  });
  expect([...telegram.texts, ...others.texts]).toEqual([]);
  const t = Math.floor(Date.parse('2027-03-01T02:00:00Z') / 1000);
  expect(said(await both.onWhatsApp('Ibu Camat WA', '/rekap', { t })).whatsapp).toBe('');
  const { whatsapp } = said(await both.onWhatsApp('Ibu Camat WA', '/riwayat petani'));
  expect(whatsapp.match(/klinik/g)).toHaveLength(1);
});

it('gives the heir of a phone number nothing of what its former owner was', async () => {
  await openBoth();
  await both.onWhatsApp('Budi WA', '/daftar Petani kades');
  await both.onWhatsApp('Ibu Camat WA', '/setujui semua');
  const heir = { ...both.actor('Ahli'), phone: both.actor('Budi WA').phone };
  expect(said(await both.onWhatsApp('Ahli', '/lapor klinik sudah', { from: heir })).whatsapp).toContain(
    'kami simpan',
  );
  expect(said(await both.onWhatsApp('Budi WA', '/lapor gudang sudah')).whatsapp).toContain('(1/7)');
});

it.each([
  ['a message', () => both.server.refuse('403')],
  [
    'its description',
    () => {
      // A message under old addresses has it asked for.
      both.server.refuse('421');
      both.group.closed = true;
    },
  ],
])('reminds a group that day after all that refused %s once, when it is heard', async (_, refuse) => {
  await openBoth();
  await passTo('2027-05-07T01:00:00Z');
  refuse();
  const linked = () => both.store.read((tx) => tx.chats.linked()).length;
  await both.server.until(() => both.server.waiting().length === 0);
  const reminded = both.at('2027-05-08T01:00:00Z');
  while (linked() > 1) await new Promise(setImmediate);
  both.group.closed = false;
  await both.onWhatsApp('Ibu Camat WA', '/rekap');
  const { whatsapp } = said(await reminded);
  expect(whatsapp).toMatch(/Rekap[\s\S]*7 hari lagi/);
  expect(linked()).toBe(2);
});
