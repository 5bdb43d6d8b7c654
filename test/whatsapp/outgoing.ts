import {
  type BinaryNode,
  getBinaryNodeChild,
  getBinaryNodeChildren,
  jidNormalizedUser,
  proto,
} from '@whiskeysockets/baileys';
import type { Actor } from './actor.ts';

/** A message of the bot, as those who got it could read it. */
export interface Outgoing {
  readonly id: string;
  readonly to: string;
  readonly message: proto.Message;
  readonly readBy: readonly string[];
  readonly notReadBy: readonly string[];
  readonly attrs: BinaryNode['attrs'];
}

/** Hands a message of the bot to everybody it is for; undefined where it says nothing to anybody. */
export async function readOutgoing(
  node: BinaryNode,
  readers: readonly Actor[],
  sender: string,
): Promise<Outgoing | undefined> {
  const { id = '', to = '', participant } = node.attrs;
  const own = getBinaryNodeChildren(getBinaryNodeChild(node, 'participants'), 'to');
  const shared = getBinaryNodeChildren(node, 'enc');
  const readBy: string[] = [];
  const notReadBy: string[] = [];
  let message: proto.Message | undefined;
  for (const reader of readers) {
    const isReaders = (jid = '') => [reader.lid, reader.phone].includes(jidNormalizedUser(jid));
    if (participant && !isReaders(participant)) continue;
    const parts = own
      .filter(({ attrs }) => isReaders(attrs.jid))
      .flatMap((each) => getBinaryNodeChildren(each, 'enc'));
    try {
      message = (await reader.read(to, sender, [...parts, ...shared])) ?? message;
      readBy.push(reader.name);
    } catch {
      notReadBy.push(reader.name);
    }
  }
  if (!message && notReadBy.length === 0) return undefined;
  return { id, to, message: message ?? new proto.Message(), readBy, notReadBy, attrs: node.attrs };
}
