import { exitWith, FAILED } from '../../app/exit.ts';
import { literal, type Markup, plain } from '../../text/markup.ts';
import { say } from '../../text/say.ts';

/** Writes to stdout, behind it a line break. Where that fails, says so on stderr and ends the process: nobody takes the output for whole. */
export const print = (text: string, end = '\n'): Promise<void> =>
  new Promise((done) => {
    process.stdout.write(`${text}${end}`, (error) => {
      if (error) endUnwritten(error);
      done();
    });
  });

/** Ends a process whose output could not be written, with a sentence on stderr. */
export const endUnwritten = ({ message }: Error): never =>
  exitWith(FAILED, plain(say('cli-output', { reason: literal(message) })));

/** The same for a sentence. */
export const printSaid = (text: Markup): Promise<void> => print(plain(text));
