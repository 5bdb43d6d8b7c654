import { mayCoordinate, ownVillages } from '../domain/permissions.ts';
import { isAboutBot, withoutCallAtEnd, withoutGreetedCall } from '../interpret/called.ts';
import { interpret } from '../interpret/interpret.ts';
import { asks } from '../interpret/requests.ts';
import type { VillageReport } from '../interpret/types.ts';
import type { MessageContext } from './context.ts';

/**
 * A message that reports something to the bot by its name, as a reply to it would be: "bot, kantor sudah" is addressed. A name at
 * the end is only left out, so that "kantor sudah, bot" counts as the same words between people: "sudah dilaporkan ke bot" is talk.
 */
export function asSaidToBot(context: MessageContext): MessageContext {
  const { message, here } = context;
  if (!here || message.pressedOn || message.forwarded) return context;
  const begun = withoutGreetedCall(message.text);
  const text = begun ?? withoutCallAtEnd(message.text);
  if (text === undefined || isAboutBot(text) || asks(text) || !reportsUnits(text, context)) return context;
  return { ...context, message: { ...message, text, addressed: message.addressed || begun !== undefined } };
}

/** Whether words report units where they are said to the bot. */
export function reportsUnits(text: string, { here, actor }: MessageContext): boolean {
  const { area } = here!;
  const own = mayCoordinate(actor, area.code) ? [] : ownVillages(actor, area.code);
  const meaning = interpret({ text, mode: 'addressed', villages: area.villages, own });
  return meaning.kind === 'report' && meaning.reports.some(tellsOfUnit);
}

/** Whether a unit is named with words of how it stands, or of what is planned for it: numbers alone may count anything. */
const tellsOfUnit = ({ units, withheld, asks: doubts }: VillageReport): boolean =>
  withheld.length > 0 ||
  units.some(({ bare }) => !bare) ||
  doubts.some((doubt) => 'unit' in doubt || ('units' in doubt && doubt.units.length > 0));
