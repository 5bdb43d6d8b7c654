import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { proto } from '@whiskeysockets/baileys';
import { commands } from '../../commands/index.ts';
import type { Acknowledgement, ChatAdapter } from '../../src/adapters/adapter.ts';
import { isGroup } from '../../src/adapters/whatsapp/refs.ts';
import { createWhatsApp } from '../../src/adapters/whatsapp/whatsapp.ts';
import { type App, createApp } from '../../src/app/app.ts';
import type { DistrictCode, Instant, MessageRef } from '../../src/domain/ids.ts';
import { invite } from '../../src/features/members/invitations.ts';
import { createLog } from '../../src/log.ts';
import { assignLetters, letteredText, numberFor } from '../../src/text/choice-letters.ts';
import { openTestStore } from '../engine.ts';
import { makeFolder } from '../folder.ts';
import { SETTINGS } from '../settings.ts';
import type { Deed, Heard, Said, Stage } from '../stage.ts';
import type { Actor } from '../whatsapp/actor.ts';
import { startMediaServer } from '../whatsapp/media.ts';
import { trust } from '../whatsapp/noise.ts';
import { sealedEdit } from '../whatsapp/seal.ts';
import { type Outgoing, startServer } from '../whatsapp/server.ts';
import { atRest } from './rest.ts';

const MEDIA: Partial<Record<NonNullable<Deed['media']>, keyof proto.IMessage>> = {
  video: 'videoMessage',
  sticker: 'stickerMessage',
  document: 'documentMessage',
  location: 'locationMessage',
  contact: 'contactMessage',
  poll: 'pollCreationMessageV3',
};

/** The bot on WhatsApp, over the wire against a server of its own, on a real SQLite file. Presses are replies. */
export async function whatsappStage(start = '2027-04-01T02:00:00.000Z'): Promise<Stage> {
  const folder = makeFolder();
  const file = join(folder, 'test.sqlite');
  let now = start as Instant;
  const seconds = (at: Instant = now) => Math.floor(Date.parse(at) / 1000);
  const server = await startServer({ now: seconds });
  const media = await startMediaServer();
  trust(server.root);
  const people = new Map<string, Actor>();
  const own = server.group('KDMP Bathin Solapan', []);
  const groups = new Map<string, typeof own>();
  const authors = new Map<string, Actor>();
  const sent = new Map<string, Said>();
  const files = new Map<MessageRef, readonly string[]>();
  const handled = new Map<string, Acknowledgement>();
  let store = openTestStore(file);
  let app: App;

  async function run(): Promise<App> {
    const log = createLog(process.env.LOG_LEVEL ?? 'silent');
    const clock = () => now;
    const whatsapp = createWhatsApp({
      ...store.whatsapp.of(1),
      webSocketUrl: server.url,
      pace: 'unlimited',
      limits: { backoffMs: [10, 50], perDay: { groups: 10_000, strangers: 10_000 } },
      fetchAgent: media.agent,
      clock,
      log,
      onState: ({ qr }) => {
        if (qr) server.scan(qr);
        server.watch();
      },
    });
    const platforms = [watched(whatsapp)];
    const made = createApp({ store, platforms, commands, settings: SETTINGS, clock, log });
    await made.start();
    await server.until(() => whatsapp.state().phase === 'open' && server.isOpen() && server.askedForGroups());
    return made;
  }

  /** The platform, and a note of what became of each message. */
  const watched = (whatsapp: ChatAdapter): ChatAdapter => ({
    ...whatsapp,
    start: (receive) =>
      whatsapp.start(async (event) => {
        const acknowledgement = await receive(event);
        handled.set(event.ref.split(':').at(-1)!.replace(/^e/, ''), acknowledgement);
        server.watch();
        return acknowledgement;
      }),
    async send(message, key) {
      const done = await whatsapp.send(message, key);
      if (message.attachments)
        files.set(
          done.ref,
          message.attachments.map(({ name }) => name),
        );
      return done;
    },
  });

  function groupOf(title: string | undefined): typeof own {
    if (!title) return own;
    const group = groups.get(title) ?? server.group(title, []);
    groups.set(title, group);
    return group;
  }

  /** Somebody in a group; who is new there comes in first. */
  async function actor(name: string, group: typeof own): Promise<Actor> {
    const made = people.get(name) ?? server.person(name);
    people.set(name, made);
    if (group.members.includes(made)) return made;
    group.members.push(made);
    const participant = { tag: 'participant', attrs: { jid: made.lid, phone_number: made.phone } };
    const id = server.notify(group, made, { tag: 'add', attrs: {}, content: [participant] });
    await server.until(() => server.received.some(({ tag, attrs }) => tag === 'ack' && attrs.id === id));
    return made;
  }

  /** What is typed for a button: its letter, or on a checklist the unit's number. */
  function typedFor({ on, label }: NonNullable<Deed['press']>): string {
    const choices = choicesOf(on.id);
    const choice = choices.find((each) => each.label === label);
    const letter = assignLetters(choices).find((each) => each.choice === choice)?.letter;
    return (choice && numberFor(choice)) ?? letter ?? label;
  }
  /** Where each message of the bot stands. */
  const chats = new Map<string, string>();
  /** The whole text of each form of a message: a phone quotes the one that it shows. */
  const seen = new Map<Said | string, string>();
  const choices = new Map<string, ReturnType<typeof choicesNow>>();
  const choicesOf = (id: string) => choices.get(id) ?? [];
  const choicesNow = (ref: MessageRef) => store.read((tx) => tx.outbox.bySent(ref))?.content?.choices ?? [];

  const passedOn = new Set<string>();
  const quotedOf = (id: string, text: string): proto.IMessage =>
    passedOn.has(id)
      ? { extendedTextMessage: { text, contextInfo: { isForwarded: true, forwardingScore: 1 } } }
      : { conversation: text };

  function contextOf(deed: Deed): proto.IContextInfo {
    const { lid } = server.me;
    const on = deed.press?.on ?? deed.replyTo;
    const stanzaId = typeof on === 'string' ? on : on?.id;
    // "Reply privately", or in another group.
    const there = stanzaId && chats.get(stanzaId);
    const isElsewhere = there && isGroup(there) && (deed.privately || there !== groupOf(deed.group).jid);
    const quote = (id: string) => ({
      stanzaId: id,
      participant: authors.get(id)?.lid ?? lid,
      ...(isElsewhere && { remoteJid: there }),
    });
    return {
      ...(stanzaId && { ...quote(stanzaId), quotedMessage: quotedOf(stanzaId, seen.get(on!) ?? '…') }),
      ...(deed.mentionsBot && { mentionedJid: [lid] }),
      ...(deed.forwarded && { isForwarded: true, forwardingScore: 1 }),
    };
  }

  function messageOf(deed: Deed): proto.IMessage {
    const words = deed.press ? typedFor(deed.press) : (deed.text ?? '');
    const text = deed.mentionsBot ? `@${server.me.lid.split('@')[0]} ${words}` : words;
    const contextInfo = contextOf(deed);
    const imageMessage = { caption: text, mimetype: 'image/jpeg', contextInfo };
    const inAlbum = (id: string) => ({ associationType: 1, parentMessageKey: { id } });
    if (deed.photo && deed.album)
      return { imageMessage, messageContextInfo: { messageAssociation: inAlbum(deed.album) } };
    if (deed.media) return { [MEDIA[deed.media] ?? 'eventMessage']: { contextInfo } };
    const written = deed.photo ? { imageMessage } : { extendedTextMessage: { text, contextInfo } };
    if (!deed.edits) return written;
    const original = { id: deed.edits, chat: groupOf(deed.group).jid, secret: secrets.get(deed.edits)! };
    return sealedEdit(original, authors.get(deed.edits)!.lid, written);
  }

  /** What a phone adds to each message, so that it can seal an edit of it. */
  const secrets = new Map<string, Uint8Array>();
  function withSecret(message: proto.IMessage, messageSecret: Uint8Array): proto.IMessage {
    return { ...message, messageContextInfo: { ...message.messageContextInfo, messageSecret } };
  }

  const titleOf = (jid: string): string | undefined =>
    [...groups.values()].find((group) => group.jid === jid)?.subject;

  function asSaid({ id: wireId, to, message }: Outgoing): Said {
    const change = message.protocolMessage;
    const id = change?.key?.id ?? wireId;
    const shown = change?.editedMessage ?? message;
    const media = shown.imageMessage ?? shown.documentMessage;
    const written = shown.extendedTextMessage?.text ?? media?.caption ?? '';
    const jids = (shown.extendedTextMessage ?? media)?.contextInfo?.mentionedJid ?? [];
    const mentioned = jids.map((jid) => [...people.values()].find(({ lid }) => lid === jid)!);
    const ref = `whatsapp:${to}:bot:${id}` as MessageRef;
    const offered = choicesNow(ref);
    choices.set(id, offered);
    chats.set(id, to);
    const list = letteredText(offered);
    if (!written.endsWith(list)) throw new Error(`no choices under: ${written}`);
    let text = written.slice(0, written.length - list.length).trimEnd();
    for (const { lid, name } of mentioned) text = text.replaceAll(`@${lid.split('@')[0]}`, name);
    const said = {
      id,
      text: withoutSigns(text),
      buttons: offered.map(({ label }) => label),
      files: files.get(ref) ?? [],
      mentions: mentioned.map(({ name }) => name),
      edited: change !== null && change !== undefined,
      ...(titleOf(to) && { group: titleOf(to)! }),
    };
    seen.set(said, written);
    return said;
  }

  /** What the bot says meanwhile. Pages of one answer after the first are no messages of their own. */
  async function during(deed: () => Promise<void>): Promise<Outgoing[]> {
    const before = server.sent.length;
    await deed();
    await atRest(store, now);
    return server.sent.slice(before);
  }

  function collect(outgoing: readonly Outgoing[]): Said[] {
    for (const { id, notReadBy } of outgoing)
      if (notReadBy.length > 0) throw new Error(`${id} cannot be read by ${notReadBy.join()}`);
    const said = outgoing.map(asSaid).filter(({ text, files }) => text !== '' || files.length > 0);
    for (const each of said) sent.set(each.id, each);
    return said;
  }

  app = await run();
  return {
    get store() {
      return store;
    },
    file,
    idsOf: (name) => [people.get(name)!.lid, people.get(name)!.phone].map((jid) => jid.split('@')[0]!),
    async at(moment): Promise<Heard> {
      now = new Date(moment).toISOString() as Instant;
      return { said: collect(await during(async () => app.tick())) };
    },
    async act(deed) {
      if (deed.anonymous) throw new Error('nobody is anonymous on WhatsApp');
      const group = groupOf(deed.group);
      const from = await actor(deed.person, group);
      let id = '';
      const outgoing = await during(async () => {
        const where = deed.privately ? {} : { in: group };
        const secret = randomBytes(32);
        const message = withSecret(messageOf(deed), secret);
        id = await server.say({ from, ...where, message, t: seconds(deed.at) });
        authors.set(id, from);
        secrets.set(id, secret);
        if (deed.forwarded) passedOn.add(id);
        await server.until(() => handled.has(id));
      });
      return { id, said: collect(outgoing), ...(deed.press && { typed: true }) };
    },
    invitation: (district = '14.03.16') =>
      store.transaction((tx) => invite(tx, district as DistrictCode, now)),
    async restart() {
      await app.stop();
      await server.until(() => !server.isConnected());
      store.close();
      store = openTestStore(file);
      app = await run();
    },
    async close() {
      await app.stop();
      store.close();
      await server.close();
      await media.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const withoutSigns = (text: string): string =>
  text
    .replace(/(?<![\w*])\*(\S|\S[^*\n]*\S)\*(?![\w*])/g, '$1')
    .replace(/(?<![\w_])_(\S|\S[^_\n]*\S)_(?![\w_])/g, '$1');
