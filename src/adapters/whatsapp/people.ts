import type { UserRef } from '../../domain/ids.ts';
import { parseJson } from '../../domain/json.ts';
import type { Account } from '../../domain/people.ts';
import type { KeyStore } from './auth.ts';
import { bare, isLid, isPhone, userOf, userRef } from './refs.ts';

export type People = ReturnType<typeof createPeople>;

/** Resolves addresses to people: a person has a LID and usually a number, which Baileys learns (`lid-mapping`). */
export function createPeople(keys: KeyStore) {
  const notes = createNotes(keys);
  const addresses = (jid: string, other?: string | null) => addressesOf(jid, other, notes);

  return {
    /** The addresses of a person, the LID first. */
    addresses,
    /** The first address, which refs of the person's messages contain. */
    primary: (jid: string): string => addresses(jid)[0],

    account: (jid: string, other?: string | null, shownName?: string | null): Account =>
      accountOf(addresses(jid, other), shownName, notes),

    /** Notes that somebody wrote privately, because only then may the bot; `timer`: seconds after which messages disappear there. */
    noteWriter(jid: string, timer: number): void {
      const note = timer > 0 ? `${timer}` : 'yes';
      if (notes.read('private-chat', jid) !== note) notes.write('private-chat', jid, note);
    },
    wroteFirst: (jid: string): boolean => notes.read('private-chat', jid) !== undefined,
    /** After how many seconds messages disappear in a private chat; undefined where they stay. */
    timer: (jid: string): number | undefined =>
      Number.parseInt(notes.read('private-chat', jid) ?? '', 10) || undefined,

    /**
     * Called before Baileys stores this pair of users. Gives the refs that are one person; undefined for a number that had another
     * LID before: it changed hands, and the roles of its former owner do not go with it.
     */
    pair(lid: string, phone: string): readonly [UserRef, UserRef] | undefined {
      const before = notes.read('lid-mapping', phone);
      if (before !== undefined && before !== lid) notes.write('recycled-number', phone, before);
      if (notes.read('recycled-number', phone)) return undefined;
      return [userRef(`${lid}@lid`), userRef(`${phone}@s.whatsapp.net`)];
    },
  };
}

type Notes = ReturnType<typeof createNotes>;

/** Texts in the key store. A row that cannot be read counts as missing. */
function createNotes(keys: KeyStore) {
  return {
    read(type: string, id: string): string | undefined {
      const value = parseJson(keys.get(type, id));
      return typeof value === 'string' ? value : undefined;
    },
    write(type: string, id: string, value: string): void {
      keys.set([{ type, id, value: JSON.stringify(value) }]);
    },
  };
}

function lidOf(phone: string, notes: Notes): string | undefined {
  const lid = notes.read('lid-mapping', userOf(phone));
  return lid && `${lid}@lid`;
}

function phoneOf(lid: string, notes: Notes): string | undefined {
  const phone = notes.read('lid-mapping', `${userOf(lid)}_reverse`);
  return phone && `${phone}@s.whatsapp.net`;
}

/** The LID comes first. A number that changed hands (it has a new LID) is left out. */
function addressesOf(jid: string, other: string | null | undefined, notes: Notes): [string, ...string[]] {
  const given = [jid, other].flatMap((each) => (each ? bare(each) : []));
  const known = given.find(isPhone);
  const lid = given.find(isLid) ?? (known && lidOf(known, notes));
  if (!lid) return [known ?? bare(jid)];
  const phone = known ?? phoneOf(lid, notes);
  const own = phone && (lidOf(phone, notes) ?? lid) === lid && !notes.read('recycled-number', userOf(phone));
  return own ? [lid, phone] : [lid];
}

/** Remembers the shown name, for messages that come without one. */
function accountOf(
  addresses: readonly [string, ...string[]],
  shownName: string | null | undefined,
  notes: Notes,
): Account {
  const [primary] = addresses;
  if (shownName && notes.read('push-name', primary) !== shownName)
    notes.write('push-name', primary, shownName);
  const name = shownName || notes.read('push-name', primary) || `…${userOf(addresses.at(-1)!).slice(-4)}`;
  const phone = addresses.find(isPhone);
  return {
    refs: addresses.map(userRef) as [UserRef, ...UserRef[]],
    name,
    ...(phone && { sign: `…${userOf(phone).slice(-4)}` }),
  };
}
