import type { Reply } from '../../bot/command.ts';
import type { UpperContext } from '../../bot/context.ts';
import { refuse } from '../../bot/refuse.ts';
import { mayHead, mayOversee } from '../../domain/permissions.ts';
import { areaName } from '../../text/phrases.ts';
import { say } from '../../text/say.ts';
import { noteActAbove } from './acts.ts';
import { saySetByHeads } from './appoint-above.ts';
import { areOvertaken, sayOvertaken } from './overtaken.ts';

/** Opens the recap of an area to those who hold the areas below it, or closes it. */
export function showBelow(context: UpperContext, on: boolean): Reply {
  const { tx, actor, above } = context;
  const { code } = above.area;
  if (!mayOversee(actor, code)) return refuse(context, say('above-holders-only'));
  if (!mayHead(actor, code)) return refuse(context, saySetByHeads(above.area));
  if (areOvertaken(context, code, ['shown-below', 'hidden-below']))
    return sayOvertaken(say('overtaken-shown'));
  tx.chats.showBelow(code, on);
  noteActAbove(context, on ? 'shown-below' : 'hidden-below');
  const names = { area: areaName(above.area) };
  return { answer: { text: on ? say('shown-below', names) : say('hidden-below', names) } };
}
