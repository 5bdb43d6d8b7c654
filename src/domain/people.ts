import type {
  AreaCode,
  ChatRef,
  Instant,
  MessageRef,
  PersonId,
  RoleId,
  UserRef,
  VillageCode,
} from './ids.ts';
import type { RoleKind } from './roles.ts';

/** The one who is speaking: an account, its person if known, and the roles held now. An anonymous sender has none of these. */
export interface Actor {
  readonly account: Account | undefined;
  readonly person: PersonId | undefined;
  readonly roles: readonly Role[];
}

/** An account as a platform shows it. Several refs where it has several (WhatsApp: LID and phone), the primary first. */
export interface Account {
  readonly refs: readonly [UserRef, ...UserRef[]];
  /** The name that its owner chose; `text/names.ts` turns it into one that the bot may say. */
  readonly name: string;
  /** Tells it from others of that name, and the platform vouches for it: `@username`, the last digits of a number. */
  readonly sign?: string;
}

export interface Role {
  readonly id: RoleId;
  readonly person: PersonId;
  /** The person's name as the platform shows it. */
  readonly name: string;
  readonly kind: RoleKind;
  readonly area: VillageCode | AreaCode;
  readonly askedAt: Instant;
  /** When it was given; null while it is asked for. */
  readonly givenAt: Instant | null;
  /** The account's `sign` while the request is open: it tells the account from others of that name. */
  readonly sign: string | null;
  /** The group in which it was asked for. */
  readonly chat: ChatRef | null;
  /** The message by which it is asked for, while it is open, or that gave it. */
  readonly message: MessageRef | null;
}
