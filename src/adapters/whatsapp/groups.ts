import type { GroupMetadata, WASocket } from '@whiskeysockets/baileys';
import { bare, isLid, isPhone } from './refs.ts';

/** Without a cache each message would ask the server for the members, which it allows a few times a minute. */
const KEEP_MS = 300_000;
/** For so long Baileys gathers events, at most. */
const HELD_BACK_MS = 30_000;
/** So many authors are remembered who write and are not listed as members. */
const MOST_UNLISTED = 1000;

export type Groups = ReturnType<typeof createGroups>;

type Member = GroupMetadata['participants'][number];

/**
 * Caches groups as the server describes them, for some minutes; their titles for as long as the process runs. What the server tells of a
 * change is written into the description: members could have every answer wait for a new one, by coming and going.
 */
export function createGroups(socket: () => WASocket | undefined, elapsed: () => number) {
  const known = new Map<string, { readonly group: GroupMetadata; readonly at: number }>();
  const titles = new Map<string, string>();
  const asked = new Map<string, Promise<GroupMetadata>>();
  const changedAt = new Map<string, number>();
  const questions = createQuestions(elapsed);
  const unlisted = createUnlisted(elapsed);

  function put(group: GroupMetadata, asOf = questions.asOf()): void {
    titles.set(group.id, group.subject);
    if (asOf < (changedAt.get(group.id) ?? Number.NEGATIVE_INFINITY)) return;
    known.set(group.id, { group, at: elapsed() });
    void notePairs(socket(), group);
  }

  function forget(jid: string): void {
    changedAt.set(jid, elapsed());
    known.delete(jid);
    asked.delete(jid);
  }

  /** Notes a change. What was asked before it may be answered without it. */
  function amend(jid: string, change: (group: GroupMetadata) => GroupMetadata): void {
    const kept = fresh(jid);
    forget(jid);
    if (kept) known.set(jid, { ...kept, group: change(kept.group) });
  }

  function fresh(jid: string) {
    const kept = known.get(jid);
    return kept && elapsed() - kept.at < KEEP_MS ? kept : undefined;
  }

  async function ask(jid: string): Promise<GroupMetadata> {
    const sock = socket();
    if (!sock) throw new Error('not connected');
    return questions.track(async () => {
      const group = await sock.groupMetadata(jid);
      put(group);
      return group;
    });
  }

  return {
    put,
    /** Takes a description that was not asked for here: Baileys may have held it back while somebody joined. */
    told: (group: GroupMetadata): void => put(group, elapsed() - HELD_BACK_MS),
    question: questions.track,
    title: (jid: string): string | undefined => titles.get(jid),
    rename: (jid: string, title: string): void => {
      titles.set(jid, title);
    },
    /** Drops a group of which it is not told what has changed. */
    forget,
    /** Notes what has changed besides the members. */
    update: (jid: string, change: Partial<GroupMetadata>): void =>
      amend(jid, (group) => ({ ...group, ...change })),
    joined(jid: string, joiners: readonly Member[]): void {
      amend(jid, (group) => ({ ...group, participants: [...without(group, joiners), ...joiners] }));
      void notePairs(socket(), known.get(jid)?.group);
    },
    left: (jid: string, leavers: readonly Member[]): void =>
      amend(jid, (group) => ({ ...group, participants: without(group, leavers) })),
    /**
     * Somebody writes there. An author who is not known as a member joined after the cached description: what the server tells of that
     * may come later. Of one who is still not listed then it is not asked again for a while.
     */
    heard(jid: string, addresses: readonly [string, ...string[]]): void {
      const members = known.get(jid)?.group.participants;
      if (!members) changedAt.set(jid, elapsed());
      else if (!members.some((each) => isAt(each, addresses)) && unlisted.isNew(jid, addresses[0]))
        forget(jid);
    },
    /** After how many seconds its messages disappear; undefined where they stay. */
    timer: (jid: string): number | undefined => known.get(jid)?.group.ephemeralDuration || undefined,
    /** The address by which a group knows a person: LID or number. */
    memberJid: (jid: string, addresses: readonly string[]): string | undefined =>
      known.get(jid)?.group.participants.find(({ id }) => addresses.includes(bare(id)))?.id,
    /** The group as the server describes it now, or described it up to five minutes ago. Callers share one query. */
    async get(jid: string): Promise<GroupMetadata> {
      const kept = fresh(jid);
      if (kept) return kept.group;
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

/** Knows for whom a description was asked for in vain: of some groups, such as communities, the server does not list all. */
function createUnlisted(elapsed: () => number) {
  const askedAt = new Map<string, number>();
  return {
    isNew(group: string, address: string): boolean {
      const author = `${group} ${address}`;
      const before = askedAt.get(author);
      if (before !== undefined && elapsed() - before < KEEP_MS) return false;
      if (askedAt.size >= MOST_UNLISTED) askedAt.clear();
      askedAt.set(author, elapsed());
      return true;
    },
  };
}

/** Knows when the questions in flight were asked: an answer does not contain what changed after its question. */
function createQuestions(elapsed: () => number) {
  const inFlight = new Set<{ readonly at: number }>();
  return {
    /** The time of the oldest question in flight, or now. */
    asOf: (): number => Math.min(elapsed(), ...[...inFlight].map(({ at }) => at)),
    async track<T>(ask: () => Promise<T>): Promise<T> {
      const mark = { at: elapsed() };
      inFlight.add(mark);
      try {
        return await ask();
      } finally {
        inFlight.delete(mark);
      }
    },
  };
}

const without = ({ participants }: GroupMetadata, members: readonly Member[]): Member[] => {
  const addresses = members.map(({ id }) => bare(id));
  return participants.filter((member) => !isAt(member, addresses));
};

const isAt = ({ id, phoneNumber, lid }: Member, addresses: readonly string[]): boolean =>
  [id, phoneNumber, lid].some((own) => own && addresses.includes(bare(own)));

/** Tells Baileys which LID and number are one person, so that it finds the keys under both. It ignores them in a group's description. */
async function notePairs(sock: WASocket | undefined, group: GroupMetadata | undefined): Promise<void> {
  const pairs = (group?.participants ?? []).flatMap((member) => {
    const both = [member.id, member.phoneNumber, member.lid].flatMap((jid) => (jid ? bare(jid) : []));
    const lid = both.find(isLid);
    const pn = both.find(isPhone);
    return lid && pn ? { lid, pn } : [];
  });
  if (pairs.length > 0) await sock?.signalRepository.lidMapping.storeLIDPNMappings(pairs).catch(() => {});
}
