import { say } from '../../text/say.ts';
import type { Answer } from './answer.ts';

// Questions to which the answer is what the bot does not know or does not do.

/** A deadline that is to be changed. */
export const MOVED = { command: 'tenggat', note: say('ask-move'), toOthers: say('ask-who-moves') } as const;

/** What is not kept at any level, or what the bot cannot make of it. */
export const NOT_KEPT: readonly Answer[] = [
  { shown: ['letter'], note: say('ask-letter') },
  { shown: ['suppose'], note: say('ask-suppose') },
  { shown: ['input'], note: say('ask-people') },
  { shown: ['differ', 'stage'], note: say('ask-meaning') },
  { shown: ['differ', 'standing'], note: say('ask-meaning') },
  { shown: ['meaning'], note: say('ask-meaning') },
  { shown: ['explain', 'stage'], note: say('ask-meaning') },
  { shown: ['source'], note: say('ask-source') },
  { shown: ['whence', 'state'], note: say('ask-source') },
  { shown: ['without'], note: say('ask-without') },
  { shown: ['money'], note: say('ask-money') },
  { shown: ['member'], note: say('ask-members') },
  { shown: ['unkept'], note: say('ask-unkept') },
];

/** What the bot cannot do or does not know: it says so, and what to type instead. */
export const BEYOND: readonly Answer[] = [
  { shown: ['each', 'send'], command: 'pengingat', note: say('ask-schedule') },
  { shown: ['cancel', 'reporting'], note: say('ask-wrong') },
  {
    shown: ['remind', 'missing'],
    beside: ['reporting', 'reported'],
    command: 'belum',
    words: 'lapor',
    note: say('ask-remind'),
  },
  { shown: ['remind'], command: 'pengingat', note: say('ask-remind') },
  { shown: ['appoint'], note: say('ask-appoint') },
  { shown: ['move', 'deadline'], ...MOVED },
  { shown: ['extend'], ...MOVED },
  { shown: ['best', 'deadline'], ...MOVED },
  { shown: ['move', 'unit'], note: say('ask-wrong') },
  { shown: ['wrong'], note: say('ask-wrong') },
  { shown: ['handover'], note: say('ask-successor') },
  { shown: ['person', 'move'], note: say('ask-successor') },
  ...NOT_KEPT,
  { shown: ['send', 'to', 'missing', 'reporting'], command: 'belum', words: 'lapor', note: say('ask-send') },
  { shown: ['send', 'to'], command: 'rekap', note: say('ask-send') },
  { shown: ['tell'], note: say('ask-tell') },
  { shown: ['contact'], note: say('ask-people') },
  { shown: ['stop'], command: 'pengingat', note: say('ask-schedule') },
].map((answer) => ({ ...answer, when: 'always', where: 'above' }) as Answer);
