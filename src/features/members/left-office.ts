import type { Reply } from '../../bot/command.ts';
import { type Area, area } from '../../domain/areas.ts';
import type { AreaCode } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people.ts';
import { isUpper } from '../../domain/roles.ts';
import type { MessageTx } from '../../store/tx.ts';
import { camatsOf, tellCamat } from './camat.ts';
import { tellVacant } from './told-above.ts';

// What becomes of the offices of somebody who leaves without handing them over.

/** The areas that somebody leads: kecamatan as camat, and areas above. */
export const officesOf = ({ roles }: Actor): readonly AreaCode[] => [
  ...new Set(
    roles.filter(({ kind }) => kind === 'camat' || isUpper(kind)).map((role) => role.area as AreaCode),
  ),
];

/** The kecamatan in whose groups nobody could approve and appoint any more. */
export const onlyCamatOf = (tx: MessageTx, actor: Actor): Area | undefined =>
  officesOf(actor)
    .flatMap((code) => area(code) ?? [])
    .find(
      ({ code }) =>
        tx.chats.groupsOf(code).length > 0 &&
        camatsOf(tx, code).every((role) => role.person === actor.person),
    );

/** Tells the groups of an area, and above the kecamatan those above them, who leads it after somebody has left. */
export function tellLeft(tx: MessageTx, code: AreaCode): NonNullable<Reply['followUps']> {
  const district = area(code);
  return district ? tellCamat(tx, district) : tellVacant(tx, code);
}
