import type { Reply } from '../../bot/command.ts';
import type { Area } from '../../domain/areas.ts';
import type { ChatRef, DistrictCode } from '../../domain/ids.ts';
import type { Role } from '../../domain/people.ts';
import type { Store } from '../../store/store.ts';
import type { Markup } from '../../text/markup.ts';
import { kecamatan, listed } from '../../text/phrases.ts';
import { say } from '../../text/say.ts';
import { nameIn } from './mentions.ts';

type District = Pick<Area, 'code' | 'name'>;

/** Who holds the office now. */
export const camatsOf = (store: Store, code: DistrictCode): readonly Role[] =>
  store.people.holders(code).filter(({ kind }) => kind === 'camat');

/** Who is camat of a kecamatan, as a chat reads it. */
export function camatNow(store: Store, area: District, chat: ChatRef): Markup {
  const names = camatsOf(store, area.code).map((camat) => nameIn(store, camat, chat));
  const district = kecamatan(area);
  return names.length > 0
    ? say('camat-now', { district, names: listed(names) })
    : say('camat-none', { district });
}

/**
 * Tells the groups of a kecamatan who is camat now. Each change of the office is told in all of them, however it came
 * about; `except` is the group that reads of it in the answer.
 */
export const tellCamat = (store: Store, area: District, except?: ChatRef): NonNullable<Reply['followUps']> =>
  store.chats
    .groupsOf(area.code)
    .filter(({ ref }) => ref !== except)
    .map(({ ref: to }) => ({ to, content: { text: camatNow(store, area, to) } }));
