import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import type { ChatRef } from '../../domain/ids.ts';
import type { Role } from '../../domain/people.ts';
import { isReporter } from '../../domain/roles.ts';
import type { Markup } from '../../text/markup.ts';
import { offices } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import { nameIn } from './mentions.ts';

/** What is said in another group than the one where it was decided. */
export interface ToldElsewhere {
  readonly to: ChatRef;
  readonly text: Markup;
}

/** What became of a role, for the group in which it was asked for, where that is another of the kecamatan's. */
export function tellAsker(
  context: DistrictContext,
  request: Role,
  outcome: 'appointed' | 'declined' | 'revoked',
): ToldElsewhere | undefined {
  const { tx, here, message } = context;
  const { chat: to, kind } = request;
  if (!to || to === message.chat || !isGroupHere(context, to)) return undefined;
  const name = nameIn(tx, request, to);
  const office = offices(here.area, [request]);
  switch (outcome) {
    case 'declined':
      return { to, text: say('declined', { name, office }) };
    case 'revoked':
      return { to, text: say('revoked', { name, office }) };
    case 'appointed': {
      const next = say(isReporter(kind) ? 'approved-how' : 'approved-read');
      return { to, text: lines(say('appointed', { name, office }), next) };
    }
  }
}

const isGroupHere = ({ tx, here }: DistrictContext, chat: ChatRef): boolean =>
  tx.chats.groupsOf(here.area.code).some(({ ref }) => ref === chat);

/** One message for each group, however much there is to be said. */
export function toldElsewhere(all: readonly (ToldElsewhere | undefined)[]): NonNullable<Reply['followUps']> {
  const told = all.filter((each) => each !== undefined);
  const groups = [...new Set(told.map(({ to }) => to))];
  return groups.map((to) => ({
    to,
    content: { text: lines(...told.filter((each) => each.to === to).map(({ text }) => text)) },
  }));
}
