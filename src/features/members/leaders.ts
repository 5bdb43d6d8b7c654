import type { AreaCode } from '../../domain/ids.ts';
import type { Role } from '../../domain/people.ts';
import { isUpper } from '../../domain/roles.ts';
import type { MessageTx } from '../../store/tx.ts';

/** The people who lead an area itself: the camat of a kecamatan, the roles above it of any other. */
export const leadersOf = (tx: MessageTx, code: AreaCode): readonly Role[] =>
  tx.people.heldIn(code).filter(({ kind }) => kind === 'camat' || isUpper(kind));
