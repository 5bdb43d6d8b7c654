import { type proto, proto as protocol } from '@whiskeysockets/baileys';
import type { MessageRef } from '../../src/domain/ids.ts';
import { assignLetters, numberFor } from '../../src/text/choice-letters.ts';
import type { Choice } from '../../src/text/content.ts';
import { openTestStore } from '../engine.ts';
import type { Done } from './promises.ts';
import type { Random } from './random.ts';
import type { Group, Head, Town } from './whatsapp-town.ts';
import { createWords, latestToCorrect, QUESTIONS, rowsOf } from './words.ts';

const { MESSAGE_EDIT } = protocol.Message.ProtocolMessage.Type;

/** The people of a town on WhatsApp, who report, edit what they reported, take it back, ask, and answer by letters. */
export function createCrowd(town: Town, random: Random) {
  const deeds: Done[] = [];
  /** Reports that were corrected before the bot had them: what comes live may overtake what waited. */
  const early = new Set<string>();
  const words = createWords(random);

  /** Says something in a group; an edit goes by the message that it changes. */
  async function say(
    kind: Done['kind'],
    group: Group,
    { actor }: Head,
    message: proto.IMessage,
    rows: Done['rows'] = [],
  ): Promise<void> {
    const { jid } = group.chat;
    const said = await town.server.say({ from: actor, in: group.chat, message });
    const id = message.protocolMessage?.key?.id ?? said;
    const own = `whatsapp:${jid}:${actor.lid}:${id}` as MessageRef;
    const ref = id === said ? own : (`${own}:e${said}` as MessageRef);
    deeds.push({ kind, rows, chat: jid, id, ref, message: own });
  }

  const write = (kind: Done['kind'], group: Group, head: Head, conversation: string, rows?: Done['rows']) =>
    say(kind, group, head, { conversation }, rows);

  function report(group: Group, head: Head): Promise<void> {
    const rows = words.rowsFor(head.village);
    return write('report', group, head, words.inSomeWay(rows), rows);
  }

  /** The latest report of a head that was not corrected yet is written again. */
  function correct(group: Group, head: Head): Promise<void> {
    const own = latestToCorrect(deeds, head.village);
    if (!own) return report(group, head);
    if (town.server.waiting().includes(own.id)) early.add(own.id);
    const rows = words.rowsInstead(head.village, own.rows);
    const key = { remoteJid: group.chat.jid, id: own.id, fromMe: true };
    const editedMessage = { conversation: words.exactly(rows) };
    return say('correct', group, head, { protocolMessage: { key, type: MESSAGE_EDIT, editedMessage } }, rows);
  }

  /** Types the letter or number of a choice of the bot's, as a reply to it. */
  async function answer(group: Group, head: Head): Promise<void> {
    const offered = choicesOf(group).filter(({ choice }) =>
      choice.command.startsWith(`/lapor ${head.village.code} `),
    );
    if (offered.length === 0) return await write('ask', group, head, '/lapor');
    const { id, choice, typed } = random.pick(offered);
    const contextInfo = { stanzaId: id, participant: town.server.me.lid };
    const message = { extendedTextMessage: { text: typed, contextInfo } };
    await say('answer', group, head, message, rowsOf(choice.command));
  }

  /** What the bot's latest messages in a group offer, and what is typed for it. */
  function choicesOf({ chat: { jid } }: Group): { id: string; choice: Choice; typed: string }[] {
    const store = openTestStore(town.database);
    const latest = town.messages().filter(({ to }) => to === jid);
    const found = latest.slice(-4).flatMap(({ id }) => {
      const row = store.read((tx) => tx.outbox.bySent(`whatsapp:${jid}:bot:${id}` as MessageRef));
      const choices = row?.content?.choices ?? [];
      const letters = new Map(assignLetters(choices).map(({ letter, choice }) => [choice, letter]));
      return choices.map((choice) => ({ id, choice, typed: numberFor(choice) ?? letters.get(choice)! }));
    });
    store.close();
    return found;
  }

  async function act(): Promise<void> {
    const group = random.pick(town.groups);
    const head = random.pick(group.heads);
    const what = random.below(10);
    if (what < 3) await report(group, head);
    else if (what < 4) await correct(group, head);
    else if (what < 5) await write('undo', group, head, '/batal');
    else if (what < 7) await answer(group, head);
    else await write('ask', group, head, random.pick(QUESTIONS));
  }

  return {
    deeds,
    /** So many deeds, one after the other. */
    async acts(n: number): Promise<void> {
      for (let i = 0; i < n; i++) await act();
    },
    isOvertaken: ({ kind, id }: Done): boolean => kind === 'report' && early.has(id),
  };
}
