import { createServer } from 'node:http';
import { connect } from 'node:net';
import { PassThrough } from 'node:stream';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { shareConnections } from '../src/web/connection-shares.ts';
import { listen } from '../src/web/server.ts';

it('loads its site again at the next request where that failed once', async () => {
  let loads = 0;
  const site = async () => {
    loads += 1;
    if (loads <= 2) throw Object.assign(new Error('too many open files'), { code: 'EMFILE' });
    return new Hono().get('/healthz', (context) => context.text('ok'));
  };
  const web = await listen(site, { host: '127.0.0.1', port: 0 });
  const get = async () => (await fetch(`http://127.0.0.1:${web.port}/healthz`)).status;
  expect([await get(), await get(), await get(), await get()]).toEqual([503, 503, 200, 200]);
  expect(loads).toBe(3);
  await web.close();
});

it('holds so many connections at most, however many are begun', async () => {
  const web = await listen(async () => new Hono(), { host: '127.0.0.1', port: 0 });
  const begun = Array.from({ length: 300 }, () => connect(web.port, '127.0.0.1'));
  let ended = 0;
  const beyond = new Promise<void>((resolve) => {
    for (const socket of begun) {
      socket.on('error', () => {});
      socket.on('close', () => ++ended === 100 && resolve());
      socket.write('GET / HTTP/1.1\r\nHost: x\r\n');
    }
  });
  await beyond;
  expect(ended).toBe(100);
  await web.close();
});

it.skipIf(process.platform !== 'linux')(
  'keeps room for others, and for this machine, whatever connections one address and many begin',
  async () => {
    const site = new Hono().get('/healthz', (context) => context.text('ok'));
    const web = await listen(async () => site, { host: '127.0.0.1', port: 0 });
    let closed = 0;
    let wake = () => {};
    /** Begins requests that never end. The whole net 127.0.0.0/8 is this machine, of which the server knows 127.0.0.1 alone. */
    const flood = (localAddress: string, count: number) => {
      for (let i = 0; i < count; i++) {
        const socket = connect({ port: web.port, host: '127.0.0.1', localAddress });
        socket.on('error', () => {});
        socket.on('close', () => {
          closed += 1;
          wake();
        });
        socket.write('GET / HTTP/1.1\r\nHost: x\r\n');
      }
    };
    const untilClosed = async (count: number) => {
      while (closed < count) await new Promise<void>((resolve) => (wake = resolve));
    };
    const healthFrom = (localAddress: string) =>
      new Promise<string>((resolve) => {
        let answer = '';
        const socket = connect({ port: web.port, host: '127.0.0.1', localAddress });
        socket.on('data', (data) => (answer += data)).on('error', () => {});
        socket.on('close', () => resolve(answer));
        socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
      });

    flood('127.0.0.2', 220);
    await untilClosed(40);
    expect(await healthFrom('127.0.0.3')).toMatch(/200 OK/);
    for (const other of ['127.0.0.4', '127.0.0.5', '127.0.0.6']) flood(other, 100);
    // The first question, which was answered, ended a connection too.
    await untilClosed(40 + 300);
    expect(await healthFrom('127.0.0.7')).toMatch(/200 OK/);
    expect(await healthFrom('127.0.0.1')).toMatch(/200 OK/);
    await untilClosed(340 + 1);
    expect(closed).toBe(341);
    await web.close();
  },
);

it('lets no site of IPv6 keep others away by its many networks, nor one of these its neighbours', () => {
  const server = createServer();
  shareConnections(server, 20);
  const connected = (...addresses: readonly string[]) =>
    addresses.map((remoteAddress) => {
      const socket = Object.assign(new PassThrough(), { remoteAddress });
      server.emit('connection', socket);
      return socket;
    });
  const open = (sockets: readonly PassThrough[]) => sockets.filter(({ destroyed }) => !destroyed).length;
  const early = connected('2001:db8:1:1::1', '192.0.2.1', '2001:db8:2::');
  const flood = connected(...Array.from({ length: 60 }, (_, i) => `2001:db8:3:${i % 4}::1`));
  const late = connected('2001:db8:4::1', '192.0.2.2', '2001:db8:3:ff::1', '2001:db8:3:ff::1');
  expect([open(early), open(late), open(flood)]).toEqual([3, 4, 11]);
});

it('answers one request of a connection at a time, and no further ones that come before it is answered', async () => {
  let answered = 0;
  const site = new Hono().get('/', async (context) => {
    await new Promise(setImmediate);
    answered += 1;
    return context.text('ok');
  });
  const web = await listen(async () => site, { host: '127.0.0.1', port: 0 });
  const request = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';

  const inTurn = connect(web.port, '127.0.0.1', () => inTurn.write(request));
  await new Promise<void>((resolve) => {
    let answers = 0;
    inTurn.on('data', () => (++answers === 3 ? resolve() : inTurn.write(request)));
  });
  expect(answered).toBe(3);
  inTurn.destroy();

  const atOnce = connect(web.port, '127.0.0.1', () => atOnce.write(request.repeat(1000)));
  await new Promise<void>((resolve) => atOnce.on('error', () => {}).on('close', () => resolve()));
  expect(answered).toBeLessThan(10);
  await web.close();
});
