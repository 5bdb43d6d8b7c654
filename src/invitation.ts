import { createHash, randomInt } from 'node:crypto';
import { plus } from './clock.ts';
import type { DistrictCode, Instant, UserRef } from './ids.ts';
import type { Store } from './store/store.ts';

/** Without letters and digits that are mistaken for each other when read aloud. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const HALF = 5;
const HOUR_MS = 3_600_000;
/** Of the operator's invitation, which opens a kecamatan. */
const VALID_HOURS = 7 * 24;
/** Of a camat's own, for a further group. */
const FURTHER_VALID_HOURS = 24;
const WRONG_TRIES = 5;
const WRONG_TRIES_MS = HOUR_MS;

const hash = (code: string): string =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z\d]/g, ''))
    .digest('hex');

/** Makes an invitation to open a kecamatan: `XXXXX-XXXXX`, one use, 7 days; only its hash is kept. */
export const invite = (store: Store, district: DistrictCode, now: Instant): string =>
  makeCode(store, district, false, plus(now, VALID_HOURS * HOUR_MS));

/** Makes one that links a further group to a kecamatan, on any platform: one use, 24 hours. */
export const inviteFurther = (store: Store, district: DistrictCode, now: Instant): string =>
  makeCode(store, district, true, plus(now, FURTHER_VALID_HOURS * HOUR_MS));

function makeCode(store: Store, district: DistrictCode, further: boolean, expiresAt: Instant): string {
  const letters = Array.from({ length: 2 * HALF }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  const code = `${letters.slice(0, HALF)}-${letters.slice(HALF)}`;
  store.once.invite(hash(code), district, further, expiresAt);
  return code;
}

export interface Invitation {
  readonly district: DistrictCode;
  /** Links another group of a kecamatan that has a camat already. */
  readonly further: boolean;
  use(): void;
}

/** What a code opens; a wrong one counts against whoever tried it, 5 an hour. */
export function redeem(
  store: Store,
  code: string,
  user: UserRef,
  now: Instant,
): Invitation | 'wrong' | 'too-often' {
  if (store.once.wrongCodesSince(user, plus(now, -WRONG_TRIES_MS)) >= WRONG_TRIES) return 'too-often';
  const invited = store.once.invited(hash(code), now);
  if (!invited) {
    store.once.wrongCode(user, now);
    return 'wrong';
  }
  const use = () => store.once.useInvitation(hash(code), now);
  return { district: invited.district, further: invited.further === 1, use };
}
