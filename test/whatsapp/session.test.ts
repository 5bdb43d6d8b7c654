import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChatRef, Instant } from '../../src/domain/ids.ts';
import { literal } from '../../src/text/markup.ts';
import { makeRig, type Rig } from './rig.ts';

let rig: Rig;
const start = async (...options: Parameters<typeof makeRig>) => {
  rig = await makeRig(...options);
};
afterEach(() => rig.close());

const qr = () => rig.whatsapp.state().qr;

describe('pairing', () => {
  beforeEach(() => start());

  it('pairs by QR, hears a group and answers it; a restart needs no new QR', async () => {
    await rig.pair();
    const budi = rig.server.person('Budi');
    const group = rig.server.group('KDMP', [budi, rig.server.person('Sari')]);
    await rig.server.say({ from: budi, in: group, message: { conversation: 'klinik sudah' } });
    await rig.server.until(() => rig.messages().length === 1);
    const to = `whatsapp:${group.jid}` as ChatRef;
    await rig.whatsapp.send({ to, text: literal('Dicatat') }, '1');
    expect(rig.server.sent).toMatchObject([{ to: group.jid, readBy: ['Budi', 'Sari'], notReadBy: [] }]);
    expect(rig.server.sent[0]!.message.extendedTextMessage!.text).toBe('Dicatat');
    await rig.stop();
    rig.states.length = 0;
    await rig.open();
    expect(rig.states.map(({ phase }) => phase)).toEqual(['connecting', 'open']);
    await rig.whatsapp.send({ to, text: literal('Lagi') }, '2');
    expect(rig.server.sent[1]).toMatchObject({ readBy: ['Budi', 'Sari'], notReadBy: [] });
    await rig.server.say({ from: budi, in: group, message: { conversation: 'gudang sudah' } });
    await rig.server.until(() => rig.messages().length === 2);
  });

  it('renews the secret in the QR when the server asks for it, and says so', async () => {
    await rig.start();
    await rig.server.until(() => qr() !== undefined);
    const first = qr()!;
    const id = rig.server.refreshRegistration();
    await rig.server.until(() =>
      rig.server.received.some(({ tag, attrs }) => tag === 'ack' && attrs.id === id),
    );
    expect(qr()!.split(',')).toHaveLength(5);
    expect(qr()!.split(',')[3]).not.toBe(first.split(',')[3]);
    expect(qr()!.split(',').with(3, '')).toEqual(first.split(',').with(3, ''));
    rig.server.scan(qr()!);
    await rig.server.until(() => rig.phase() === 'open');
  });
});

it('asks for a pairing code where a number is given, and can still be paired by QR after a restart', async () => {
  await start({ phone: '6281100000001' });
  await rig.start();
  await rig.server.until(() => rig.whatsapp.state().code !== undefined);
  expect(rig.whatsapp.state()).toMatchObject({
    phase: 'pairing',
    code: expect.stringMatching(/^[A-Z\d]{8}$/),
  });
  await rig.server.until(() => JSON.stringify(rig.server.received).includes('link_code_companion_reg'));
  await rig.stop();
  await rig.start();
  await rig.server.until(() => rig.whatsapp.state().code !== undefined);
  rig.server.scan(qr()!);
  await rig.server.until(() => rig.phase() === 'open');
});

it('does not connect when it is stopped while it starts', async () => {
  await start();
  const starting = rig.start();
  await rig.whatsapp.stop();
  await starting;
  expect(rig.states).toEqual([]);
});

it('never shows as online, or the phone would keep its notifications to itself', async () => {
  await start();
  await rig.pair();
  const presences = () => rig.server.received.filter(({ tag }) => tag === 'presence');
  await rig.stop();
  await rig.open();
  await rig.server.until(() => presences().length > 0);
  expect(presences().map(({ attrs }) => attrs.type)).not.toContain('available');
});

/** Loses the connection, is refused when it comes back, and is let in after that. */
async function comeBackFrom(refusal: string): Promise<void> {
  const before = rig.server.upgrades();
  rig.server.refuseLogins(refusal);
  rig.server.drop();
  await rig.server.until(() => rig.server.upgrades() > before && rig.phase() === 'waiting');
  rig.server.refuseLogins(undefined);
  await rig.server.until(() => rig.phase() === 'open');
}

describe('the end of a connection', () => {
  it('comes back after a lost one, and says nothing of a lost session', async () => {
    await start();
    await rig.pair();
    rig.server.drop();
    await rig.server.until(() => rig.phase() !== 'open');
    await rig.server.until(() => rig.phase() === 'open');
    expect(rig.whatsapp.state().lostAt).toBeUndefined();
    expect(rig.whatsapp.lastContact()).toBeDefined();
  });

  it('forgets a session that the phone has ended, says so, and offers a new QR', async () => {
    await start();
    await rig.pair();
    expect(rig.store.whatsapp.of(1).keys.get('creds', 'me')).toBeDefined();
    rig.server.logOut();
    await rig.server.until(() => qr() !== undefined);
    expect(rig.whatsapp.state()).toMatchObject({ phase: 'pairing', lostAt: expect.any(String) });
    expect(rig.whatsapp.lastContact()).toBeUndefined();
    rig.server.scan(qr()!);
    await rig.server.until(() => rig.phase() === 'open');
    expect(rig.whatsapp.state()).toEqual({ phase: 'open' });
  });

  it('learns at login that the session was ended while it was away', async () => {
    await start();
    await rig.pair();
    await rig.stop();
    rig.server.refuseLogins('401');
    await rig.start();
    await rig.server.until(() => qr() !== undefined);
    expect(rig.whatsapp.state().lostAt).toBeDefined();
  });

  const refuseWith = (reason: string) => () => {
    rig.server.refuseLogins(reason);
    rig.server.drop();
  };
  it.each([
    ['replaced', 0, () => rig.server.replace()],
    ['locked', 1, refuseWith('403')],
    ['banned', 1, refuseWith('406')],
    ['rejected', 1, refuseWith('409')],
  ])('stays away when it was %s', async (phase, attempts, deed) => {
    await start();
    await rig.pair();
    const before = rig.server.upgrades();
    deed();
    await rig.server.until(() => rig.phase() === phase);
    const to = 'whatsapp:1203630000000000@g.us' as ChatRef;
    await expect(rig.whatsapp.send({ to, text: literal('x') }, '1')).rejects.toMatchObject({
      outcome: 'not-sent',
    });
    expect(rig.server.upgrades()).toBe(before + attempts);
    expect(rig.store.whatsapp.of(1).keys.get('creds', 'me')).toBeDefined();
  });

  it('waits until a temporary ban is over, and comes back by itself', async () => {
    let now = '2027-04-01T02:00:00.000Z' as Instant;
    await start({ clock: () => now });
    await rig.pair();
    const before = rig.server.upgrades();
    rig.server.refuseLogins('402', { code: '101', expire: '1' });
    rig.server.drop();
    await rig.server.until(() => rig.phase() === 'suspended');
    expect(rig.whatsapp.state().until).toBe('2027-04-01T02:00:01.000Z');
    expect(rig.whatsapp.trouble?.()).toBe('suspended until 2027-04-01T02:00:01.000Z');
    expect(rig.server.upgrades()).toBe(before + 1);
    rig.server.refuseLogins(undefined);
    now = '2027-04-01T02:00:01.000Z' as Instant;
    await rig.server.until(() => rig.phase() === 'open');
    expect(rig.server.upgrades()).toBe(before + 2);
  });

  it.each(['500', '503', '408'])('tries again after a refusal with %s', async (code) => {
    await start();
    await rig.pair();
    await comeBackFrom(code);
  });

  describe('calls its version too old', () => {
    afterEach(() => vi.unstubAllGlobals());

    it('and is met with the one that was set', async () => {
      await start({ version: [2, 3000, 1] });
      await rig.pair();
      expect(rig.server.version()).toEqual([2, 3000, 1]);
      await comeBackFrom('405');
      expect(rig.server.version()).toEqual([2, 3000, 1]);
    });

    it("and is met with that of WhatsApp's own page", async () => {
      await start();
      await rig.pair();
      vi.stubGlobal('fetch', async () => new Response('{"client_revision": 1099000001}'));
      await comeBackFrom('405');
      expect(rig.server.version()).toEqual([2, 3000, 1099000001]);
    });

    it('and is met with what the library brings where that page cannot be read', async () => {
      await start();
      await rig.pair();
      const brought = rig.server.version();
      vi.stubGlobal('fetch', async () => {
        throw new TypeError('fetch failed');
      });
      await comeBackFrom('405');
      expect(rig.server.version()).toEqual(brought);
    });
  });

  it('gives up an attempt that the server lets hang', async () => {
    await start({ limits: { connectMs: 1000 } });
    rig.server.hang(1);
    await rig.start();
    await rig.server.until(() => qr() !== undefined);
    expect(rig.server.upgrades()).toBeGreaterThan(1);
  });
});
