import type { ChatRef, DistrictCode, Instant, PersonId, RoleId, UserRef, VillageCode } from './ids.ts';
import type { RoleKind } from './roles.ts';

/** Who is speaking: an account, the person it belongs to if known, and the roles held now. Anonymous: none of these. */
export interface Actor {
  readonly account: Account | undefined;
  readonly person: PersonId | undefined;
  readonly roles: readonly Role[];
}

/** An account as a platform shows it. Several refs where it has several (WhatsApp: LID and phone), the primary first. */
export interface Account {
  readonly refs: readonly [UserRef, ...UserRef[]];
  /** What its owner chose to be called; `names.ts` makes of it what the bot may say. */
  readonly name: string;
  /** What the platform vouches for and tells it from others of that name: `@username`, the last digits of a number. */
  readonly sign?: string;
}

export interface Role {
  readonly id: RoleId;
  readonly person: PersonId;
  /** The person's name as the platform shows it. */
  readonly name: string;
  readonly kind: RoleKind;
  readonly area: VillageCode | DistrictCode;
  readonly askedAt: Instant;
  /** What tells the account that asked from others of that name, while the request is open. */
  readonly sign: string | null;
  /** The group in which it was asked for. */
  readonly chat: ChatRef | null;
}
