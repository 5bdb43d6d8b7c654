import type { InDistrict, Reply } from '../command.ts';
import { kecamatan } from '../phrases.ts';
import { say } from '../text.ts';
import { UNITS } from '../units.ts';

/** Once a kecamatan, when the last unit stands: one message to each of its groups, in no quiet hours. */
export function congratulate({ store, here, now }: InDistrict): NonNullable<Reply['also']> {
  const { code, villages } = here.area;
  const of = villages.length * UNITS.length;
  if (store.ledger.established(code) < of) return [];
  if (!store.once.closeSlot(`${code} selesai`, 'sent', now)) return [];
  const text = say('congratulation', { district: kecamatan(here.area), of });
  return store.chats.groupsOf(code).map(({ ref: to }) => ({ to, content: { text }, scheduled: true }));
}
