import type { FollowUp } from '../../bot/command.ts';
import type { MessageContext } from '../../bot/context.ts';
import { area as districtArea } from '../../domain/areas.ts';
import { longDate } from '../../domain/dates.ts';
import type { AreaCode, LocalDate } from '../../domain/ids.ts';
import { upperArea } from '../../domain/upper-areas.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { areaName, kecamatan } from '../../text/phrases.ts';
import { say } from '../../text/say.ts';

/**
 * Tells the groups of areas whose deadline was moved, one message each: of the area where it was set, and of those below that follow it.
 * The chat in which it was set reads it in the answer. Nobody there asked, so that the messages wait while quiet hours last;
 * of several that wait, a group gets the newest.
 */
export function tellDeadline(
  { tx, message }: MessageContext,
  setFor: AreaCode,
  moved: readonly AreaCode[],
  deadline: LocalDate,
): readonly FollowUp[] {
  const date = literal(longDate(deadline));
  const textFor = (code: AreaCode): Markup =>
    code === setFor
      ? say('deadline-moved', { area: nameOf(code), date })
      : say('deadline-followed', { area: nameOf(code), above: nameOf(setFor), date });
  return moved.flatMap((code) => {
    const groups = tx.chats.groupsOf(code).filter(({ ref }) => ref !== message.chat);
    const content = { text: textFor(code) };
    const context = { tells: 'deadline' } as const;
    return groups.map(({ ref }) => ({ to: ref, content, context, scheduled: true as const }));
  });
}

function nameOf(code: AreaCode): Markup {
  const upper = upperArea(code);
  return upper ? areaName(upper) : kecamatan(districtArea(code)!);
}
