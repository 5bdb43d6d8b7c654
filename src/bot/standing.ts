import type { DistrictScope, UpperScope } from '../domain/district.ts';
import type { AreaCode } from '../domain/ids.ts';
import type { Actor } from '../domain/people.ts';
import {
  isCamat,
  mayCoordinate,
  mayHead,
  mayOversee,
  mayReportIn,
  overseenAreas,
  ownDistricts,
} from '../domain/permissions.ts';
import type { MessageTx } from '../store/tx.ts';
import type { Command } from './command.ts';
import { findScope, findUpperScope } from './scope.ts';

// What a menu that is made for one person lists: what they may do in a chat, and nothing else.

/** Somebody in a chat, and the area that it is about. */
export interface Standing {
  readonly actor: Actor;
  readonly chatKind: 'private' | 'group';
  readonly here: DistrictScope | undefined;
  readonly above: UpperScope | undefined;
}

/** A chat: `area` is what a group is linked to. */
interface Chat {
  readonly kind: 'private' | 'group';
  readonly area: AreaCode | undefined;
}

/** The commands that somebody may use in a chat. A private one is about the areas in which they hold roles. */
export function offeredTo(
  tx: MessageTx,
  commands: readonly Command[],
  actor: Actor,
  { kind: chatKind, area }: Chat,
): readonly Command[] {
  const held = [...overseenAreas(actor), ...ownDistricts(actor)];
  const places = chatKind === 'group' || held.length === 0 ? [area] : held;
  const standings = places.map((place) => ({
    actor,
    chatKind,
    here: findScope(tx, place),
    above: findUpperScope(tx, place),
  }));
  return commands.filter(({ offered }) => offered && standings.some(offered));
}

/** Whether it is about an area at all: what only shows something is for everybody there. */
export const isPlaced = ({ here, above }: Standing): boolean => here !== undefined || above !== undefined;

/** Whether somebody is camat or Kasi PMD of the kecamatan. */
export const coordinates = ({ actor, here }: Standing): boolean =>
  here !== undefined && mayCoordinate(actor, here.area.code);

/** Whether somebody holds a role in the area above the kecamatan. */
export const oversees = ({ actor, above }: Standing): boolean =>
  above !== undefined && mayOversee(actor, above.area.code);

/** Whether somebody is camat of the kecamatan, or heads the area above. */
export const leads = ({ actor, here, above }: Standing): boolean =>
  (here !== undefined && isCamat(actor, here.area.code)) ||
  (above !== undefined && mayHead(actor, above.area.code));

/** Whether somebody may report for a village of the kecamatan. */
export const reports = ({ actor, here }: Standing): boolean =>
  here !== undefined && mayReportIn(actor, here.area.code);
