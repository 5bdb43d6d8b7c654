import type { UserRef } from '../../domain/ids.ts';
import { parseJson } from '../../domain/json.ts';
import type { Account } from '../../domain/people.ts';
import type { KeyStore } from './auth.ts';
import { bare, isLid, isPhone, userOf, userRef } from './refs.ts';

export type People = ReturnType<typeof createPeople>;

/** Resolves addresses to people: a person has a LID and usually a number, which Baileys learns (`lid-mapping`). */
export function createPeople(keys: KeyStore) {
  const read = (type: string, id: string): string | undefined => {
    const text = keys.get(type, id);
    const value = parseJson(text);
    return typeof value === 'string' ? value : undefined;
  };
  const write = (type: string, id: string, value: string) =>
    keys.set([{ type, id, value: JSON.stringify(value) }]);

  function lidOf(phone: string): string | undefined {
    const lid = read('lid-mapping', userOf(phone));
    return lid && `${lid}@lid`;
  }

  function phoneOf(lid: string): string | undefined {
    const phone = read('lid-mapping', `${userOf(lid)}_reverse`);
    return phone && `${phone}@s.whatsapp.net`;
  }

  /** The addresses of a person, the LID first. A number that changed hands (it has a new LID) is left out. */
  function addresses(jid: string, other?: string | null): [string, ...string[]] {
    const given = [jid, other].flatMap((each) => (each ? bare(each) : []));
    const known = given.find(isPhone);
    const lid = given.find(isLid) ?? (known && lidOf(known));
    if (!lid) return [known ?? bare(jid)];
    const phone = known ?? phoneOf(lid);
    const own = phone && (lidOf(phone) ?? lid) === lid && !read('recycled-number', userOf(phone));
    return own ? [lid, phone] : [lid];
  }

  return {
    addresses,
    /** The first address, which refs of the person's messages contain. */
    primary: (jid: string): string => addresses(jid)[0],

    account(jid: string, other?: string | null, shownName?: string | null): Account {
      const all = addresses(jid, other);
      if (shownName && read('push-name', all[0]) !== shownName) write('push-name', all[0], shownName);
      const name = shownName || read('push-name', all[0]) || `…${userOf(all.at(-1)!).slice(-4)}`;
      const phone = all.find(isPhone);
      return {
        refs: all.map(userRef) as [UserRef, ...UserRef[]],
        name,
        ...(phone && { sign: `…${userOf(phone).slice(-4)}` }),
      };
    },

    /** Notes that somebody wrote privately, because only then may the bot; `timer`: seconds after which messages disappear there. */
    noteWriter(jid: string, timer: number): void {
      const note = timer > 0 ? `${timer}` : 'yes';
      if (read('private-chat', jid) !== note) write('private-chat', jid, note);
    },
    wroteFirst: (jid: string): boolean => read('private-chat', jid) !== undefined,
    /** After how many seconds messages disappear in a private chat; undefined where they stay. */
    timer: (jid: string): number | undefined =>
      Number.parseInt(read('private-chat', jid) ?? '', 10) || undefined,

    /**
     * Called before Baileys stores this pair of users. Gives the refs that are one person; undefined for a number that had another
     * LID before: it changed hands, and the roles of its former owner do not go with it.
     */
    pair(lid: string, phone: string): readonly [UserRef, UserRef] | undefined {
      const before = read('lid-mapping', phone);
      if (before !== undefined && before !== lid) write('recycled-number', phone, before);
      if (read('recycled-number', phone)) return undefined;
      return [userRef(`${lid}@lid`), userRef(`${phone}@s.whatsapp.net`)];
    },
  };
}
