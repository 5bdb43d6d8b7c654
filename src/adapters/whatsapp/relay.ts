import type { proto, WASocket } from '@whiskeysockets/baileys';
import { SendError } from '../adapter.ts';
import type { Ack, Acks } from './acks.ts';
import type { DeviceSessions } from './device-sessions.ts';
import { notSent, refusal } from './errors.ts';
import type { Groups } from './groups.ts';

export interface RelayOptions {
  readonly groups: Groups;
  readonly sessions: DeviceSessions;
  readonly acks: Acks;
  /** Without an acknowledgement for so long, the outcome of a message is unknown. */
  readonly ackMs: number;
}

/** A message that is ready to leave. */
export interface Relayed {
  readonly sock: WASocket;
  readonly chat: string;
  readonly id: string;
  readonly message: proto.IMessage;
  /** It is the new form of an earlier message. */
  readonly isEdit: boolean;
}

/** Codes after which a second try with fresh keys helps. 479: a device is known by an old key; 421: the group has new addresses. */
const STALE_KEYS: readonly string[] = ['479', '421'];

/** Transmits a message and waits for the server's acknowledgement. Throws `SendError`. */
export async function relay(relayed: Relayed, options: RelayOptions): Promise<void> {
  const error = errorIn(await transmit(relayed, options, false));
  if (error === undefined) return;
  if (!STALE_KEYS.includes(error)) throw refusal(error);
  options.groups.forget(relayed.chat);
  await forgetKeys(relayed.sock, relayed.chat);
  const again = errorIn(await transmit(relayed, options, true));
  if (again !== undefined) throw refusal(again);
}

/** The error code of an acknowledgement; undefined where the server took the message. */
function errorIn(ack: Ack): string | undefined {
  if (ack === 'lost') throw new SendError('unknown', 'no acknowledgement from WhatsApp');
  return ack.error;
}

/** `fresh`: the server is asked for everybody's devices again. */
async function transmit(
  { sock, chat, id, message, isEdit }: Relayed,
  { sessions, acks, ackMs }: RelayOptions,
  fresh: boolean,
): Promise<Ack> {
  const additionalAttributes = isEdit ? { edit: '1' } : {};
  try {
    return await acks.waitFor(id, ackMs, async () => {
      await sessions.prepare(sock, chat, fresh);
      await sock.relayMessage(chat, message, { messageId: id, additionalAttributes });
    });
  } catch (error) {
    throw notSent(error);
  }
}

/** Has a group's key sent to each member with the next message. */
const forgetKeys = async (sock: WASocket, group: string): Promise<void> =>
  sock.authState.keys.set({ 'sender-key-memory': { [group]: null } });
