import type { Attachment, ChatAdapter } from '../adapters/adapter.ts';
import type { ChatRef, OutboxId } from '../domain/ids.ts';
import { fileKey, renderFile, uploadedFiles } from '../features/recap/renderer.ts';
import type { Queued } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';

/** Files in hand, made or being made, at most: a picture takes up to a megabyte. */
const MOST = 4;

/** The files of a message, and the key under which their ids are kept; no files where they could not be made. */
export interface Prepared {
  readonly key: string;
  readonly files?: readonly Attachment[];
  /** Why not. */
  readonly fault?: unknown;
  /** They are the platform's own already. */
  readonly uploaded?: true;
}

export interface Preparation {
  /** True when a message can go out as it is; otherwise its files are made as soon as there is room for them. */
  ready(row: Queued): boolean;
  /** Gives what was prepared for a message, and keeps it no longer; undefined for a message without files. */
  handOver(row: Queued): Prepared | undefined;
  /** Lets go of what a chat cannot be sent yet, or of all: it is made anew in its time. */
  release(chat?: ChatRef): void;
}

/** Room taken by a message; without files while these are being made. */
interface Held {
  readonly chat: ChatRef;
  prepared?: Prepared;
}

/**
 * Makes the files of messages before these are claimed: a picture takes a tenth of a second, in which others of its chat can
 * go out, and a kill loses nothing. `made` is called when one is ready that was not.
 */
export function createPreparation(
  store: Store,
  platformOf: (chat: ChatRef) => ChatAdapter | undefined,
  made: () => void,
): Preparation {
  const prepared = new Map<OutboxId, Held>();

  function prepare({ id, chat }: Queued): void {
    const file = store.read((tx) => tx.outbox.get(id)?.content?.file);
    const platform = platformOf(chat);
    if (!file || !platform) return;
    const key = fileKey(platform.name, file);
    const uploads = store.read((tx) => tx.outbox.uploads(key));
    if (uploads.length > 0) {
      prepared.set(id, { chat, prepared: { key, files: uploadedFiles(file, uploads), uploaded: true } });
      return;
    }
    const held: Held = { chat };
    prepared.set(id, held);
    void renderFile(file)
      .then(
        (files) => ({ key, files }),
        (fault: unknown) => ({ key, fault }),
      )
      .then((result) => {
        held.prepared = result;
        made();
      });
  }

  return {
    ready(row) {
      if (!row.file) return true;
      if (!prepared.has(row.id)) {
        if (prepared.size >= MOST) return false;
        prepare(row);
      }
      const held = prepared.get(row.id);
      return !held || held.prepared !== undefined;
    },
    handOver({ id }) {
      const held = prepared.get(id);
      prepared.delete(id);
      return held?.prepared;
    },
    release(chat) {
      for (const [id, held] of prepared) if (!chat || held.chat === chat) prepared.delete(id);
    },
  };
}
