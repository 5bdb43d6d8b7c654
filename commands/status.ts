import { resolveVillage } from '../src/bot/ask-village.ts';
import { defineCommand, type Reply } from '../src/bot/command.ts';
import type { DistrictContext } from '../src/bot/context.ts';
import { isPlaced } from '../src/bot/standing.ts';
import type { Village } from '../src/domain/areas.ts';
import { villageOf } from '../src/domain/district.ts';
import { ownVillages } from '../src/domain/permissions.ts';
import { areaRecap } from '../src/features/recap/area-snapshot.ts';
import { recapTable } from '../src/features/recap/snapshot.ts';
import { areaStatus } from '../src/features/recap/status-message.ts';
import { villageStatus } from '../src/features/recap/village-message.ts';
import type { Markup } from '../src/text/markup.ts';
import { lines, say } from '../src/text/say.ts';

/** Lists a village's units with their status, since when they have it, and the reporter's role. */
export const status = defineCommand({
  name: 'status',
  anonymous: true,
  menu: 'anywhere',
  offered: isPlaced,
  requires: 'kecamatan',
  authorize: () => true,
  lookup: true,
  above: (words, { tx, above, now }) =>
    words === '' ? { answer: { text: areaStatus(areaRecap(tx, above, now)) } } : undefined,
  run(words, context) {
    const { tx, here, now } = context;
    // Whoever looks down from above asks how the kecamatan stands.
    if (words === '' && context.above) {
      const text = areaStatus(recapTable(tx, here, now));
      return { answer: { text: lines(text, ' ' as Markup, say('recap-below-how')) } };
    }
    const own = ownVillages(context.actor, here.area.code);
    if (words === '' && own.length === 1) return show(context, villageOf(here, own[0]!)!);
    return resolveVillage(context, words, 'status', say('status-which'), (village) => show(context, village));
  },
});

const show = (context: DistrictContext, village: Village): Reply => ({
  answer: { text: villageStatus(context, village) },
  context: { about: village.code },
});
