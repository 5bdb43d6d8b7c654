import { deflateSync } from 'node:zlib';
import { type BinaryNode, proto } from '@whiskeysockets/baileys';
import type { Actor } from './actor.ts';
import type { Group } from './queries.ts';

export const SERVER = '@s.whatsapp.net';

/** The first thing that the phone tells a new device; without it Baileys holds events back for 20 seconds. */
export function historyNotice(account: Actor, id: string, t: number): BinaryNode {
  const { INITIAL_BOOTSTRAP: syncType } = proto.HistorySync.HistorySyncType;
  const { HISTORY_SYNC_NOTIFICATION: type } = proto.Message.ProtocolMessage.Type;
  const sync = proto.HistorySync.encode({ syncType, conversations: [], chunkOrder: 1, progress: 100 });
  const initialHistBootstrapInlinePayload = deflateSync(sync.finish());
  const historySyncNotification = {
    syncType,
    initialHistBootstrapInlinePayload,
    chunkOrder: 1,
    progress: 100,
  };
  const message = proto.Message.encode({ protocolMessage: { type, historySyncNotification } }).finish();
  const attrs = { from: account.phone, id, t: `${t}`, type: 'text', category: 'peer' };
  return { tag: 'message', attrs, content: [{ tag: 'plaintext', attrs: {}, content: message }] };
}

/** What a group's server tells its members. */
export const groupNotice = (
  group: Group,
  by: Actor,
  child: BinaryNode,
  id: string,
  t: number,
): BinaryNode => ({
  tag: 'notification',
  attrs: {
    from: group.jid,
    type: 'w:gp2',
    id,
    participant: by.lid,
    participant_pn: by.phone,
    t: `${t}`,
  },
  content: [child],
});

/** Somebody could not read that message, and asks for it again. */
export function retryReceipt(actor: Actor, group: Group, id: string, t: number): BinaryNode {
  const [registration] = actor.bundle().content as BinaryNode[];
  const retry = { tag: 'retry', attrs: { count: '1', id, t: `${t}`, v: '1' } };
  const attrs = { from: group.jid, participant: actor.lid, type: 'retry', id, t: `${t}` };
  return { tag: 'receipt', attrs, content: [retry, registration!] };
}

export const refreshNotice = (id: string, t: number): BinaryNode => ({
  tag: 'notification',
  attrs: { from: SERVER, type: 'companion_reg_refresh', id, t: `${t}` },
  content: [{ tag: 'companion_reg_refresh', attrs: {} }],
});

/** The end of a connection, with the reason: "device_removed", "replaced". */
export const conflict = (type: string, code?: string): BinaryNode => ({
  tag: 'stream:error',
  attrs: code ? { code } : {},
  content: [{ tag: 'conflict', attrs: { type } }],
});
