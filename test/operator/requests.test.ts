import { connect } from 'node:net';
import fc from 'fast-check';
import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createOperator } from '../../src/app/operator.ts';
import { systemClock } from '../../src/domain/clock.ts';
import { createLog } from '../../src/log.ts';
import type { Store } from '../../src/store/store.ts';
import { createGuard } from '../../src/web/guard.ts';
import { health } from '../../src/web/health.ts';
import { operatorPage } from '../../src/web/operator.ts';
import { listen, type WebServer } from '../../src/web/server.ts';
import { setupPage } from '../../src/web/setup.ts';
import { site } from '../../src/web/site.ts';
import { whatsappPage } from '../../src/web/whatsapp.ts';
import { openTestStore } from '../engine.ts';
import { authorization, PASSWORD } from './process.ts';

const SETUP = '/siapkan/rahasia';

let store: Store;
let web: WebServer;
let pages: Hono;
const faults: unknown[] = [];
beforeAll(async () => {
  store = openTestStore(':memory:');
  const log = createLog('error', { write: (line) => void faults.push(line) });
  vi.spyOn(console, 'error').mockImplementation((...said) => void faults.push(said));
  const guard = createGuard({ host: '127.0.0.1', password: PASSWORD, elapsed: () => 0, log });
  const operator = createOperator({
    store,
    telegram: undefined,
    whatsapp: undefined,
    app: { retry: () => {} },
    backups: undefined,
    ways: {},
    clock: systemClock,
  });
  pages = site(
    [
      health({ store, platforms: [], clock: systemClock }, guard),
      setupPage({ path: SETUP, hasPassword: false, apply: async () => ({}) }),
      operatorPage(operator, guard),
      whatsappPage({ all: () => [] }, guard),
    ],
    log,
  );
  web = await listen(async () => pages, { host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await web.close();
  store.close();
});

interface Request {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

const toHead = ({ method, target, headers, body }: Request): string =>
  [
    `${method} ${target} HTTP/1.1`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${Buffer.byteLength(body, 'latin1')}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');

/** Sends bytes as they are, and gives status and body of the answer. */
const ask = (request: Request) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const socket = connect(web.port, '127.0.0.1', () => socket.write(toHead(request), 'latin1'));
    let answer = '';
    socket.setEncoding('latin1').on('data', (chunk) => (answer += chunk));
    socket.on('error', reject).on('close', () => {
      const [head, text = ''] = answer.split('\r\n\r\n');
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head!)?.[1]), text });
    });
  });

const OWN = [
  ['Host', 'bot.example'],
  ['Origin', 'http://bot.example'],
  ['Authorization', authorization],
] as const;

/** A request of the operator's own page, whose body says that it is of that type. */
const posted = (target: string, type: string, body: string): Request => ({
  method: 'POST',
  target,
  headers: [...OWN, ['Content-Type', type]],
  body,
});

it.each([SETUP, '/undangan', '/whatsapp/repair'])(
  'answers a form that cannot be read, or is too long, in a sentence: %s',
  async (path) => {
    const cases = [
      ['multipart/form-data', 'x'],
      ['multipart/form-data; boundary=x', 'no part'],
      ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nend'],
    ] as const;
    for (const [type, body] of cases) {
      const answer = await ask(posted(path, type, body));
      expect([type, body, answer.status]).toEqual([type, body, 400]);
      expect(answer.text).toContain('Permintaan ini tidak dapat dibaca.');
    }
    const long = await ask(posted(path, 'application/x-www-form-urlencoded', 'x'.repeat(40_000)));
    expect([long.status, long.text]).toEqual([413, expect.stringContaining('terlalu panjang')]);
    expect(faults).toEqual([]);
  },
);

/** Every byte that a header line may hold, and what upsets readers of paths, forms and JSON. */
const junk = fc.oneof(
  fc.constantFrom('', '%', '%zz', '%00', '%c0%af', '..', '//', '\\', '{', '[1', 'null', 'x='.repeat(200)),
  fc.constantFrom(
    '9'.repeat(20),
    '9'.repeat(400),
    '-1',
    '1e400',
    'NaN',
    '14.03.16',
    '14',
    'ü',
    'constructor',
  ),
  fc.string({ unit: fc.integer({ min: 0x21, max: 0xff }).map((code) => String.fromCharCode(code)) }),
);
const QUERY = ['cari', 'wilayah', 'halaman', 'selesai', 'nomor', 'kode'] as const;
const query = fc
  .array(fc.tuple(fc.constantFrom(...QUERY), junk), { maxLength: 3 })
  .map((pairs) => (pairs.length > 0 ? `?${pairs.map((pair) => pair.join('=')).join('&')}` : ''));

const header = <Name extends string>(name: Name, ...usual: readonly string[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...usual) }, junk).map((value) => [name, value] as const);
const host = header('Host', 'bot.example', '127.0.0.1', '[::1]', 'a b', 'user@x', 'x:99999');
const others = fc.subarray([
  header('Cookie', 'a=b', '%', '='),
  header('Accept', 'text/plain', '*/*'),
  header('X-Forwarded-Host', 'bot.example', 'a b'),
  header('Sec-Fetch-Site', 'same-origin', 'cross-site'),
  header('Sec-Fetch-Mode', 'navigate', 'cors'),
  header('Content-Encoding', 'gzip', 'br'),
]);
const type = header(
  'Content-Type',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'multipart/form-data; boundary="',
  'application/json',
  'text/plain; charset=nonsense',
);
const body = fc.oneof(
  junk,
  fc.constantFrom(
    '--x',
    '--x--\r\n',
    '--x\r\n\r\n--x--',
    '--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--',
  ),
  fc
    .tuple(fc.constantFrom('wilayah', 'peran', 'untuk', 'nomor', 'token', 'sandi'), junk)
    .map((pair) => pair.join('=')),
  fc.constant('x'.repeat(40_000)),
);

/** A path of the site, with junk in the places of its parameters and now and then behind it. */
const pathLike = (path: string): fc.Arbitrary<string> =>
  fc
    .tuple(junk, fc.oneof({ weight: 4, arbitrary: fc.constant('') }, junk))
    .map(([part, more]) => path.replace(/:\w+(\{[^}]*\}\})?|\*/g, part) + more);

/** The headers of the operator's own page, or whatever somebody makes up. */
const headers = fc.oneof(
  { weight: 2, arbitrary: type.map((contentType) => [...OWN, contentType]) },
  fc
    .tuple(host, header('Origin', 'http://bot.example', 'null'), header('Authorization', authorization), type)
    .chain((usual) => others.chain((some) => fc.tuple(...some)).map((more) => [...usual, ...more])),
);

it('answers no request with a fault, whatever its path, headers and body are', async () => {
  const paths = [...new Set(pages.routes.map(({ path }) => path))];
  expect(paths).toEqual(expect.arrayContaining(['/', '/readyz', '/whatsapp/qr', '/undangan', SETUP]));
  const request = fc.record({
    method: fc.oneof(
      fc.constantFrom('GET', 'POST'),
      fc.constantFrom('HEAD', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'),
    ),
    target: fc.tuple(fc.constantFrom(...paths).chain(pathLike), query).map((parts) => parts.join('')),
    headers,
    body,
  });
  await fc.assert(
    fc.asyncProperty(request, async (made) => {
      const { status } = await ask(made);
      expect(status).toBeGreaterThanOrEqual(200);
      expect(status).toBeLessThan(500);
      expect(faults).toEqual([]);
      expect(store.trouble()).toBeUndefined();
    }),
    { numRuns: 1000, seed: 20 },
  );
});

it.each(['1.2.3.4.5', '1.2.3.256'])(
  'answers 400 where its Host is the address of nothing: %s',
  async (to) => {
    for (const [target, ...more] of [
      ['/', ['Authorization', authorization]],
      ['/readyz'],
      ['/metrics'],
    ] as const) {
      const { status, text } = await ask({
        method: 'GET',
        target,
        headers: [['Host', to], ...more],
        body: '',
      });
      expect([target, status]).toEqual([target, 400]);
      expect(text).toContain('Alamat pada permintaan ini tidak dapat dibaca');
    }
    expect(faults).toEqual([]);
  },
);

it('takes what is no number of a page for the first page', async () => {
  for (const page of ['0', '-1', '1.5', 'x', '9'.repeat(20), '9'.repeat(400)]) {
    const { status, text } = await ask({
      method: 'GET',
      target: `/?halaman=${page}`,
      headers: OWN,
      body: '',
    });
    expect([page, status]).toEqual([page, 200]);
    expect(text).toContain('Belum ada grup');
  }
  expect(store.trouble()).toBeUndefined();
});
