import { commandName } from '../app/command-name.ts';
import { loadConfig } from '../app/config.ts';
import { useShared } from '../app/database.ts';
import { exitWith, NEEDS_OWNER } from '../app/exit.ts';
import { addMs, systemClock } from '../domain/clock.ts';
import type { WhatsAppNumber, WhatsAppNumbers } from '../store/whatsapp-numbers.ts';
import { literal, type Markup, plain } from '../text/markup.ts';
import { nameFrom } from '../text/names.ts';
import { lines, say } from '../text/say.ts';
import { printSaid } from './shared/print.ts';

const DAY_MS = 86_400_000;
const LONGEST_NAME = 60;

/** What can be done with one number; the word is the subcommand's argument. */
const DEEDS = {
  jeda: (numbers, id) => numbers.pause(id, true),
  lanjut: (numbers, id) => numbers.pause(id, false),
  hapus: (numbers, id) => numbers.remove(id),
} as const satisfies Record<string, (numbers: WhatsAppNumbers, id: number) => void>;

/** Lists the WhatsApp numbers, adds one, pauses, resumes or removes one. A bot that runs follows within seconds. */
export async function run([word, ...rest]: readonly string[]): Promise<void> {
  const argument = rest.join(' ').trim();
  const isDeed = word !== undefined && Object.hasOwn(DEEDS, word);
  const isKnown = word === undefined || (argument !== '' && (isDeed || word === 'tambah'));
  if (!isKnown || argument.length > LONGEST_NAME)
    exitWith(NEEDS_OWNER, plain(say('cli-number-usage', { command: commandName('nomor') })));
  const text = await useShared(loadConfig(), ({ whatsapp: { numbers } }) => {
    const found = numbers.list().find(({ id }) => `${id}` === argument);
    if (isDeed && !found) exitWith(NEEDS_OWNER, plain(say('cli-number-unknown', { id: literal(argument) })));
    if (found && isDeed) return change(numbers, word as keyof typeof DEEDS, found);
    return word === 'tambah' ? added(numbers.add(nameFrom(argument))) : listed(numbers);
  });
  await printSaid(text);
}

function change(numbers: WhatsAppNumbers, deed: keyof typeof DEEDS, { id, name }: WhatsAppNumber): Markup {
  DEEDS[deed](numbers, id);
  return say(`cli-number-${deed}`, { id, name: literal(name) });
}

const added = ({ id, name }: WhatsAppNumber): Markup => say('cli-number-added', { id, name: literal(name) });

function listed(numbers: WhatsAppNumbers): Markup {
  const since = addMs(systemClock(), -DAY_MS);
  const all = numbers.list();
  if (all.length === 0) return say('cli-number-none');
  return lines(
    ...all.map(({ id, name, paused }) => {
      const isLinked = numbers.phone(id) !== undefined;
      const state = say(paused ? 'number-paused' : isLinked ? 'number-linked' : 'number-unlinked');
      const [groups, sent] = [numbers.groups(id), numbers.sent(id, since)];
      return say('cli-number', { id, name: literal(name), state, groups, sent });
    }),
  );
}
