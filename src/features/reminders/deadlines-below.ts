import { dayAndMonth, daysBetween } from '../../domain/dates.ts';
import type { UpperScope } from '../../domain/district.ts';
import type { AreaCode, LocalDate } from '../../domain/ids.ts';
import type { MessageTx } from '../../store/tx.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { daysAhead, partsName } from '../../text/phrases.ts';
import { join, say } from '../../text/say.ts';

/** Says which parts of an area have a deadline of their own, or that its deadline holds in all; undefined where none of them was opened. */
export function deadlinesBelow(tx: MessageTx, above: UpperScope, today: LocalDate): Markup | undefined {
  const { level, parts } = above.area;
  const isUsed = parts.some(({ code }) => tx.chats.opened(code) !== undefined);
  return (
    ownDeadlinesBelow(tx, above, today) ??
    (isUsed ? say('deadline-below-same', { parts: partsName(level) }) : undefined)
  );
}

/** The parts of an area that have a deadline of their own, the earliest first; undefined where none has. `isTold`: which are told of. */
export function ownDeadlinesBelow(
  tx: MessageTx,
  { area, opened }: UpperScope,
  today: LocalDate,
  isTold: (code: AreaCode) => boolean = () => true,
): Markup | undefined {
  const own = area.parts.flatMap(({ code, name }) => {
    const deadline = isTold(code) ? tx.chats.opened(code)?.deadline : undefined;
    return deadline && deadline !== opened.deadline ? [{ name, deadline }] : [];
  });
  const inOrder = own.toSorted((a, b) => (a.deadline < b.deadline ? -1 : 1));
  const rows = inOrder.map(({ name, deadline }) =>
    say('deadline-below-part', {
      name: literal(name),
      date: literal(dayAndMonth(deadline)),
      when: daysAhead(daysBetween(today, deadline)),
    }),
  );
  return rows.length > 0 ? say('deadline-below', { parts: join(rows) }) : undefined;
}
