import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../commands/index.ts';
import { type App, createApp } from '../../src/app/app.ts';
import type { ChatRef, DistrictCode, Instant, MessageRef, UserRef } from '../../src/domain/ids.ts';
import { invite } from '../../src/features/members/invitations.ts';
import { createLog } from '../../src/log.ts';
import { createSimulator, type Simulator } from '../../src/simulator/adapter.ts';
import type { TranscriptMessage } from '../../src/simulator/transcript.ts';
import { openTranscript } from '../../src/simulator/transcript-store.ts';
import { parseMarkup, plain } from '../../src/text/markup.ts';
import { openTestStore } from '../engine.ts';
import { makeFolder } from '../folder.ts';
import { SETTINGS } from '../settings.ts';
import type { Deed, Heard, Said, Stage } from '../stage.ts';
import { atRest } from './rest.ts';

const PHOTO = { as: 'picture', name: 'foto', type: 'image/png', source: new Uint8Array(9) } as const;

/** The bot in the simulator, with nobody registered, on a real SQLite file. */
export async function simulatorStage(start = '2027-04-01T02:00:00.000Z'): Promise<Stage> {
  const folder = makeFolder();
  const file = join(folder, 'test.sqlite');
  const log = createLog(process.env.LOG_LEVEL ?? 'silent');
  let now = start as Instant;
  let { store, transcript, simulator, app } = await run();

  async function run() {
    const opened = { store: openTestStore(file), transcript: openTranscript(file) };
    const made: Simulator = createSimulator(opened.transcript, () => now, log);
    const running: App = createApp({
      store: opened.store,
      platforms: [made],
      commands,
      settings: SETTINGS,
      clock: () => now,
      log,
    });
    await running.start();
    return { ...opened, simulator: made, app: running };
  }

  async function stop(): Promise<void> {
    await app.stop();
    transcript.close();
    store.close();
  }

  function refOf(person: string): UserRef {
    const known = transcript.people().find(({ name }) => name === person);
    if (known) return known.refs[0];
    const ref = `simulator:${transcript.people().length + 1}` as UserRef;
    transcript.addPerson(ref, person);
    return ref;
  }

  const asSaid = ({ ref, text, choices, files, edited }: TranscriptMessage): Said => ({
    id: ref,
    text: plain(text),
    buttons: choices.map(({ label }) => label),
    files: files.map(({ name }) => name),
    mentions: parseMarkup(text).flatMap((span) =>
      span.kind === 'mention' ? (transcript.person(span.ref)?.name ?? []) : [],
    ),
    edited,
  });

  // Never dropped: people press buttons of a message that was edited in the meantime.
  const commandsOf = new Map<string, string>();

  /** What the bot says from now until it has come to rest. */
  async function during<T>(deed: () => Promise<T> | T): Promise<{ result: T; said: Said[] }> {
    const before = Math.max(0, ...transcript.changedSince(0).map(({ seq }) => seq));
    const result = await deed();
    await atRest(store, now);
    const fresh = transcript
      .changedSince(before)
      .flatMap(({ message }) => (message.by === 'bot' ? message : []));
    for (const { ref, choices } of fresh)
      for (const { label, command } of choices) commandsOf.set(`${ref} ${label}`, command);
    return { result, said: fresh.map(asSaid) };
  }

  async function act({ person, press, ...deed }: Deed): Promise<Heard & { id: string }> {
    const by = refOf(person);
    if (press) {
      const command = commandsOf.get(`${press.on.id} ${press.label}`)!;
      const { result, said } = await during(() => simulator.press(by, press.on.id as MessageRef, command));
      return { id: '', said, ...result };
    }
    const replyTo = typeof deed.replyTo === 'string' ? deed.replyTo : deed.replyTo?.id;
    const { result: id, said } = await during(() =>
      simulator.say({
        by: deed.anonymous ? 'anonymous' : by,
        text: `${deed.mentionsBot ? '@bot ' : ''}${deed.text ?? ''}`,
        replyTo: replyTo as MessageRef | undefined,
        edits: deed.edits as MessageRef | undefined,
        photo: deed.photo ? PHOTO : undefined,
        album: deed.album,
        forwarded: deed.forwarded,
        at: deed.at,
        ...(deed.privately && { chat: by as string as ChatRef }),
      }),
    );
    return { id, said };
  }

  return {
    file,
    idsOf: () => [],
    get store() {
      return store;
    },
    async at(moment) {
      now = new Date(moment).toISOString() as Instant;
      return during(() => app.tick());
    },
    act,
    invitation: (district = '14.03.16') =>
      store.transaction((tx) => invite(tx, district as DistrictCode, now)),
    async restart() {
      await stop();
      ({ store, transcript, simulator, app } = await run());
    },
    async close() {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}
