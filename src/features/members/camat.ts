import type { Reply } from '../../bot/command.ts';
import type { Area } from '../../domain/areas.ts';
import type { ChatRef, DistrictCode } from '../../domain/ids.ts';
import type { Role } from '../../domain/people.ts';
import type { MessageTx } from '../../store/tx.ts';
import type { Markup } from '../../text/markup.ts';
import { camatOffice, kecamatan, listed } from '../../text/phrases.ts';
import { say } from '../../text/say.ts';
import { nameIn } from './mentions.ts';

type District = Pick<Area, 'code' | 'name'>;

/** The camat of a kecamatan: several roles where one person has an account on each platform. */
export const camatsOf = (tx: MessageTx, code: DistrictCode): readonly Role[] =>
  tx.people.heldIn(code).filter(({ kind }) => kind === 'camat');

/** Says who is camat of a kecamatan, or who is it now after a change, for a chat, where names notify those whom its platform knows. */
export function camatSentence(
  tx: MessageTx,
  area: District,
  chat: ChatRef,
  sentence: 'camat-is' | 'camat-now' = 'camat-now',
): Markup {
  const names = camatsOf(tx, area.code).map((camat) => nameIn(tx, camat, chat));
  return names.length > 0
    ? say(sentence, { office: camatOffice(area), names: listed(names) })
    : say('camat-none', { district: kecamatan(area) });
}

/**
 * Tells all groups of a kecamatan who is camat now, after each change of the office; `except` is the group that reads
 * it in the answer.
 */
export const tellCamat = (tx: MessageTx, area: District, except?: ChatRef): NonNullable<Reply['followUps']> =>
  tx.chats
    .groupsOf(area.code)
    .filter(({ ref }) => ref !== except)
    .map(({ ref: to }) => ({ to, content: { text: camatSentence(tx, area, to) } }));
