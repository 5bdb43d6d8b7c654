import { ownDistricts } from '../domain/permissions.ts';
import { sayAnonymous } from '../text/anonymous.ts';
import { plain } from '../text/markup.ts';
import { kecamatan } from '../text/phrases.ts';
import { say } from '../text/say.ts';
import { withoutUnaskedYes } from './asked.ts';
import type { Command, Reply } from './command.ts';
import type { MessageContext } from './context.ts';
import { sayDenied } from './denied.ts';
import { runAbove } from './run-above.ts';
import { findScope } from './scope.ts';

/** Runs a command where its sender may have it; otherwise says why not. */
export function runCommand(command: Command, typed: string, context: MessageContext): Reply {
  const { here, actor, message, prompt } = context;
  const words = typed.replace(/(?<![.!])[.!]+$/, '');
  context.note?.({ kind: 'command', name: command.name, words });
  if (message.sender === 'anonymous' && !command.anonymous)
    return { answer: { text: sayAnonymous(message) } };
  if (command.requires === 'nothing')
    return command.run(withoutUnaskedYes(command, words, message, prompt), context);
  if (!here) {
    const { above } = context;
    return above
      ? runAbove(command, withoutUnaskedYes(command, words, message, prompt), { ...context, above })
      : askWhichDistrict(command, words, context);
  }
  if (!command.authorize(actor, here)) {
    const text = sayDenied('decide-denied', { ...context, here });
    return message.pressedOn ? { alert: plain(text) } : { answer: { text } };
  }
  const { code } = here.area;
  const rest = words === code || words.startsWith(`${code} `) ? words.slice(code.length).trim() : words;
  const kept = message.pressedOn && rest === '' ? prompt?.context.words : undefined;
  return command.run(withoutUnaskedYes(command, kept ?? rest, message, prompt), { ...context, here });
}

/** Asks which kecamatan; what was said is kept with the question, because a button holds no more than a code. */
export function askWhichDistrict(
  command: Command,
  words: string,
  { tx, message, actor }: MessageContext,
): Reply {
  if (message.chatKind === 'group') return { answer: { text: say('help-not-linked') } };
  const districts = ownDistricts(actor).flatMap((code) => findScope(tx, code) ?? []);
  if (districts.length === 0) return { answer: { text: say('help-private-stranger') } };
  const choices = districts.map(({ area }) => ({
    label: plain(kecamatan(area)),
    command: `/${command.name} ${area.code}`,
  }));
  return { answer: { text: say('which-kecamatan'), choices }, context: { words } };
}
