import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChatRef, Instant, LocalDate, UserRef } from '../../src/domain/ids.ts';
import { createLog } from '../../src/log.ts';
import { explanationOf } from '../../src/simulator/explanations.ts';
import { GROUP } from '../../src/simulator/groups.ts';
import { parseMoment, stepsAhead, stopsUntil, trialDeadline } from '../../src/simulator/moments.ts';
import { playFortnight, startOfFortnight } from '../../src/simulator/play.ts';
import type { TranscriptMessage } from '../../src/simulator/transcript.ts';
import { openWorld, TIME_ZONE, type World } from '../../src/simulator/world.ts';
import { holdAlone } from '../../src/store/lock.ts';
import { literal, plain } from '../../src/text/markup.ts';
import { makeFolder } from '../folder.ts';

const NOW = '2026-11-24T02:00:00.000Z' as Instant;
// Selasa, 09.00 WIB
const DEADLINE = '2027-05-15' as LocalDate;
const SETTINGS = { deadline: DEADLINE, reminderDays: [30, 14, 7, 3, 1, 0], reminderCron: '0 8 * * *' };
const PETANI = 'simulator:kades-2001' as UserRef;

describe('moments', () => {
  it.each([
    ['besok', '2026-11-25T01:00'],
    ['Besok 09.30', '2026-11-25T02:30'],
    ['h-3', '2027-05-12T01:00'],
    ['15 Mei 08.00', '2027-05-15T01:00'],
    ['15 Mei', '2027-05-15T01:00'],
    ['24 November 23:59', '2026-11-24T16:59'],
    ['2027-01-02T07:15', '2027-01-02T00:15'],
    ['2 Januari 2028', '2028-01-02T01:00'],
  ])('reads %s', (words, at) => expect(parseMoment(words, NOW, TIME_ZONE, DEADLINE)).toBe(`${at}:00.000Z`));

  it.each(['', 'lusa', '30 Februari', '15 Mei 24.00', '15 Mei 8.61', '2101-01-01', 'h-', '08.00'])(
    'does not read "%s"',
    (words) => expect(parseMoment(words, NOW, TIME_ZONE, DEADLINE)).toBeUndefined(),
  );

  it('offers only steps that lie ahead', () => {
    const labels = (at: string) =>
      stepsAhead(at as Instant, TIME_ZONE, DEADLINE, 'Besok').map(({ label }) => label);
    expect(labels(NOW)).toEqual(['Besok', 'H-3', '15 Mei 08.00']);
    expect(labels('2027-05-12T01:00:00.000Z')).toEqual(['Besok', 'H-1', '15 Mei 08.00']);
    expect(labels('2027-05-15T01:00:00.000Z')).toEqual(['Besok']);
  });

  it('passes the last mornings on the way, each once', () => {
    const to = '2026-11-27T03:00:00.000Z' as Instant;
    // At 07.30 a kabupaten is written to, at 08.00 a kecamatan.
    const mornings = ['25', '26', '27'].flatMap((day) =>
      ['00:30', '01:00'].map((time) => `2026-11-${day}T${time}:00.000Z`),
    );
    expect(stopsUntil(to, NOW, TIME_ZONE)).toEqual([...mornings, to]);
    expect(stopsUntil(mornings[0] as Instant, NOW, TIME_ZONE)).toEqual([mornings[0]]);
  });

  it('begins a long way on a Monday, so that no recap of a Monday comes on another day', () => {
    for (const [to, first] of [
      ['2027-05-12T01:00:00.000Z', '2027-05-03T01:00:00.000Z'],
      ['2027-05-16T20:00:00.000Z', '2027-05-10T01:00:00.000Z'],
      ['2027-05-17T01:00:00.000Z', '2027-05-10T01:00:00.000Z'],
    ] as const)
      expect(stopsUntil(to as Instant, NOW, TIME_ZONE)[0]).toBe(first);
  });

  it('gives a new trial a deadline that leaves time', () => {
    expect(trialDeadline(NOW, TIME_ZONE)).toBe('2027-05-15');
    expect(trialDeadline('2027-05-08T02:00:00.000Z' as Instant, TIME_ZONE)).toBe('2027-05-15');
    expect(trialDeadline('2027-05-09T02:00:00.000Z' as Instant, TIME_ZONE)).toBe('2028-05-15');
  });
});

describe('the simulated kecamatan', () => {
  let folder: string;
  let world: World;
  beforeEach(async () => {
    folder = makeFolder();
    await reopen();
  });
  afterEach(async () => {
    await world.stop();
    rmSync(folder, { recursive: true });
  });

  async function reopen(start = true) {
    const file = join(folder, 'simulator.sqlite');
    world = openWorld({ file, settings: SETTINGS, log: createLog('silent'), startAt: NOW });
    if (start) await world.start();
  }
  const said = () => world.transcript.changedSince(0).map(({ message }) => message);
  const asText = ({ name, text }: TranscriptMessage) => `${name}: ${plain(text)}`;
  const texts = () => said().map(asText);
  const textsIn = (chat: ChatRef) =>
    said()
      .filter((message) => message.chat === chat)
      .map(asText);

  it('keeps its clock, its conversation and its name when it is opened again', async () => {
    await world.simulator.say({ by: PETANI, text: '/lapor kantor sudah' });
    await world.idle();
    await world.advanceTo('2027-05-12T01:00:00.000Z' as Instant);
    await expect(world.advanceTo('2027-05-11T01:00:00.000Z' as Instant)).rejects.toThrow(RangeError);
    const before = { id: world.id, texts: texts() };
    expect(before.texts.at(-1)).toMatch(/3 hari lagi/);
    await world.stop();
    await reopen();
    expect({ id: world.id, texts: texts() }).toEqual(before);
    expect(world.now()).toMatch(/^2027-05-12T01:0/);
  });

  it('takes after a start what was written before the bot could take it, once', async () => {
    await world.stop();
    await reopen(false);
    const { ref } = world.transcript.append(
      {
        chat: GROUP,
        by: PETANI,
        name: 'Kades Petani',
        text: literal('/lapor 1'),
        at: NOW,
        edited: false,
        choices: [],
        files: [],
      },
      {
        event: (given) => ({
          kind: 'message',
          ref: given,
          chat: GROUP,
          chatKind: 'group',
          sender: { refs: [PETANI], name: 'Kades Petani' },
          text: '/lapor 1',
          addressed: true,
          sentAt: world.now(),
        }),
      },
    );
    await world.start();
    while (world.transcript.pending().length > 0) await new Promise(setImmediate);
    await world.idle();
    expect(texts().filter((text) => text.includes('Desa Petani (1/7)'))).toHaveLength(1);
    await world.stop();
    await reopen();
    await world.idle();
    expect(world.store.read((tx) => tx.ledger.ofMessage(ref))).toHaveLength(1);
  });

  it('tells of every row what became of it, also of one that was taken back before', async () => {
    const { simulator } = world;
    const first = await simulator.say({ by: PETANI, text: '/lapor klinik sudah' });
    await simulator.say({ by: PETANI, text: '/batal' });
    await simulator.say({ by: PETANI, text: '/lapor klinik sudah, Pak', edits: first });
    const told = JSON.stringify(explanationOf(world.transcript, world.store, first));
    expect(told).toContain('tidak dicatat: laporan itu sudah dibatalkan');
  });

  it('shows a message once, however often it is sent', async () => {
    const hello = { to: GROUP, text: literal('halo') };
    const [first, second] = [await world.simulator.send(hello, '7'), await world.simulator.send(hello, '7')];
    expect(second).toEqual(first);
    expect(texts()).toEqual(['Bot Koperasi: halo']);
  });

  it('is held by one process at a time', () => {
    const file = join(folder, 'lain.sqlite');
    const release = holdAlone(file)!;
    expect(holdAlone(file)).toBeUndefined();
    release();
    holdAlone(file)!();
  });

  it('plays a fortnight, the same every time', async () => {
    const played: string[][] = [];
    for (const n of [1, 2]) {
      await world.stop();
      const file = join(folder, `${n}.sqlite`);
      world = openWorld({
        file,
        settings: SETTINGS,
        log: createLog('silent'),
        startAt: startOfFortnight(DEADLINE),
      });
      await world.start();
      await playFortnight(world, DEADLINE);
      // Several chats are written to at once: the order is kept within each.
      played.push(textsIn(GROUP));
    }
    expect(played[1]).toEqual(played[0]);
    const all = played[0]!.join('\n');
    for (const expected of [
      'hanya dapat disampaikan oleh',
      'dibatalkan',
      '14 hari lagi',
      '7 hari lagi',
      'Belum pernah melapor: Pamesi',
    ])
      expect(all).toContain(expected);
    expect(said().at(-1)!.files).toMatchObject([{ as: 'picture', type: 'image/png' }]);
    // Everybody who reported was answered.
    const silentFor = said().filter(
      ({ by, ref }) => by.startsWith('simulator:kades') && !world.store.read((tx) => tx.inbox.seen(ref)),
    );
    expect(silentFor.map(({ text }) => text)).toEqual([]);
  });
});
