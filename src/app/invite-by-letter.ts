import { timeZone } from '../domain/areas.ts';
import type { Clock } from '../domain/clock.ts';
import { type AreaCode, NATION } from '../domain/ids.ts';
import { type UpperRole, upperRolesOf } from '../domain/roles.ts';
import { fullName, levelOf, parentOf, upperArea } from '../domain/upper-areas.ts';
import { invite, invitedRole } from '../features/members/invitations.ts';
import { leadersOf } from '../features/members/leaders.ts';
import { letterFor, type Ways } from '../features/members/letter.ts';
import { recapRenderer } from '../features/recap/renderer.ts';
import type { ActKind } from '../store/acts.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import type { Letter } from '../text/content.ts';
import { areaName } from '../text/phrases.ts';

export interface InviteOptions {
  readonly store: Store;
  readonly ways: Ways;
  readonly clock: Clock;
}

/** How a group could get the bot, but cannot for now: WhatsApp is configured, and no number of it is linked and at work. */
export const isWithoutNumber = ({ groupNumber }: Ways, area: AreaCode): boolean =>
  groupNumber !== undefined && groupNumber(area) === undefined;

/**
 * Makes the operator's invitations, as a PDF with a page each: to an area, or to each part of it that nobody leads yet. None is made
 * while the only platform is WhatsApp and it has no number that a group could add.
 */
export async function inviteByLetter(
  area: AreaCode,
  whom: { readonly role: string } | 'parts',
  options: InviteOptions,
): Promise<Uint8Array | 'all-invited' | 'no-number'> {
  if (!options.ways.groupLink && isWithoutNumber(options.ways, area)) return 'no-number';
  const letters = options.store.transaction((tx) => lettersFor(tx, area, whom, options));
  if (letters.length === 0) return 'all-invited';
  const [file] = await recapRenderer.render({ as: 'pdf', letters });
  return file!.source as Uint8Array;
}

function lettersFor(
  tx: Tx,
  area: AreaCode,
  whom: { readonly role: string } | 'parts',
  { ways, clock }: InviteOptions,
): readonly Letter[] {
  const now = clock();
  const letter = (code: AreaCode, role?: UpperRole): Letter =>
    letterFor({ code, name: nameOf(code) }, invite(tx, code, now, { role }), {
      from: areaName(upperArea(parentOf(code) ?? NATION)!),
      ways,
      timeZone: timeZone(code),
      now,
    });
  const note = (kind: ActKind, about: string) => tx.acts.add({ at: now, by: 'server', kind, area, about });
  if (whom !== 'parts') {
    if (isHeld(tx, area)) return [];
    const role = roleIn(area, whom.role);
    note('invited', invitedRole(area, role));
    return [letter(area, role)];
  }
  const parts = (upperArea(area)?.parts ?? []).filter(({ code }) => leadersOf(tx, code).length === 0);
  if (parts.length > 0) note('invited-parts', `${parts.length}`);
  return parts.map(({ code }) => letter(code));
}

/** A kecamatan has one camat; above it several may hold an area. */
const isHeld = (tx: Tx, area: AreaCode): boolean =>
  levelOf(area) === 'district' && leadersOf(tx, area).length > 0;

/** The role of that name, where an area of that level has it. */
function roleIn(area: AreaCode, role: string): UpperRole | undefined {
  const found = upperArea(area);
  const roles = found ? upperRolesOf(found) : [];
  return roles.find((each) => each === role);
}

const nameOf = (code: AreaCode): string => fullName(code).split(', ')[0]!;
