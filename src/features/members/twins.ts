import { localDateTime } from '../../domain/dates.ts';
import type { Role } from '../../domain/people.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { say } from '../../text/say.ts';
import { lookAlike } from './look-alike.ts';

// A name is chosen by its owner, so that several may be called alike.

/** What tells the account of a role from others of its name: what its platform vouches for, while it is asked for, and since when. */
export const toldBy = ({ sign, askedAt }: Role, timeZone: string): Markup => {
  const at = literal(localDateTime(askedAt, timeZone));
  return sign === null ? at : say('request-told', { sign: literal(sign), at });
};

/** The name of who holds a role or asks for it, as a button shows it; where several look alike, with what tells them apart. */
export function nameAmong(shown: readonly Role[], role: Role, timeZone: string): Markup {
  const twins = shown.filter(({ person, name }) => person !== role.person && lookAlike(name, role.name));
  if (twins.length === 0) return literal(role.name);
  const by = toldBy(role, timeZone);
  const isUnique = twins.every((other) => toldBy(other, timeZone) !== by);
  return twin(role, isUnique ? by : literal(`no. ${role.id}`));
}

/** The same beside one other name. */
export const nameBeside = (role: Role, other: string, timeZone: string): Markup =>
  lookAlike(role.name, other) ? twin(role, toldBy(role, timeZone)) : literal(role.name);

const twin = ({ name }: Role, by: Markup): Markup => say('request-twin', { name: literal(name), by });
