import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import { villageOf } from '../../domain/district.ts';
import { ownVillages } from '../../domain/permissions.ts';
import { lines, say } from '../../text/say.ts';
import { villageStatus } from '../recap/village-message.ts';

/** Shows who says that nothing has changed in their villages what is recorded of them, of the one that is meant; undefined for others. */
export function sayUnchanged(context: DistrictContext, about: string | undefined): Reply | undefined {
  const { actor, here } = context;
  const own = ownVillages(actor, here.area.code);
  const meant = own.filter((code) => about === undefined || code === about);
  const [first, ...others] = meant;
  if (!first) return undefined;
  const statuses = meant.map((code) => villageStatus(context, villageOf(here, code)!));
  return {
    answer: { text: lines(say('unchanged-head'), ...statuses) },
    ...(others.length === 0 && { context: { about: first } }),
    lookup: true,
  };
}
