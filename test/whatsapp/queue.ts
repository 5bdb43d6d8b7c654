import type { BinaryNode } from '@whiskeysockets/baileys';

/** What was sent to the bot and not acknowledged: WhatsApp sends it again whenever the bot comes back. */
export function makeQueue() {
  const nodes: BinaryNode[] = [];
  return {
    nodes,
    /** A message is acknowledged by a receipt or, unread, as everything else by an ack of its class. */
    acknowledge({ tag, attrs }: BinaryNode): void {
      const kind = tag === 'receipt' ? 'message' : attrs.class;
      const i = nodes.findIndex((node) => node.tag === kind && node.attrs.id === attrs.id);
      if (i >= 0) nodes.splice(i, 1);
    },
  };
}
