import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import { UNITS } from '../../domain/units.ts';
import { kecamatan } from '../../text/phrases.ts';
import { say } from '../../text/say.ts';

/** When the last unit of a kecamatan is established, once: one message to each of its groups, outside the quiet hours. */
export function congratulate({ tx, here, now }: DistrictContext): NonNullable<Reply['followUps']> {
  const { code, villages } = here.area;
  const of = villages.length * UNITS.length;
  if (tx.ledger.established(code) < of) return [];
  if (!tx.slots.close(`${code} selesai`, 'sent', now)) return [];
  const text = say('congratulation', { district: kecamatan(here.area), of });
  return tx.chats.groupsOf(code).map(({ ref: to }) => ({ to, content: { text }, scheduled: true }));
}
