import { type ApiClientContext, retryUntilReached } from './retry.ts';

export interface MenuCommand {
  readonly name: string;
  readonly description: string;
  readonly where: 'private' | 'group' | 'anywhere';
}

/**
 * Bot API, BotCommandScope: Telegram shows the list of the narrowest scope, and of that the one in the reader's language. A list for one
 * person (chat_member) would have to be sent again for each chat and each change of a role: a list is for all who are in such a chat.
 */
const SCOPES = [
  ['default', ['anywhere']],
  ['all_private_chats', ['anywhere', 'private']],
  ['all_group_chats', ['anywhere', 'group']],
] as const;

/** Sets the command menus. Never rejects: all commands work without a menu. */
export async function setMenus(commands: readonly MenuCommand[], context: ApiClientContext): Promise<void> {
  const { ask, limits, stop, log } = context;
  for (const [type, places] of SCOPES) {
    const listed = commands
      .filter(({ where }) => places.some((place) => place === where))
      .map(({ name, description }) => ({ command: name, description }));
    for (const language of [{}, { language_code: 'id' }] as const) {
      const payload = { commands: listed, scope: { type }, ...language };
      const set = () => ask(limits.callMs, (api, signal) => api.setMyCommands(payload, signal), stop);
      await retryUntilReached(set, context).catch((error: Error) =>
        log.error({ err: error, scope: type }, 'Telegram does not accept the command menu'),
      );
    }
  }
}
