import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, linkSync, openSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DistrictCode } from '../src/domain/ids.ts';
import { openStore } from '../src/store/store.ts';
import { makeFolder } from './folder.ts';
import { type ApiDouble, startApiDouble, TOKEN } from './telegram/api-double.ts';

const GROUP = { id: -1001, type: 'supergroup' as const, title: 'KDMP <Solapan>' };
const CAMAT = { id: 7, is_bot: false, first_name: 'Ibu Camat' };

describe('the process', () => {
  let folder: string;
  let api: ApiDouble;
  let children: ChildProcess[];
  let lastId: number;

  beforeEach(async () => {
    folder = makeFolder();
    api = await startApiDouble();
    children = [];
    lastId = 9000;
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await api.close();
    rmSync(folder, { recursive: true });
  });

  const environment = (more = {}) => ({
    PATH: process.env.PATH,
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: api.url,
    TELEGRAM_RATE: 'off',
    DATABASE_URL: join(folder, 'db', 'kopdes.sqlite'),
    HTTP_PORT: '0',
    LOG_LEVEL: 'info',
    ...more,
  });

  /** Starts the bot and waits until it says that it is ready, or something else; gives its log as it grows. */
  async function start(more = {}, said = '"ready"') {
    const child = spawn(process.execPath, ['dist/main.js'], { env: environment(more) });
    children.push(child);
    const log = { text: '' };
    const lines = new Promise<void>((resolve) =>
      child.stderr!.on('data', (chunk: Buffer) => {
        log.text += chunk;
        if (log.text.includes(said)) resolve();
      }),
    );
    // Closed is a process that has ended, and all of whose output has come.
    const ended = once(child, 'close');
    await Promise.race([lines, ended]);
    const port = Number(/"http":(\d+)/.exec(log.text)?.[1]);
    return {
      child,
      log,
      ended,
      get: (path: string, headers = {}) => fetch(`http://127.0.0.1:${port}${path}`, { headers }),
    };
  }

  const run = (script: string, ...args: string[]) => runWith({}, script, ...args);

  async function runWith(env: Record<string, string>, script: string, ...args: string[]) {
    const child = spawn(process.execPath, ['dist/main.js', script, ...args], {
      env: { ...environment(), ...env },
    });
    children.push(child);
    const out = { stdout: '', stderr: '', status: 0 };
    child.stdout.on('data', (chunk) => {
      out.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      out.stderr += chunk;
    });
    [out.status] = await once(child, 'close');
    return out;
  }

  const says = (text: string) =>
    api.queue({
      message: { message_id: ++lastId, date: Math.floor(Date.now() / 1000), chat: GROUP, from: CAMAT, text },
    } as never);
  const heard = (pattern: RegExp) =>
    api.until(() => api.messages.some((message) => pattern.test(message.text ?? '')));

  it('invites, opens, reports, and ends well on SIGTERM', async () => {
    const { child, ended, get, log } = await start();
    const invitation = await run('undang', 'bathin', 'solapan');
    expect(invitation.status).toBe(0);
    const [, code] = /Kode: (\w{5}-\w{5})/.exec(invitation.stdout)!;
    says(`/mulai ${code}`);
    await heard(/Bathin Solapan.* sudah aktif/);
    says('/lapor petani kantor sudah');
    await heard(/Desa Petani.*1\/7/);

    expect((await get('/healthz')).status).toBe(200);
    const ready = await get('/readyz');
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ok', database: 'ok', telegram: 'ok', backup: 'warn: none yet' },
    ]);
    expect(await (await get('/metrics')).text()).toMatch(/^kopdes_groups_linked 1$/m);
    expect((await get('/metrics', { 'X-Forwarded-For': '10.0.0.1' })).status).toBe(403);
    expect((await get('/healthz', { 'X-Forwarded-For': '10.0.0.1' })).status).toBe(200);

    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(log.text).not.toContain(TOKEN.split(':')[1]);
  });

  it('ends with 0 on SIGTERM before a send that hangs is given up, and sends again when it is back', async () => {
    const { child, ended, log } = await start();
    const [, code] = /Kode: (\w{5}-\w{5})/.exec((await run('undang', 'bathin', 'solapan')).stdout)!;
    api.fault('sendMessage', { kind: 'hang' });
    says(`/mulai ${code}`);
    await api.until(() => api.callsOf('sendMessage').length === 1);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(log.text).not.toContain('message not sent');
    await start();
    await heard(/sudah aktif[\s\S]*dikirim ulang/);
  });

  it.each(['a kill', 'a broken connection'])(
    'takes the first press on a question of which it never heard that it arrived, after %s',
    async (what) => {
      const { child } = await start();
      const [, code] = /Kode: (\w{5}-\w{5})/.exec((await run('undang', 'bathin', 'solapan')).stdout)!;
      says(`/mulai ${code}`);
      await heard(/sudah aktif/);
      const copies = () => api.messages.filter(({ reply_markup }) => reply_markup);
      if (what === 'a broken connection') api.fault('sendMessage', { kind: 'drop-after' });
      const arrived = api.until(() => {
        if (copies().length > 0 && what === 'a kill') child.kill('SIGKILL');
        return copies().length > 0;
      });
      says('/lapor petani toko sudah');
      await arrived;
      const [first] = structuredClone(copies());
      const [apotek, sembako] = ['Apotek', 'sembako'].map((label) => {
        const buttons = first!.reply_markup!.inline_keyboard.flat();
        return buttons.find(({ text }) => text.includes(label)) as { callback_data: string };
      });
      const presses = (on: Message, { callback_data: data }: { callback_data: string }) => {
        const id = `${++lastId}`;
        const message = { ...on, chat: GROUP };
        api.queue({ callback_query: { id, from: CAMAT, chat_instance: '1', data, message } } as never);
        const answerTo = () =>
          api.callsOf('answerCallbackQuery').find(({ payload }) => payload.callback_query_id === id);
        return api.until(() => answerTo()?.result !== undefined).then(() => answerTo()!.payload.text);
      };
      if (what === 'a kill') await start();
      expect(await presses(first!, apotek!)).toMatch(/Desa Petani/);
      await heard(/apotek: berdiri/i);
      expect(await presses(first!, sembako!)).toMatch(/tidak berlaku lagi/);
      // What was to be sent again says that it was answered.
      if (what === 'a broken connection') await heard(/tidak berlaku lagi/);
    },
  );

  it('ends with 0 on SIGTERM, and without complaint, before and after Telegram was reached', async () => {
    const away = await start(
      { TELEGRAM_API_ROOT: 'http://127.0.0.1:1', DATABASE_URL: join(folder, 'away.sqlite') },
      'cannot be reached',
    );
    const { child, ended, log } = await start();
    await api.until(() => api.polled());
    await api.close();
    away.child.kill('SIGTERM');
    child.kill('SIGTERM');
    expect(await Promise.all([away.ended, ended])).toEqual([
      [0, null],
      [0, null],
    ]);
    expect(away.log.text + log.text).not.toMatch(/cannot go on/);
    api = await startApiDouble();
  });

  it('loads nothing of WhatsApp where it is off', async () => {
    const refuses = `export const resolve = (name, context, next) => {
      if (/baileys|libsignal/.test(name)) throw new Error('loaded ' + name);
      return next(name, context);
    };`;
    const hooks = `data:text/javascript,${encodeURIComponent(refuses)}`;
    const register = `import { register } from 'node:module'; register(${JSON.stringify(hooks)});`;
    const NODE_OPTIONS = `--import data:text/javascript,${encodeURIComponent(register)}`;
    const { get } = await start({ NODE_OPTIONS });
    expect((await get('/healthz')).status).toBe(200);
    const on = await start(
      { NODE_OPTIONS, WHATSAPP: 'on', DATABASE_URL: join(folder, 'other.sqlite') },
      'loaded',
    );
    expect(on.log.text).toContain('loaded @whiskeysockets/baileys');
  });

  it('asks for the password where one is set', async () => {
    const { get } = await start({ WEB_PASSWORD: 'rahasia-sekali' });
    expect((await get('/metrics')).status).toBe(401);
    const basic = (word: string) => ({
      Authorization: `Basic ${Buffer.from(`x:${word}`).toString('base64')}`,
    });
    expect((await get('/metrics', basic('salah'))).status).toBe(401);
    expect((await get('/metrics', basic('rahasia-sekali'))).status).toBe(200);
  });

  it('loses no report and doubles none when it is killed', async () => {
    const first = await start();
    const store = openStore(environment().DATABASE_URL);
    const { invite } = await import('../src/features/members/invitations.ts');
    const code = store.transaction((tx) =>
      invite(tx, '14.03.16' as DistrictCode, new Date().toISOString() as never),
    );
    says(`/mulai ${code}`);
    await heard(/sudah aktif/);
    for (const n of [1, 2, 3, 4, 5]) says(`/lapor 14.03.16.2001 ${n}b`);
    await heard(/3\/7/);
    first.child.kill('SIGKILL');
    await first.ended;
    await start();
    await heard(/5\/7/);
    expect(store.read((tx) => tx.ledger.history('14.03.16' as DistrictCode, 99))).toHaveLength(5);
    store.close();
  });

  it('ends with 2 and a sentence when another process was there first, or the token is wrong', async () => {
    const second = await start();
    const polls = setInterval(() => api.conflict(), 50);
    expect(await second.ended).toEqual([2, null]);
    clearInterval(polls);
    expect(second.log.text).toMatch(/\nBot Telegram ini sudah dijalankan proses lain.*\n$/);
    const wrong = await start({ TELEGRAM_BOT_TOKEN: '1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' });
    expect(await wrong.ended).toEqual([2, null]);
    expect(wrong.log.text).toMatch(/\nTelegram tidak mengenal token bot ini.*\n$/);
    expect(wrong.log.text).not.toMatch(/"stack"/);
  });

  it('ends with 1 on an error that nobody expected, and tells of it without secrets', async () => {
    const failing = join(folder, 'failing.mjs');
    writeFileSync(failing, `process.stdout.write = () => { throw new Error('of 081234567890'); };`);
    const { status, stderr } = await runWith({ NODE_OPTIONS: `--import ${failing}` }, '--version');
    expect(status).toBe(1);
    expect(stderr).toMatch(/of \[disembunyikan\].*unexpected error/);
    expect(stderr).not.toContain('081234567890');
  });

  it('names a wrong setting and ends with 2 before it touches anything', async () => {
    const { ended, log } = await start({ HTTP_PORT: 'x', REMINDER_CRON: '99' });
    expect(await ended).toEqual([2, null]);
    expect(log.text).toMatch(/HTTP_PORT harus berisi nomor port/);
    expect(log.text).toMatch(/REMINDER_CRON harus berisi jadwal cron/);
    expect(existsSync(join(folder, 'db'))).toBe(false);
    expect(api.calls).toEqual([]);
  });

  it('ends with one sentence where its port is taken or its address is not here', async () => {
    const { log } = await start();
    const port = /"http":(\d+)/.exec(log.text)![1]!;
    const second = await start({ HTTP_PORT: port, DATABASE_URL: join(folder, 'other.sqlite') }, 'dipakai');
    expect(await second.ended).toEqual([1, null]);
    expect(second.log.text).toBe(
      `Port ${port} sudah dipakai program lain: hentikan dulu yang itu, atau pilih port lain dengan HTTP_PORT.\n`,
    );
    const away = await start(
      { HTTP_HOST: '192.0.2.1', DATABASE_URL: join(folder, 'other.sqlite') },
      'Alamat',
    );
    expect(await away.ended).toEqual([1, null]);
    expect(away.log.text).toBe('Alamat 192.0.2.1 tidak ada di komputer ini: perbaiki HTTP_HOST.\n');
  });

  it('runs once on a database, by whatever name', async () => {
    await start();
    const file = environment().DATABASE_URL;
    for (const [name, link, code, says] of [
      ['symbolic.sqlite', symlinkSync, 1, /sudah dipakai bot di proses lain/],
      ['hard.sqlite', linkSync, 2, /mempunyai lebih dari satu nama/],
    ] as const) {
      link(file, join(folder, name));
      const { ended, log } = await start({ DATABASE_URL: join(folder, name) }, 'Basis data');
      expect(await ended).toEqual([code, null]);
      expect(log.text).toMatch(says);
    }
    symlinkSync(join(folder, 'db'), join(folder, 'folder'));
    const { ended } = await start({ DATABASE_URL: join(folder, 'folder', 'kopdes.sqlite') }, 'Basis data');
    expect((await ended)[0]).toBeGreaterThan(0);
  });

  it('minds nothing that stands in the file of its lock, and keeps others out all the same', async () => {
    const url = join(folder, 'kopdes.sqlite');
    writeFileSync(`${url}.lock`, 'x'.repeat(5000));
    await start({ DATABASE_URL: url });
    writeFileSync(`${url}.lock`, 'x'.repeat(5000));
    const { ended, log } = await start({ DATABASE_URL: url }, 'Basis data');
    expect(await ended).toEqual([1, null]);
    expect(log.text).toMatch(/sudah dipakai bot di proses lain/);
  });

  it('says that a folder is no database', async () => {
    const { ended, log } = await start({ DATABASE_URL: folder }, 'perbaiki');
    expect(await ended).toEqual([2, null]);
    expect(log.text).toBe(`${folder} bukan berkas biasa: perbaiki DATABASE_URL.\n`);
  });

  it('runs once on a database whose file a symbolic link names before it is there', async () => {
    const url = join(folder, 'link.sqlite');
    symlinkSync(join(folder, 'real.sqlite'), url);
    await start({ DATABASE_URL: url });
    const { ended, log } = await start({ DATABASE_URL: url }, 'Basis data');
    expect(await ended).toEqual([1, null]);
    expect(log.text).toMatch(/sudah dipakai bot di proses lain/);
  });

  it('tells the group when the operator ends the camat, and takes a new one there', async () => {
    const { child, ended } = await start();
    const code = async () => /Kode: (\w{5}-\w{5})/.exec((await run('undang', '14.03.16')).stdout)![1];
    expect(await run('undang', '14.03.16')).toMatchObject({
      stderr: '',
      stdout: expect.not.stringContaining('sudah punya'),
    });
    says(`/mulai ${await code()}`);
    await heard(/sudah aktif/);
    child.kill('SIGTERM');
    await ended;
    expect((await run('undang', '14.03.16')).stdout).toMatch(
      /^Kode: [\s\S]*Bathin Solapan.* sudah punya camat dan 1 grup tertaut\..* cabut-camat -- 14\.03\.16, lalu undang lagi/,
    );
    expect((await run('cabut-camat', '14.03.16')).stdout).toMatch(/dicabut/);
    expect((await run('undang', '14.03.16')).stdout).toMatch(
      /punya 1 grup tertaut, tetapi belum ada camat\./,
    );
    await start();
    await heard(/Bathin Solapan kini tanpa camat/);
    says(`/mulai ${await code()}`);
    await api.until(
      () => api.messages.filter(({ text }) => /tercatat sebagai Camat/.test(text ?? '')).length === 2,
    );
  });

  it.skipIf(!existsSync('/dev/full'))('answers although there is no room for its log', async () => {
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, ['dist/main.js'], {
      env: environment({ LOG_LEVEL: 'debug' }),
      stdio: ['ignore', full, full],
    });
    children.push(child);
    closeSync(full);
    const ended = once(child, 'close');
    says('/bantuan');
    await Promise.race([heard(/./), ended]);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });

  it('says with the code why there is no link to it', async () => {
    const wrong = { TELEGRAM_BOT_TOKEN: '1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' };
    const refused = await runWith(wrong, 'undang', '14.03.16');
    expect(refused.stdout).toMatch(/^Kode: /);
    // Nobody had started the bot there: the code opens nothing where it runs.
    expect(refused.stderr).toContain(`Basis data baru dibuat: ${environment().DATABASE_URL}.`);
    expect(refused.stderr).toMatch(/Telegram tidak mengenal TELEGRAM_BOT_TOKEN/);
    const nobody = { TELEGRAM_API_ROOT: 'http://127.0.0.1:1' };
    const alone = await runWith(nobody, 'undang', '14.03.16');
    expect(alone.stdout).toMatch(/^Kode: /);
    expect(alone.stderr).toMatch(/^\s*[^\n]*Telegram tidak dapat dihubungi/);
  });

  it('keeps the numbers of WhatsApp', async () => {
    const said = async (...args: string[]) => (await run('nomor', ...args)).stdout.trim();
    expect(await said()).toMatch(/Belum ada nomor/);
    expect(await said('tambah', 'Kab.', 'Bengkalis')).toMatch(/^Nomor 1 \(Kab\. Bengkalis\) ditambahkan/);
    await said('tambah', 'Kab. Siak');
    expect(await said('jeda', '1')).toMatch(/dijeda/);
    expect(await said()).toMatch(
      /^1\. Kab\. Bengkalis: dijeda; 0 grup; .*\n2\. Kab\. Siak: belum ditautkan;/,
    );
    expect(await said('lanjut', '1')).toMatch(/dilanjutkan/);
    expect(await said('hapus', '2')).toMatch(/Nomor 2 \(Kab\. Siak\) dihapus/);
    expect(await said()).toMatch(/^1\. Kab\. Bengkalis: belum ditautkan; [^\n]*$/);
    // A number's place is not given to another, and a name is one line.
    expect(await said('tambah', 'Kab.\n1. \x1b[31mSiak')).toMatch(
      /^Nomor 3 \(Kab\. 1\. 31mSiak\) ditambahkan/,
    );
    expect(await run('nomor', 'jeda', '2')).toMatchObject({ status: 2, stderr: 'Tidak ada nomor 2.\n' });
    for (const args of [['hapus'], ['tambah'], ['x', '1']])
      expect(await run('nomor', ...args)).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/Cara pakai:/),
      });
  });

  it('lists the kecamatan of one name, and says when there is none', async () => {
    const several = await run('undang', 'Karanganyar');
    expect(several.status).toBe(2);
    expect((await run('undang', 'bathin', 'solapan')).stdout).toContain(
      'https://t.me/kopdes_bot?startgroup=',
    );
    expect(several.stderr).toMatch(/\d\d\.\d\d\.\d\d {2}Karanganyar, Kabupaten/);
    expect((await run('undang', 'Tidak Ada Sama Sekali')).stderr).toMatch(/tidak ditemukan. Silakan periksa/);
    expect((await run('undang', 'batin', 'solapan')).stderr).toMatch(
      /Mungkin maksudnya[\s\S]*14\.03\.16 {2}Bathin Solapan/,
    );
    expect((await run('undang')).stderr).toMatch(/Cara pakai/);
    expect((await run('cabut-camat', '14.03.16')).stdout).toMatch(/Belum ada yang tercatat sebagai camat/);
  });
});
