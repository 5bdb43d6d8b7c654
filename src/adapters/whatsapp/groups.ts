import type { GroupMetadata, WASocket } from '@whiskeysockets/baileys';
import { bare, isLid, isPhone } from './refs.ts';

/** Without it each message would ask the server who is in the group, which it allows a few times a minute. */
const KEEP_MS = 300_000;

export type Groups = ReturnType<typeof createGroups>;

/** Groups as the server describes them, for some minutes; their titles for as long as the process runs. */
export function createGroups(socket: () => WASocket | undefined, elapsed: () => number) {
  const known = new Map<string, { readonly group: GroupMetadata; readonly at: number }>();
  const titles = new Map<string, string>();
  const asked = new Map<string, Promise<GroupMetadata>>();
  const changedAt = new Map<string, number>();
  /** When the questions under way were asked. */
  const open = new Set<{ readonly at: number }>();

  /** An answer is as old as its question: what changed in between is not in it. */
  async function question<T>(ask: () => Promise<T>): Promise<T> {
    const mark = { at: elapsed() };
    open.add(mark);
    try {
      return await ask();
    } finally {
      open.delete(mark);
    }
  }

  function put(group: GroupMetadata): void {
    titles.set(group.id, group.subject);
    const asOf = Math.min(elapsed(), ...[...open].map(({ at }) => at));
    if (asOf < (changedAt.get(group.id) ?? 0)) return;
    known.set(group.id, { group, at: elapsed() });
    // Baileys leaves these aside; told of them, it finds a person's keys under either address.
    const pairs = group.participants.flatMap((member) => {
      const both = [member.id, member.phoneNumber, member.lid].flatMap((jid) => (jid ? bare(jid) : []));
      const lid = both.find(isLid);
      const pn = both.find(isPhone);
      return lid && pn ? { lid, pn } : [];
    });
    if (pairs.length > 0)
      void socket()
        ?.signalRepository.lidMapping.storeLIDPNMappings(pairs)
        .catch(() => {});
  }

  async function ask(jid: string): Promise<GroupMetadata> {
    const sock = socket();
    if (!sock) throw new Error('not connected');
    return question(async () => {
      const group = await sock.groupMetadata(jid);
      put(group);
      return group;
    });
  }

  function forget(jid: string): void {
    changedAt.set(jid, elapsed());
    known.delete(jid);
    asked.delete(jid);
  }

  return {
    put,
    question,
    title: (jid: string): string | undefined => titles.get(jid),
    rename: (jid: string, title: string): void => {
      titles.set(jid, title);
    },
    /** Somebody came, left or was renamed: what is known is old. */
    forget,
    /** Somebody speaks there; whoever is not known as a member came after what is known was said. */
    heard(jid: string, addresses: readonly string[]): void {
      const members = known.get(jid)?.group.participants;
      const isKnown = ({ id, phoneNumber, lid }: GroupMetadata['participants'][number]) =>
        [id, phoneNumber, lid].some((own) => own && addresses.includes(bare(own)));
      if (members && !members.some(isKnown)) forget(jid);
      else if (!members) changedAt.set(jid, elapsed());
    },
    /** After how many seconds its messages disappear; undefined where they stay. */
    timer: (jid: string): number | undefined => known.get(jid)?.group.ephemeralDuration || undefined,
    /** The address by which a group knows a person: LID or number. */
    memberJid: (jid: string, addresses: readonly string[]): string | undefined =>
      known.get(jid)?.group.participants.find(({ id }) => addresses.includes(bare(id)))?.id,
    /** As the server says, or said a few minutes ago. */
    async get(jid: string): Promise<GroupMetadata> {
      const kept = known.get(jid);
      if (kept && elapsed() - kept.at < KEEP_MS) return kept.group;
      const asking = asked.get(jid) ?? ask(jid);
      asked.set(jid, asking);
      try {
        return await asking;
      } finally {
        if (asked.get(jid) === asking) asked.delete(jid);
      }
    },
  };
}
