import type { IncomingMessage } from '../adapters/adapter.ts';
import type { Choice } from '../text/content.ts';
import type { Command } from './command.ts';
import { nearestName, type Slashless, type TypedCommand, typedCommand } from './typed-command.ts';

/** The commands by what people type for them. */
export interface CommandIndex {
  /** The command of a name or an alias. */
  find(name: string): Command | undefined;
  /** The command that a message names; `found` where there is one of that name. */
  commandOf(message: IncomingMessage): (TypedCommand & { readonly found: Command | undefined }) | undefined;
  /** The command that a text is, typed with its slash. */
  typed(text: string): { readonly command: Command; readonly words: string } | undefined;
  /** The name that a typed word is a slip of; `toUs`: no other bot can be meant. */
  nearest(name: string, toUs: boolean): string | undefined;
  /** Whether a choice is the yes to a command that asks for one, or decides about somebody. */
  confirms(choice: Choice): boolean;
}

export function indexCommands(commands: readonly Command[]): CommandIndex {
  const byName = new Map(
    commands.flatMap((command) => [command.name, ...(command.aliases ?? [])].map((name) => [name, command])),
  );
  const slashless: Slashless = new Map(
    commands.flatMap((command) => (command.slashless ? [[command.name, command.slashless]] : [])),
  );
  const shownNames = commands.flatMap(({ name, menu }) => (menu === 'none' ? [] : [name]));

  function typed(text: string): { readonly command: Command; readonly words: string } | undefined {
    const { name = '', words = '' } = typedCommand(text) ?? {};
    const command = byName.get(name);
    return command && { command, words };
  }

  return {
    find: (name) => byName.get(name),
    commandOf({ text, addressed, pressedOn }) {
      const said = typedCommand(text, addressed && !pressedOn ? slashless : undefined);
      return said && { ...said, found: byName.get(said.name) };
    },
    typed,
    nearest: (name, toUs) => nearestName(name, shownNames, toUs),
    confirms(choice) {
      const { command, words = '' } = typed(choice.command) ?? {};
      return command?.yes?.words.test(words) === true || command?.decides?.test(words) === true;
    },
  };
}
