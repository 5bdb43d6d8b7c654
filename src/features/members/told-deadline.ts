import type { FollowUp } from '../../bot/command.ts';
import type { MessageContext } from '../../bot/context.ts';
import { area as districtArea } from '../../domain/areas.ts';
import { longDate } from '../../domain/dates.ts';
import type { AreaCode, LocalDate } from '../../domain/ids.ts';
import { upperArea } from '../../domain/upper-areas.ts';
import type { AreaDeadline } from '../../store/open-areas.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { areaName, kecamatan } from '../../text/phrases.ts';
import { say } from '../../text/say.ts';

/**
 * Tells the groups of areas whose deadline was moved, one message each: of the area where it was set, and of those below: they follow it, or an
 * earlier one that holds there again.
 * The chat in which it was set reads it in the answer. Nobody there asked, so that the messages wait while quiet hours last;
 * of several that wait, a group gets the newest.
 */
export function tellDeadline(
  { tx, message }: MessageContext,
  setFor: AreaCode,
  moved: readonly AreaDeadline[],
  set: LocalDate,
): readonly FollowUp[] {
  const above = nameOf(setFor);
  const textFor = ({ code, deadline }: AreaDeadline): Markup => {
    const facts = { area: nameOf(code), date: literal(longDate(deadline)) };
    if (code === setFor) return say('deadline-moved', facts);
    return say(deadline === set ? 'deadline-followed' : 'deadline-own-again', { ...facts, above });
  };
  return moved.flatMap((each) => {
    const groups = tx.chats.groupsOf(each.code).filter(({ ref }) => ref !== message.chat);
    const content = { text: textFor(each) };
    const context = { tells: 'deadline' } as const;
    return groups.map(({ ref }) => ({ to: ref, content, context, scheduled: true as const }));
  });
}

function nameOf(code: AreaCode): Markup {
  const upper = upperArea(code);
  return upper ? areaName(upper) : kecamatan(districtArea(code)!);
}
