import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DistrictCode, Instant, LocalDate } from '../../src/domain/ids.ts';
import { root } from '../../src/paths.ts';
import { openStore } from '../../src/store/store.ts';
import { makeFolder } from '../folder.ts';

const PETANI = 'simulator:kades-2001';

describe('the simulator as a process', () => {
  let folder: string;
  const children: ChildProcess[] = [];
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
    rmSync(folder, { recursive: true });
  });

  /** Runs the bundle in a folder of its own until it has said a line, or has ended. */
  async function start(environment = {}, ...args: string[]) {
    const env = { PATH: process.env.PATH, HTTP_PORT: '0', DATABASE_URL: 'asli.sqlite', ...environment };
    const child = spawn(process.execPath, [`${root}dist/main.js`, ...args], { cwd: folder, env });
    children.push(child);
    const out = { text: '', errors: '' };
    child.stderr.on('data', (chunk) => (out.errors += chunk));
    const line = new Promise<void>((resolve) =>
      child.stdout.on('data', (chunk) => {
        out.text += chunk;
        resolve();
      }),
    );
    const ended = once(child, 'close');
    await Promise.race([line, ended]);
    const url = /http:\S+/.exec(out.text)?.[0];
    const post = (path: string, body: BodyInit, headers = {}) =>
      fetch(`${url}${path}`, { method: 'POST', body, headers: { Origin: url!, ...headers } });
    const say = (text: string) => {
      const form = new FormData();
      form.set('by', PETANI);
      form.set('chat', 'simulator:grup');
      form.set('text', text);
      return post('/api/say', form);
    };
    const said = async () => (await (await fetch(`${url}/api/state`)).json()) as { messages: unknown[] };
    return { child, out, ended, say, said };
  }

  it('opens with nothing configured and says its address; killed, it goes on where it was', async () => {
    const first = await start();
    expect(first.out.text).toMatch(
      /^Simulator: http:\/\/127\.0\.0\.1:\d+ — buka di peramban, tanpa token\.\n/,
    );
    expect((await first.say('/lapor kantor sudah')).status).toBe(200);
    first.child.kill('SIGKILL');
    await first.ended;
    const second = await start({ TELEGRAM_BOT_TOKEN: `1:${'A'.repeat(35)}` }, 'simulasi');
    for (;;) {
      const { messages } = await second.said();
      if (messages.length === 2) break;
    }
    expect(existsSync(join(folder, 'asli.sqlite'))).toBe(false);
    second.child.kill('SIGTERM');
    expect(await second.ended).toEqual([0, null]);
    expect(first.out.errors + second.out.errors).toBe('');
  });

  it('runs once on a file, and for other computers only with a password', async () => {
    await start();
    const twice = await start();
    expect([(await twice.ended)[0], twice.out.errors]).toEqual([
      1,
      expect.stringContaining('sudah berjalan'),
    ]);
    const open = await start({ HTTP_HOST: '0.0.0.0' }, 'simulasi');
    expect([(await open.ended)[0], open.out.errors]).toEqual([2, expect.stringContaining('WEB_PASSWORD')]);
  });

  it('says which password its page asks for', async () => {
    const { out } = await start({ WEB_PASSWORD: 'rahasia-kecamatan' }, 'simulasi');
    expect(out.text).toMatch(/kata sandi halaman pengelola/);
    expect(out.text).not.toContain('rahasia');
  });

  it("leaves a bot's database alone that lies where its own file belongs", async () => {
    mkdirSync(join(folder, 'data'));
    const file = join(folder, 'data/simulator.sqlite');
    const store = openStore(file);
    store.transaction((tx) =>
      tx.chats.open(
        '14.03.16' as DistrictCode,
        '2027-05-15' as LocalDate,
        '2027-04-01T02:00:00.000Z' as Instant,
      ),
    );
    store.close();
    const before = readFileSync(file);
    for (const subcommand of ['simulasi', 'demo']) {
      const refused = await start({}, subcommand);
      expect([(await refused.ended)[0], refused.out.errors]).toEqual([
        1,
        expect.stringContaining('berisi basis data bot'),
      ]);
    }
    expect(readFileSync(file)).toEqual(before);
  });
});
