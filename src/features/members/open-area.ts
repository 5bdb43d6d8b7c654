import { type MessageContext, saidAt } from '../../bot/context.ts';
import { inherited } from '../../bot/scope.ts';
import { timeZone } from '../../domain/areas.ts';
import { localDate } from '../../domain/dates.ts';
import { nextDeadline } from '../../domain/district.ts';
import type { AreaCode } from '../../domain/ids.ts';

/** Opens an area of any level with the deadline that is set above it, in the settings, or by the regulation. */
export function openArea(context: MessageContext, code: AreaCode): void {
  const { tx, settings, now } = context;
  const deadline =
    inherited(tx, code)?.deadline ?? settings.deadline ?? nextDeadline(localDate(now, timeZone(code)));
  tx.chats.open(code, deadline, saidAt(context));
}

/** Links the group that a message came from to an area, and notes the act. */
export function linkGroup(
  { tx, message, now }: MessageContext,
  { code, name }: { readonly code: AreaCode; readonly name: string },
): void {
  tx.chats.seen(message.chat, 'group', message.chatTitle ?? name);
  tx.chats.link(message.chat, code, now, message.thread ?? null);
  tx.acts.add({ at: now, by: 'invitation', area: code, kind: 'linked', about: null });
}
