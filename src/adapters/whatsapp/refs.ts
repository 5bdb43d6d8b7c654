import type { ChatRef, MessageRef, UserRef } from '../../domain/ids.ts';

/** Stands for the participant in the refs of the bot's own messages, so that they outlive a change of its number. */
export const BOT = 'bot';

const SERVERS: ReadonlyMap<string, string> = new Map([
  ['c.us', 's.whatsapp.net'],
  ['hosted', 's.whatsapp.net'],
  ['hosted.lid', 'lid'],
]);

/** An address without device and agent: `123:4@lid` becomes `123@lid`. Throws for a text that is not an address. */
export function bare(jid: string): string {
  const address = addressOf(jid);
  if (!address) throw new TypeError('not an address of WhatsApp');
  return address;
}

/** The same for a text from somebody's phone; undefined where it is not an address. */
export function addressOf(jid: string): string | undefined {
  const at = jid.indexOf('@');
  const [user] = jid.slice(0, Math.max(at, 0)).split(/[:_]/, 1);
  const server = jid.slice(at + 1);
  return user && /^[\w.]+$/.test(server) ? `${user}@${SERVERS.get(server) ?? server}` : undefined;
}

export const isGroup = (jid: string): boolean => jid.endsWith('@g.us');
export const isLid = (jid: string): boolean => jid.endsWith('@lid');
/** WhatsApp's own announcements come from `0@s.whatsapp.net`, which has no device. */
export const isPhone = (jid: string): boolean => /^[1-9]\d*@s\.whatsapp\.net$/.test(jid);
/** The part before the `@`, which a mention shows. */
export const userOf = (jid: string): string => jid.slice(0, jid.indexOf('@'));

export const chatRef = (jid: string): ChatRef => `whatsapp:${jid}` as ChatRef;
export const userRef = (jid: string): UserRef => `whatsapp:${jid}` as UserRef;
/** Longer than the id that any phone gives a message; PostgreSQL's indexes hold no key of some thousand letters. */
const ID_LETTERS = 128;

/** An id that is longer, which its sender made up, is cut. */
export const shortId = (id: string): string => id.slice(0, ID_LETTERS);

export const messageRef = (chat: string, participant: string, id: string): MessageRef =>
  `whatsapp:${chat}:${participant}:${shortId(id)}` as MessageRef;

/** The address in a ref; undefined for one of another platform. */
export const jidOf = (ref: ChatRef | UserRef): string | undefined =>
  /^whatsapp:([^:@]+@[\w.]+)$/.exec(ref)?.[1];

/** The parts of a message's ref. An edit's ref gives those of the message that was edited. */
export function partsOf(ref: MessageRef): { chat: string; participant: string; id: string } | undefined {
  const [, chat, participant, id] = /^whatsapp:([^:]+):([^:]+):([^:]+)/.exec(ref) ?? [];
  return chat && participant && id ? { chat, participant, id } : undefined;
}
