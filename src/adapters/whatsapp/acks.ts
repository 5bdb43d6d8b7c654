import type { BinaryNode } from '@whiskeysockets/baileys';

/** What the server said of a message: taken, or refused with an error code. `lost`: nothing, so the outcome is unknown. */
export type Ack = { readonly error: string | undefined } | 'lost';

export type Acks = ReturnType<typeof createAcks>;

/** Matches the server's acknowledgements with the messages in flight. */
export function createAcks() {
  const waiting = new Map<string, (ack: Ack) => void>();
  return {
    /**
     * Runs `transmit` and waits for the acknowledgement of that message, up to `ms` after it left. The acknowledgement may come
     * before `transmit` ends. Rejects with what `transmit` throws.
     */
    async waitFor(id: string, ms: number, transmit: () => Promise<void>): Promise<Ack> {
      let timer: NodeJS.Timeout | undefined;
      let settle: (ack: Ack) => void = () => {};
      const ack = new Promise<Ack>((resolve) => {
        settle = resolve;
      });
      waiting.set(id, settle);
      try {
        await transmit();
        timer = setTimeout(settle, ms, 'lost');
        return await ack;
      } finally {
        clearTimeout(timer);
        waiting.delete(id);
      }
    },
    acked({ attrs }: BinaryNode): void {
      if (attrs.id) waiting.get(attrs.id)?.({ error: attrs.error });
    },
    /** The connection has closed: messages that were not acknowledged may have arrived. */
    lost(): void {
      for (const resolve of waiting.values()) resolve('lost');
    },
  };
}
