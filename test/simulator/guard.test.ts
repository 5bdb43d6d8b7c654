import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { type Served, serveSimulator } from './browser.ts';

describe('the simulator over HTTP', () => {
  let served: Served;
  afterEach(() => served.close());

  /** Gives the status and the headers; `fetch` would not send a Host of one's own. */
  const ask = (path: string, headers = {}, body?: string | Buffer) =>
    new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
      const method = body === undefined ? 'GET' : 'POST';
      const sent = request({ host: '127.0.0.1', port: served.port, path, method, headers }, (answer) => {
        let text = '';
        answer.on('data', (chunk) => (text += chunk));
        answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, text }));
      });
      sent.once('error', reject).end(body);
    });
  const own = () => ({ Origin: served.url.slice(0, -1), 'Content-Type': 'application/json' });
  const person = JSON.stringify({ name: 'Seseorang' });

  it('is for this machine alone, without a proxy', async () => {
    served = await serveSimulator();
    expect((await ask('/')).status).toBe(200);
    expect((await ask('/', { Host: `localhost:${served.port}` })).status).toBe(200);
    for (const headers of [
      { Host: 'jahat.example' },
      { Forwarded: 'for=10.0.0.1' },
      { 'X-Forwarded-For': '10.0.0.1' },
      { 'X-Forwarded-Port': '443' },
    ])
      for (const path of ['/', '/api/state', '/api/events', '/page/app.js'])
        expect((await ask(path, headers)).status, `${path} ${JSON.stringify(headers)}`).toBe(403);
  });

  it('changes nothing for another page, nor for one that does not say who it is', async () => {
    served = await serveSimulator();
    for (const headers of [
      { Origin: 'http://jahat.example' },
      { Origin: 'null' },
      { Origin: `http://127.0.0.1:${served.port + 1}` },
      { ...own(), 'Sec-Fetch-Site': 'cross-site' },
      { ...own(), 'Sec-Fetch-Site': 'same-site' },
      {},
    ])
      for (const path of ['/api/people', '/api/say', '/api/press', '/api/clock', '/api/restart'])
        expect((await ask(path, headers, person)).status, `${path} ${JSON.stringify(headers)}`).toBe(403);
    expect((await ask('/api/state', { Origin: 'http://jahat.example' })).status).toBe(403);
    expect((await ask('/api/events', { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    const link = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' };
    expect((await ask('/', link)).status).toBe(200);
    const before = (await served.playground.world()).transcript.people().length;
    expect((await ask('/api/people', { ...own(), 'Sec-Fetch-Site': 'same-origin' }, person)).status).toBe(
      200,
    );
    expect((await served.playground.world()).transcript.people()).toHaveLength(before + 1);
  });

  it('asks for the password where one is set, and is then reached through a proxy', async () => {
    served = await serveSimulator('rahasia-sekali');
    const basic = (word: string) => ({
      Authorization: `Basic ${Buffer.from(`x:${word}`).toString('base64')}`,
    });
    const proxied = { 'X-Forwarded-Host': 'kopdes.example', Host: 'dalam', ...basic('rahasia-sekali') };
    expect((await ask('/')).status).toBe(401);
    expect((await ask('/', basic('salah'))).status).toBe(401);
    expect((await ask('/', basic('rahasia-sekali'))).status).toBe(200);
    expect((await ask('/', proxied)).status).toBe(200);
    const headers = { ...proxied, 'Content-Type': 'application/json' };
    expect((await ask('/api/people', { ...headers, Origin: 'https://kopdes.example' }, person)).status).toBe(
      200,
    );
    expect((await ask('/api/people', { ...headers, Origin: 'https://lain.example' }, person)).status).toBe(
      403,
    );
  });

  it('holds up whoever guesses the password, longer each time, and logs it without the guess', async () => {
    const lines: string[] = [];
    served = await serveSimulator('rahasia-sekali', createLog('warn', { write: (line) => lines.push(line) }));
    const basic = (word: string) => ({
      Authorization: `Basic ${Buffer.from(`x:${word}`).toString('base64')}`,
    });
    const enter = async (word: string) => (await ask('/', basic(word))).status;
    for (let slip = 1; slip <= 4; slip++) expect(await enter(`tebakan-${slip}`)).toBe(401);
    expect(await enter('rahasia-sekali')).toBe(200);
    const held: number[] = [];
    for (let guess = 1; guess <= 8; guess++) {
      const refused = await ask('/', basic(`tebakan-${guess}`));
      if (refused.status === 401) continue;
      held.push(Number(refused.headers['retry-after']));
      served.time.elapsed += 1000 * held.at(-1)!;
      expect(await enter(`tebakan-${guess}`)).toBe(401);
    }
    expect(held).toEqual([1, 2, 4]);
    expect(await enter('rahasia-sekali')).toBe(429);
    expect((await ask('/')).status).toBe(401);
    served.time.elapsed += 8000;
    expect(await enter('rahasia-sekali')).toBe(200);
    expect(lines.join('')).toMatch(/"address":"127\.0\.0\.1".*wrong password on the web page/);
    expect(lines.join('')).not.toMatch(/tebakan|rahasia/);
  });

  it('lets in a browser that was in before, while others guess at its address', async () => {
    served = await serveSimulator('rahasia-sekali');
    const basic = (word: string) => ({
      Authorization: `Basic ${Buffer.from(`x:${word}`).toString('base64')}`,
    });
    const { headers } = await ask('/', basic('rahasia-sekali'));
    const [set] = headers['set-cookie'] as string[];
    expect(set).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    const Cookie = set!.split(';')[0]!;
    for (let guess = 1; guess <= 6; guess++) await ask('/', basic(`tebakan-${guess}`));
    const enter = async (word: string, cookie: string) =>
      (await ask('/', { ...basic(word), Cookie: cookie })).status;
    expect((await ask('/', basic('rahasia-sekali'))).status).toBe(429);
    expect(await enter('rahasia-sekali', Cookie)).toBe(200);
    expect(await enter('rahasia-sekali', Cookie.replace(/=../, '=xx'))).toBe(429);
    expect((await ask('/', { Cookie })).status).toBe(401);
    for (let guess = 1; guess <= 5; guess++) expect(await enter(`tebakan-${guess}`, Cookie)).toBe(401);
    expect(await enter('tebakan-6', Cookie)).toBe(429);
  });

  it('says why it does not answer a request whose address is none', async () => {
    served = await serveSimulator();
    const lines = (...head: readonly string[]) =>
      new Promise<string>((resolve) => {
        const socket = connect(served.port, '127.0.0.1');
        socket.once('data', (answer) => resolve(answer.toString()));
        socket.write(`${head.join('\r\n')}\r\n\r\n`);
      });
    for (const host of [['Host: ex ample'], ['Host: a/b?c'], []]) {
      const answer = await lines('GET / HTTP/1.1', ...host, 'Connection: close');
      expect(answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*nama Host atau jalurnya salah/);
    }
  });

  it('reads no more of a request than its page sends', async () => {
    served = await serveSimulator();
    const boundary = 'x'.repeat(20);
    const part = `--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n`;
    const parts = (count: number) => Buffer.from(`${part.repeat(count)}--${boundary}--\r\n`);
    const say = (type: string, body: string | Buffer) =>
      ask('/api/say', { ...own(), 'Content-Type': type }, body);
    const inParts = `multipart/form-data; boundary=${boundary}`;
    expect((await say(inParts, parts(100_000))).status).toBe(400);
    expect((await say(inParts, parts(9))).status).toBe(400);
    expect((await say('application/x-www-form-urlencoded', 'a=&'.repeat(2_000_000))).status).toBe(400);
    expect((await say(inParts, parts(200_000))).status).toBe(413);
    for (const path of ['/api/people', '/api/press', '/api/clock', '/api/restart'])
      expect((await ask(path, own(), JSON.stringify({ name: 'x'.repeat(40_000) }))).status, path).toBe(413);
  });

  it('lets the browser run and load nothing else, and serves no file beside the page', async () => {
    served = await serveSimulator();
    const { headers } = await ask('/');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    for (const path of [
      '/page/../simulator.ts',
      '/page/%2e%2e/simulator.ts',
      '/page/..%2fserver.js',
      '/page/no.js',
    ])
      expect((await ask(path)).status, path).toBe(404);
  });

  it('takes nonsense for what it is', async () => {
    served = await serveSimulator();
    const clock = (to: string) => ask('/api/clock', own(), JSON.stringify({ to }));
    for (const to of ['kemarin', '31 Februari 2027', '9999-01-01', 'besok 25.00']) {
      const { status, text } = await clock(to);
      expect([to, status, text]).toEqual([to, 400, '{"error":"no-moment"}']);
    }
    expect((await clock('2020-01-01')).text).toBe('{"error":"past"}');
    expect((await clock('besok 06.30')).status).toBe(200);
    expect((await served.playground.world()).now()).toMatch(/^2026-11-24T23:30/);
    for (const body of ['', '{', '[]', '{"by":"simulator:tidak-ada","on":"x","command":"/rekap"}'])
      expect((await ask('/api/press', own(), body)).status, body).toBe(400);
    const broken = { ...own(), 'Content-Type': 'multipart/form-data; boundary=x' };
    for (const body of ['', '--x', '--x\r\n\r\n--x--'])
      expect((await ask('/api/say', broken, body)).status, body).toBe(400);
    expect((await ask('/api/state')).status).toBe(200);
  });
});
