import type { BinaryNode, proto } from '@whiskeysockets/baileys';
import type { Actor, Reader } from './actor.ts';
import type { Group } from './queries.ts';

export interface Saying {
  readonly from: Actor;
  /** The group; left out, it is a private chat. */
  readonly in?: Group | undefined;
  readonly message: proto.IMessage;
  readonly id?: string;
  /** Unix seconds. */
  readonly t?: number;
  /** It is on its way until then. */
  readonly arrives?: Promise<unknown>;
  /** Damages the message on its way. */
  readonly corrupt?: boolean;
  /** The server does not tell the sender's number. */
  readonly hidePhone?: boolean;
}

type Said = Saying & { readonly id: string };

/** What people write to the bot, as stanzas that are given to `post`. */
export function makeSpeech(
  bot: Reader,
  now: () => number,
  nextId: () => string,
  post: (node: BinaryNode) => void,
) {
  const said = new Map<string, Said>();

  function address({ from, in: group, id, t, hidePhone }: Said, content: BinaryNode[]): void {
    const phone = group ? { participant_pn: from.phone } : { sender_pn: from.phone };
    const attrs = {
      ...(group ? { from: group.jid, participant: from.lid } : { from: from.lid }),
      ...(hidePhone ? {} : phone),
      addressing_mode: 'lid',
      id,
      t: `${t ?? now()}`,
      notify: from.name,
      type: 'text',
    };
    post({ tag: 'message', attrs, content });
  }

  return {
    /** Somebody writes; what they wrote is on its way, or waits until the bot is there, when this resolves. */
    async say(given: Saying): Promise<string> {
      const { from, in: group, message } = given;
      const saying = { ...given, id: given.id ?? nextId() };
      said.set(saying.id, saying);
      const content = group
        ? await from.writeToGroup(group.jid, bot, message)
        : await from.writeTo(bot, message);
      const last = content.at(-1)!;
      if (given.corrupt) last.content = Buffer.from(last.content as Uint8Array).fill(7, 20);
      await given.arrives;
      address(saying, content);
      return saying.id;
    },
    /** The bot could not read a message: its sender's phone sends it again, under new keys and to the bot alone. */
    async again(id: string): Promise<void> {
      const saying = said.get(id);
      if (!saying) return;
      saying.from.renewSessions();
      address(saying, await saying.from.writeTo(bot, saying.message));
    },
  };
}
