import type { Reply } from '../../bot/command.ts';
import { area as districtArea } from '../../domain/areas.ts';
import type { AreaCode, ChatRef, Instant } from '../../domain/ids.ts';
import type { Role } from '../../domain/people.ts';
import type { Act } from '../../store/acts.ts';
import type { MessageTx } from '../../store/tx.ts';
import { tellCamat } from './camat.ts';
import { endRole } from './invitations.ts';
import { tellTaken } from './told-above.ts';

/**
 * Takes back the roles of those who lead an area, notes in which role (`by`) that was done, and gives what its groups are told;
 * `except` is the chat that reads it in the answer.
 */
export function endLeaders(
  tx: MessageTx,
  code: AreaCode,
  leaders: readonly Role[],
  by: Act['by'],
  now: Instant,
  except?: ChatRef,
): NonNullable<Reply['followUps']> {
  if (leaders.length === 0) return [];
  for (const leader of leaders) {
    endRole(tx, leader, now);
    tx.acts.add({ at: now, by, kind: 'revoked', area: code, about: leader.kind });
  }
  const district = districtArea(code);
  return district ? tellCamat(tx, district, except) : tellTaken(tx, { code }, leaders, except);
}
