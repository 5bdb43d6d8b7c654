import type { DistrictScope } from '../../domain/district.ts';
import type { ChatRef, UserRef } from '../../domain/ids.ts';
import type { Role } from '../../domain/people.ts';
import { isCoordinator } from '../../domain/roles.ts';
import type { MessageTx } from '../../store/tx.ts';
import { literal, type Markup, mention } from '../../text/markup.ts';
import { listed } from '../../text/phrases.ts';

/** A person's account on the platform of a chat; undefined where they have none. */
const accountIn = (tx: MessageTx, person: Role['person'], chat: ChatRef): UserRef | undefined => {
  const platform = chat.slice(0, chat.indexOf(':') + 1);
  return tx.people.refs(person).find((ref) => ref.startsWith(platform));
};

/** A person's name that notifies them where the chat's platform knows them. */
export const nameIn = (tx: MessageTx, role: Pick<Role, 'person' | 'name'>, chat: ChatRef): Markup => {
  const ref = accountIn(tx, role.person, chat);
  return ref ? mention(ref, role.name) : literal(role.name);
};

/** The holders of roles whom a chat's platform knows; all of them where it knows none. */
export function knownIn(tx: MessageTx, roles: readonly Role[], chat: ChatRef): readonly Role[] {
  const known = roles.filter(({ person }) => accountIn(tx, person, chat));
  return known.length > 0 ? known : roles;
}

/** The camat and the kasi of a kecamatan, notified where the chat's platform knows them. */
export function coordinatorMentions(tx: MessageTx, here: DistrictScope, chat: ChatRef): Markup {
  const coordinators = tx.people.holders(here.area.code).filter(({ kind }) => isCoordinator(kind));
  return listed(knownIn(tx, coordinators, chat).map((role) => nameIn(tx, role, chat)));
}
