import { addDays, instantAt } from '../domain/dates.ts';
import type { LocalDate, MessageRef, UserRef } from '../domain/ids.ts';
import type { Choice } from '../text/content.ts';
import { plain } from '../text/markup.ts';
import { FORTNIGHT } from './fortnight.ts';
import { DISTRICT, GROUP } from './groups.ts';
import { MEMBERS } from './people.ts';
import type { TranscriptMessage } from './transcript.ts';
import { TIME_ZONE, type World } from './world.ts';

const [FIRST] = FORTNIGHT;

/** Five minutes before the first message of the fortnight. */
export const startOfFortnight = (deadline: LocalDate) => momentOf(FIRST![0], deadline, -5);

function momentOf(at: string, deadline: LocalDate, minutes = 0) {
  const [days, hour, minute] = at.split(/[ .]/).map(Number) as [number, number, number];
  return instantAt(addDays(deadline, -days), hour * 60 + minute + minutes, TIME_ZONE);
}

/** Sends the fortnight's messages to the bot, on the world's own clock. Throws where the bot did not say what one replies to. */
export async function playFortnight(world: World, deadline: LocalDate): Promise<void> {
  for (const [at, who, text, to] of FORTNIGHT) {
    const moment = momentOf(at, deadline);
    if (moment > world.now()) await world.advanceTo(moment);
    const by = refOf(who);
    const label = /^\[(.*)\]$/.exec(text)?.[1];
    if (label) {
      const { ref, command } = findButton(world, label);
      await world.simulator.press(by, ref, command);
    } else {
      await world.simulator.say({
        by,
        text,
        replyTo: to ? lastBotMessage(world, to.slice(2)).ref : undefined,
      });
    }
    await world.idle();
  }
}

const refOf = (who: string): UserRef =>
  MEMBERS.find(({ kind, name, home }) => home === DISTRICT && (kind === who || name === `Kades ${who}`))!.ref;

const botMessages = (world: World): readonly TranscriptMessage[] =>
  world.transcript
    .changedSince(0)
    .flatMap(({ message }) => (message.by === 'bot' && message.chat === GROUP ? message : []));

function lastBotMessage(world: World, words: string): TranscriptMessage {
  const found = botMessages(world).findLast(({ text }) => plain(text).includes(words));
  if (!found) throw new Error(`the bot never said: ${words}`);
  return found;
}

function findButton(world: World, label: string): Pick<Choice, 'command'> & { ref: MessageRef } {
  const message = botMessages(world).findLast(({ choices }) => choices.length > 0);
  const choice = message?.choices.find((each) => each.label.startsWith(label));
  if (!message || !choice) throw new Error(`no button: ${label}`);
  return { ref: message.ref, command: choice.command };
}
