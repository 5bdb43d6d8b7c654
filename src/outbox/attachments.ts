import type { Attachment, ChatAdapter } from '../adapters/adapter.ts';
import type { ChatRef, OutboxId, PlatformName } from '../domain/ids.ts';
import type { Queued } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import type { FileContent } from '../text/content.ts';

/** Files in hand, made or being made, at most: a picture takes up to a megabyte. */
const MOST = 4;

/** Makes the files that a message carries. */
export interface FileRenderer {
  /** Names what a file shows on a platform, so that the same file is not made and uploaded again. */
  key(platform: PlatformName, file: FileContent): string;
  /** Draws or writes a file, a picture in as many pages as it takes. Rejects when it cannot be made. */
  render(file: FileContent): Promise<readonly Attachment[]>;
  /** The same files by the ids that the platform gave them. */
  uploaded(file: FileContent, ids: readonly string[]): readonly Attachment[];
}

/** The files of a message, and the key under which their ids are kept; no files where they could not be made. */
export interface Prepared {
  readonly key: string;
  readonly files?: readonly Attachment[];
  /** Why not. */
  readonly fault?: unknown;
  /** They are the platform's own already. */
  readonly uploaded?: true;
}

/** The messages whose files are in hand, of which there are few. */
export interface FilesInHand {
  /** True when a message can go out as it is; otherwise its files are made as soon as there is room for them. */
  ready(row: Queued): boolean;
  /** The messages whose files are made or being made. */
  inHand(): readonly Queued[];
  /** Whether the files of one more message can be made. */
  hasRoom(): boolean;
}

export interface Attachments extends FilesInHand {
  /** Hands over the files of a message and forgets them; undefined for a message without files. */
  handOver(row: Queued): Prepared | undefined;
  /** Drops the files of one chat, or of all; they are rendered again when their message's turn comes. */
  release(chat?: ChatRef): void;
}

/** A place taken by a message; `prepared` is unset until its files are rendered. */
interface Held {
  readonly row: Queued;
  prepared?: Prepared;
}

/**
 * Makes the files of messages before these are claimed: a picture takes a tenth of a second, in which others of its chat can
 * go out, and a kill loses nothing. `made` is called when one is ready that was not.
 */
export function createAttachments(
  store: Store,
  adapterOf: (chat: ChatRef) => ChatAdapter | undefined,
  files: FileRenderer,
  made: () => void,
): Attachments {
  const prepared = new Map<OutboxId, Held>();
  const hasRoom = () => prepared.size < MOST;

  /** What a message is to carry, and what the platform calls that where it has it already. */
  function askedOf(tx: Tx, id: OutboxId, platform: PlatformName) {
    const file = tx.outbox.get(id)?.content?.file;
    if (!file) return undefined;
    const key = files.key(platform, file);
    return { file, key, uploads: tx.outbox.uploads(key) };
  }

  function prepare(row: Queued): void {
    const { id, chat } = row;
    const adapter = adapterOf(chat);
    const asked = adapter && store.read((tx) => askedOf(tx, id, adapter.name));
    if (!asked) return;
    const { file, key, uploads } = asked;
    if (uploads.length > 0) {
      prepared.set(id, { row, prepared: { key, files: files.uploaded(file, uploads), uploaded: true } });
      return;
    }
    const held: Held = { row };
    prepared.set(id, held);
    void files
      .render(file)
      .then(
        (made) => ({ key, files: made }),
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
        if (!hasRoom()) return false;
        prepare(row);
      }
      const held = prepared.get(row.id);
      return !held || held.prepared !== undefined;
    },
    inHand: () => [...prepared.values()].map(({ row }) => row),
    hasRoom,
    handOver({ id }) {
      const held = prepared.get(id);
      prepared.delete(id);
      return held?.prepared;
    },
    release(chat) {
      for (const [id, { row }] of prepared) if (!chat || row.chat === chat) prepared.delete(id);
    },
  };
}
