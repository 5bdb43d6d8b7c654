import { hash as digest, randomInt } from 'node:crypto';
import type { IncomingMessage } from '../../adapters/adapter.ts';
import type { Reply } from '../../bot/command.ts';
import { addMs } from '../../domain/clock.ts';
import type { AreaCode, DistrictCode, Instant, PersonId, UserRef } from '../../domain/ids.ts';
import type { Role } from '../../domain/people.ts';
import { isAssistant, isUpper, type RoleKind, UPPER_ROLES, type UpperRole } from '../../domain/roles.ts';
import { levelOf } from '../../domain/upper-areas.ts';
import type { Invitation as Stored } from '../../store/invitations.ts';
import type { MessageTx } from '../../store/tx.ts';
import { lines, say } from '../../text/say.ts';

/** Without letters and digits that are mistaken for each other when read aloud. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const HALF = 5;
const HOUR_MS = 3_600_000;
/** For so long the operator's invitation is valid, which opens a kecamatan. */
export const VALID_HOURS = 7 * 24;
/** For so long a camat's own invitation is valid, which links a further group. */
const FURTHER_VALID_HOURS = 24;
const WRONG_TRIES = 5;
const WRONG_TRIES_MS = HOUR_MS;

const hash = (code: string): string => digest('sha256', code.toUpperCase().replace(/[^A-Z\d]/g, ''));

/**
 * Makes an invitation to open an area: `XXXXX-XXXXX`, one use, 7 days; only its hash is kept. Its holder becomes the camat of a
 * kecamatan, and above that gets `role`, or the first role of the area's level. `by` makes it; nobody does for the operator. Older
 * invitations to the same are void.
 */
export const invite = (
  tx: MessageTx,
  area: AreaCode,
  now: Instant,
  { role, by }: { readonly role?: UpperRole | undefined; readonly by?: PersonId | undefined } = {},
): string => makeCode(tx, { area, further: false, role: role ?? usualRole(area) }, now, VALID_HOURS, by);

function usualRole(area: AreaCode): UpperRole | null {
  const level = levelOf(area);
  return level && level !== 'district' ? UPPER_ROLES[level][0] : null;
}

/** The role that such an invitation gives. */
export const invitedRole = (area: AreaCode, role: UpperRole | undefined): RoleKind =>
  role ?? usualRole(area) ?? 'camat';

/** Makes an invitation that links a further group to a kecamatan, on any platform: one use, 24 hours. */
export const inviteFurther = (tx: MessageTx, district: DistrictCode, now: Instant, by?: PersonId): string =>
  makeCode(tx, { area: district, further: true, role: null }, now, FURTHER_VALID_HOURS, by);

function makeCode(tx: MessageTx, invitation: Stored, now: Instant, hours: number, by?: PersonId): string {
  const letters = Array.from({ length: 2 * HALF }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  const code = `${letters.slice(0, HALF)}-${letters.slice(HALF)}`;
  tx.invitations.voidLike(invitation);
  tx.invitations.add(hash(code), invitation, addMs(now, hours * HOUR_MS), by ?? null);
  return code;
}

/**
 * Ends a role. Without its office, the invitations to the area that it leads and those that its holder made are void; gives how many of
 * the latter were valid.
 */
export function endRole(tx: MessageTx, { id, kind, area, person }: Role, now: Instant): number {
  tx.people.decide(id, 'ended', now);
  if (kind !== 'camat' && !isUpper(kind)) return 0;
  if (!isAssistant(kind)) tx.invitations.voidTo(area as AreaCode);
  return tx.invitations.voidBy(person, now);
}

export interface Invitation extends Stored {
  use(): void;
}

/** Looks up what a code opens. A wrong code counts against the account that tried it: five an hour are allowed. */
export function redeem(
  tx: MessageTx,
  code: string,
  user: UserRef,
  now: Instant,
): Invitation | 'wrong' | 'too-often' {
  const since = addMs(now, -WRONG_TRIES_MS);
  if (tx.invitations.wrongCodesSince(user, since, now) >= WRONG_TRIES) return 'too-often';
  const invited = tx.invitations.find(hash(code), now);
  if (!invited) {
    tx.invitations.addWrongCode(user, now);
    return 'wrong';
  }
  const use = () => tx.invitations.use(hash(code));
  return { ...invited, use };
}

/** A code that was written in a group is everybody's: whatever became of it, it is used up, and the reply says so. */
export function spendCodes(tx: MessageTx, message: IncomingMessage, reply: Reply, now: Instant): Reply {
  if (message.chatKind === 'private' || message.pressedOn) return reply;
  const spent = spend(tx, readIn(message).flatMap(possibleCodes), now);
  if (!spent) return reply;
  const why = say(spent.further ? 'code-spent-further' : 'code-spent');
  return { ...reply, answer: { ...reply.answer, text: lines(reply.answer?.text, why) } };
}

/** All that a group reads with a message: its words, who wrote it and what it replies to, and the group's own title. */
function readIn({ shown, text, sender, quotes, chatTitle }: IncomingMessage): readonly string[] {
  const names = [sender === 'anonymous' ? undefined : sender.name, quotes?.author?.name, chatTitle];
  return [shown ?? text, ...names].filter((part) => part !== undefined);
}

/**
 * Uses up the codes that a group has read, since any reader could use them. Gives what one of them was for; undefined where none
 * is valid. Each possible code is hashed once, and only the hashes are looked up: the cost depends on what was read alone.
 */
function spend(
  tx: MessageTx,
  possible: readonly string[],
  now: Instant,
): Pick<Invitation, 'further'> | undefined {
  const spent = tx.invitations.among(possible.map(hash), now).map((found) => {
    const invited = tx.invitations.find(found, now);
    tx.invitations.use(found);
    return invited;
  });
  return spent[0];
}

const CODE = new RegExp(`^[${ALPHABET}]{${2 * HALF}}$`);
/** Most texts have nothing of the kind, with spaces or without. */
const LIKE_CODE = new RegExp(`[${ALPHABET}]{${2 * HALF}}`);
const CODES = new RegExp(`(?=([${ALPHABET}]{${2 * HALF}}))`, 'g');
/** So many letters are looked at one by one: the longest text of Telegram. */
const MAX_LETTERS = 4096;
/** So much is looked at word by word: one character may be taken apart into a whole phrase. */
const MAX_LENGTH = 400_000;

/**
 * What in a text may be a code: one word or two, as people write it, anywhere; and in its beginning every run of letters and
 * digits, however it is spaced, styled and surrounded.
 */
export function possibleCodes(text: string): readonly string[] {
  const read = text.normalize('NFKD').slice(0, MAX_LENGTH).toUpperCase();
  const letters = read.replace(/[^A-Z\d]+/g, '');
  if (!LIKE_CODE.test(letters)) return [];
  const words = read.match(/[A-Z\d]+/g) ?? [];
  const written = words
    .flatMap((word, i) => [word, word + (words[i + 1] ?? '')])
    .filter((each) => CODE.test(each));
  const spelled = Array.from(letters.slice(0, MAX_LETTERS).matchAll(CODES), ([, code]) => code!);
  return [...new Set([...written, ...spelled])];
}
