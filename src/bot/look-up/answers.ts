import type { Shown } from '../../interpret/requests.ts';
import { say } from '../../text/say.ts';
import type { Answer } from './answer.ts';
import { BEYOND, MOVED, NOT_KEPT } from './beyond.ts';

// What answers a question in people's own words.

/** What may be asked of several parts side by side. */
export const COMPARABLE: readonly Shown[] = [
  'best',
  'fast',
  'worst',
  'compare',
  'state',
  'status',
  'change',
  'count',
  'who',
  'ability',
  'percent',
  'others',
  'reporting',
  'reported',
];

const WHY = say('ask-why');

/** What may stand beside it where those are asked for that have not reported. */
const SILENT: readonly Shown[] = ['best', 'fast', 'late', 'reported', 'reporting', 'time', 'last'];
/** What may stand beside it where the way to the deadline is asked for. */
const AHEAD: readonly Shown[] = ['atDeadline', 'deadline', 'when', 'missing', 'denied', 'pace'];
/** The same of those that have. */
const REPORTED: readonly Shown[] = ['best', 'fast', 'fresh', 'percent', 'reported', 'reporting'];

/** What answers a question; the first that fits counts. */
export const ANSWERS: readonly Answer[] = [
  { shown: ['how', 'unkept'], note: say('ask-unkept'), when: 'always', where: 'above' },
  { shown: ['how', 'money'], note: say('ask-money'), when: 'always', where: 'above' },
  { shown: ['how', 'appoint'], note: say('ask-appoint'), when: 'always', where: 'above' },
  {
    shown: ['how', 'move', 'deadline'],
    ...MOVED,
    when: 'always',
    where: 'above',
  },
  { shown: ['how'], command: 'bantuan', when: 'names' },
  { shown: ['how'], command: 'bantuan', when: 'always', where: 'above' },
  {
    shown: ['who', 'move', 'deadline'],
    command: 'tenggat',
    note: say('ask-who-moves'),
    when: 'always',
    where: 'above',
  },
  {
    shown: ['who', 'extend'],
    command: 'tenggat',
    note: say('ask-who-moves'),
    when: 'always',
    where: 'above',
  },
  { shown: ['differ', 'deadline'], command: 'tenggat', takesRest: true, when: 'always', where: 'above' },
  { shown: ['late', 'deadline'], command: 'tenggat', when: 'names', where: 'above' },
  { shown: ['invited'], command: 'undang', words: 'daftar', when: 'always', where: 'above' },
  { shown: ['invitation'], command: 'undang', words: 'daftar', where: 'above' },
  {
    shown: ['whence', 'change'],
    command: 'rekap',
    words: 'perubahan',
    beside: ['explain', 'best'],
    ofVillages: 'regency',
    where: 'above',
  },
  ...BEYOND,
  ...NOT_KEPT,
  { shown: ['explain'], note: say('ask-meaning'), when: 'only' },
  { shown: ['differ', 'state'], command: 'rekap', note: WHY, where: 'above' },
  { shown: ['why', 'denied', 'state'], command: 'pengingat', note: say('ask-not-sent'), where: 'whole' },
  { shown: ['denied', 'sent'], command: 'pengingat', note: say('ask-not-sent'), where: 'above' },
  { shown: ['why', 'reporting'], command: 'belum', words: 'lapor', note: WHY, where: 'above' },
  { shown: ['why', 'change'], command: 'rekap', words: 'perubahan', note: WHY, where: 'above' },
  { shown: ['why', 'fall'], command: 'rekap', words: 'perubahan', note: WHY, where: 'above' },
  { shown: ['why'], command: 'belum', note: WHY, where: 'above' },
  { shown: ['punctual', 'done'], beside: ['denied', 'time'], command: 'rekap', words: 'laju' },
  { shown: ['punctual'], command: 'rekap', note: say('ask-punctual'), where: 'above' },
  {
    shown: ['never', 'missing', 'reporting'],
    beside: SILENT,
    command: 'belum',
    words: 'pernah lapor',
    ofVillages: true,
    when: 'names',
  },
  {
    shown: ['never', 'denied', 'reporting'],
    beside: SILENT,
    command: 'belum',
    words: 'pernah lapor',
    ofVillages: true,
    when: 'names',
  },
  {
    shown: ['missing', 'reporting'],
    beside: SILENT,
    command: 'belum',
    words: 'lapor',
    ofVillages: true,
    when: 'names',
  },
  {
    shown: ['missing', 'reporting'],
    beside: SILENT,
    command: 'belum',
    words: 'lapor',
    ofVillages: true,
    when: 'always',
    where: 'above',
  },
  {
    shown: ['late', 'reporting'],
    beside: SILENT,
    command: 'belum',
    words: 'lapor',
    ofVillages: true,
    when: 'names',
  },
  {
    shown: ['denied', 'reporting'],
    beside: SILENT,
    command: 'belum',
    words: 'lapor',
    ofVillages: true,
    when: 'names',
  },
  { shown: ['lazy'], beside: SILENT, command: 'belum', words: 'lapor', ofVillages: true },
  { shown: ['worst', 'reporting'], beside: SILENT, command: 'belum', words: 'lapor', ofVillages: true },
  { shown: ['idle', 'when'], command: 'riwayat', where: 'place' },
  { shown: ['idle'], beside: SILENT, command: 'belum', words: 'lapor', ofVillages: true },
  { shown: ['person', 'reporting'], command: 'belum', words: 'lapor', where: 'place' },
  { shown: ['person', 'using', 'missing'], command: 'rekap', note: say('ask-using'), where: 'above' },
  { shown: ['person', 'who'], note: say('ask-people'), where: 'above' },
  { shown: ['person', 'fresh'], note: say('ask-people'), where: 'above' },
  { shown: ['who', 'you'], command: 'bantuan', where: 'above' },
  { shown: ['photo', 'unit'], command: 'status', note: say('ask-photo'), where: 'above' },
  {
    shown: ['last', 'reporting'],
    beside: ['when', 'reported', 'sent', 'hour', 'who'],
    command: 'riwayat',
    where: 'place',
  },
  { shown: ['last', 'reporting'], command: 'riwayat', note: say('ask-last-report') },
  { shown: ['compare', 'reporting'], command: 'rekap', where: 'above' },
  { shown: ['change', 'compare'], command: 'rekap', words: 'perubahan', when: 'always', where: 'whole' },
  { shown: ['compare'], command: 'rekap', words: 'perubahan', when: 'always', where: 'times' },
  {
    shown: ['compare', 'unit'],
    beside: ['percent', 'stage', 'best'],
    command: 'status',
    ofVillages: true,
    where: 'whole',
  },
  {
    shown: ['compare'],
    beside: COMPARABLE,
    command: 'rekap',
    words: 'banding',
    takesRest: true,
    when: 'always',
    where: 'above',
  },
  {
    shown: ['atDeadline', 'state'],
    beside: AHEAD,
    command: 'rekap',
    words: 'laju',
    note: say('ask-at-deadline'),
  },
  { shown: ['atDeadline', 'kind'], beside: AHEAD, command: 'rekap', words: 'laju' },
  { shown: ['done', 'deadline'], beside: AHEAD, command: 'rekap', words: 'laju' },
  { shown: ['average', 'change'], command: 'rekap', words: 'laju' },
  { shown: ['when', 'done'], command: 'rekap', words: 'laju' },
  { shown: ['when', 'standing'], command: 'rekap', words: 'laju' },
  { shown: ['when', 'percent'], command: 'rekap', words: 'laju' },
  { shown: ['last', 'sent'], command: 'pengingat', note: say('ask-last-sent'), where: 'above' },
  { shown: ['when', 'sent'], beside: ['hour'], command: 'pengingat', where: 'above' },
  { shown: ['count', 'sent'], beside: ['hour'], command: 'pengingat', where: 'above' },
  { shown: ['last', 'hour', 'state'], beside: ['when'], command: 'rekap', where: 'above' },
  { shown: ['count', 'hour'], beside: ['reminding'], command: 'pengingat', where: 'above' },
  {
    shown: ['since'],
    beside: ['when', 'change', 'fall'],
    command: 'riwayat',
    when: 'always',
    where: 'place',
  },
  { shown: ['since'], command: 'riwayat', note: say('ask-when-changed'), when: 'always', where: 'above' },
  { shown: ['when', 'reporting'], command: 'riwayat', where: 'place' },
  { shown: ['when', 'change'], command: 'riwayat', where: 'place' },
  { shown: ['when', 'change'], command: 'riwayat', note: say('ask-when-changed'), where: 'above' },
  { shown: ['when', 'fall'], command: 'riwayat', where: 'place' },
  { shown: ['need', 'count'], command: 'rekap', words: 'laju' },
  {
    shown: ['change'],
    beside: ['best', 'fall'],
    command: 'rekap',
    words: 'perubahan',
    ofVillages: 'regency',
    when: 'always',
    where: 'times',
  },
  { shown: ['fall'], command: 'rekap', ofVillages: 'regency', when: 'always', where: 'times' },
  { shown: ['change', 'month'], beside: ['picture'], command: 'rekap', words: 'laju' },
  {
    shown: ['ranking', 'count'],
    beside: ['best'],
    command: 'rekap',
    words: 'peringkat',
    isOfWhole: true,
    where: 'place',
  },
  {
    shown: ['pace'],
    beside: ['when', 'deadline', 'done', 'missing', 'picture', 'average'],
    command: 'rekap',
    when: 'names',
  },
  { shown: ['ranking'], beside: ['best', 'worst'], command: 'rekap', when: 'names' },
  { shown: ['picture'], beside: ['reporting', 'unit', 'photo', 'eachPart'], command: 'rekap', when: 'names' },
  { shown: ['workbook'], beside: ['reporting'], command: 'rekap', when: 'names' },
  { shown: ['page'], beside: ['reporting'], command: 'rekap', when: 'always', where: 'above' },
  { shown: ['page'], beside: ['reporting'], command: 'rekap', when: 'names' },
  { shown: ['fall'], command: 'riwayat', when: 'always', where: 'village' },
  { shown: ['change'], command: 'riwayat', when: 'always', where: 'village' },
  { shown: ['fall'], beside: ['best', 'change'], command: 'rekap', ofVillages: 'regency', when: 'names' },
  { shown: ['change', 'denied'], beside: ['best', 'fall'], command: 'rekap', words: 'perubahan' },
  { shown: ['change', 'missing'], beside: ['best', 'fall'], command: 'rekap', words: 'perubahan' },
  {
    shown: ['change'],
    beside: ['best', 'fall', 'explain'],
    command: 'rekap',
    words: 'perubahan',
    ofVillages: 'regency',
    when: 'names',
  },
  { shown: ['using'], command: 'rekap', where: 'place' },
  { shown: ['using'], beside: ['missing'], command: 'rekap', note: say('ask-using'), where: 'above' },
  { shown: ['late', 'day'], command: 'tenggat' },
  {
    shown: ['others', 'deadline'],
    beside: ['when', 'each'],
    command: 'tenggat',
    when: 'always',
    where: 'above',
  },
  { shown: ['missing', 'stage'], command: 'status', where: 'above' },
  { shown: ['kind', 'worst'], beside: ['missing'], command: 'status' },
  { shown: ['kind', 'best'], beside: ['missing'], command: 'status' },
  { shown: ['eachUnit'], beside: ['percent'], command: 'status', when: 'names', where: 'above' },
  { shown: ['worst', 'unit'], command: 'belum', ofVillages: true, where: 'above' },
  { shown: ['percent', 'unit'], command: 'status', ofVillages: true, where: 'above' },
  { shown: ['keen'], beside: REPORTED, command: 'rekap', words: 'lapor', ofVillages: true },
  { shown: ['reported'], beside: REPORTED, command: 'rekap', words: 'lapor', ofVillages: true },
  {
    shown: ['reporting'],
    beside: REPORTED,
    command: 'rekap',
    words: 'lapor',
    ofVillages: true,
    where: 'times',
  },
  {
    shown: ['percent', 'eachPart'],
    command: 'rekap',
    words: 'persen minimal 0%',
    when: 'names',
    where: 'whole',
  },
  { shown: ['percent'], command: 'rekap', when: 'names' },
  { shown: ['missing'], beside: ['best', 'worst', 'done'], command: 'belum', when: 'names' },
  {
    shown: ['late'],
    command: 'belum',
    words: 'lapor',
    note: say('ask-late'),
    ofVillages: true,
    when: 'names',
  },
  { shown: ['denied', 'unit'], command: 'belum', ofVillages: true },
  { shown: ['left', 'day'], command: 'tenggat' },
  { shown: ['left', 'time'], command: 'tenggat' },
  { shown: ['left'], command: 'belum' },
  { shown: ['history'], command: 'riwayat', when: 'names' },
  { shown: ['deadline'], beside: ['when', 'each', 'late', 'time'], command: 'tenggat', when: 'names' },
  {
    shown: ['last', 'reminding'],
    command: 'pengingat',
    note: say('ask-last-sent'),
    when: 'always',
    where: 'above',
  },
  {
    shown: ['reminding'],
    beside: ['when', 'each', 'hour'],
    command: 'pengingat',
    when: 'always',
    where: 'above',
  },
  { shown: ['when', 'state'], command: 'rekap' },
  { shown: ['when'], command: 'tenggat', when: 'only' },
  { shown: ['count', 'day'], command: 'tenggat', when: 'only', where: 'above' },
  { shown: ['time'], command: 'tenggat', where: 'above' },
  { shown: ['count', 'best'], command: 'rekap' },
  { shown: ['fast'], beside: ['best'], command: 'rekap', words: 'perubahan', ofVillages: 'regency' },
  { shown: ['best'], command: 'rekap', words: 'peringkat' },
  { shown: ['worst'], command: 'belum', where: 'place' },
  { shown: ['worst'], command: 'rekap' },
  { shown: ['zero', 'reporting'], beside: SILENT, command: 'belum', words: 'lapor', ofVillages: true },
  { shown: ['zero', 'unit'], command: 'belum', ofVillages: true },
  { shown: ['zero'], command: 'belum' },
  { shown: ['unit'], beside: ['stage'], command: 'status', ofVillages: true },
  { shown: ['status'], command: 'status', when: 'names' },
  { shown: ['attention'], command: 'rekap', note: say('ask-attention'), where: 'above' },
  { shown: ['state'], command: 'rekap', when: 'names' },
  { shown: ['done'], command: 'rekap', words: 'peringkat', when: 'names', where: 'whole' },
  { shown: ['stage'], beside: ['unit', 'missing'], command: 'status', ofVillages: true, where: 'above' },
  { shown: ['detail'], command: 'rekap', when: 'names', where: 'place' },
  { shown: ['detail'], note: say('ask-detail'), when: 'names', where: 'above' },
  { shown: ['list'], command: 'rekap', when: 'names', where: 'above' },
  { shown: ['reached'], command: 'rekap', where: 'above' },
  { shown: ['month'], beside: ['picture'], command: 'rekap', words: 'laju', where: 'above' },
  { shown: ['standing'], command: 'rekap' },
  { shown: ['reporting'], command: 'rekap', ofVillages: true },
  { shown: ['count'], command: 'rekap', ofVillages: true, when: 'only' },
  { shown: ['state', 'person'], command: 'rekap', where: 'above' },
  { shown: ['person'], note: say('ask-people'), where: 'above' },
  { shown: ['ability'], command: 'bantuan' },
  { shown: ['up'], command: 'rekap', when: 'always', where: 'whole' },
];

/** What says little beside another thing that is asked for: an answer that leaves it out is still one to the question. */
export const BESIDE: readonly Shown[] = [
  'atDeadline',
  'photo',
  'reported',
  'since',
  'whence',
  'ability',
  'count',
  'day',
  'eachUnit',
  'explain',
  'kind',
  'last',
  'list',
  'need',
  'others',
  'person',
  'reached',
  'send',
  'standing',
  'state',
  'status',
  'to',
  'up',
  'who',
  'you',
];

/** Where the words report something, above the kecamatan. */
export const REPORT: Answer = { shown: [], note: say('ask-report') };

/** Where the words name a place alone, or ask how the area itself is. */
export const RECAP: Answer = { shown: [], command: 'rekap' };

/** Where the words ask how a village is, in its kecamatan. */
export const STATUS: Answer = { shown: [], command: 'status' };

/** Where the words name several parts of an area, and ask for nothing that is of one. */
export const COMPARISON: Answer = {
  shown: [],
  beside: COMPARABLE,
  command: 'rekap',
  words: 'banding',
  takesRest: true,
};

/** What may be asked where the words name several times; units are what is compared. */
export const OF_TIMES: readonly Shown[] = [
  'compare',
  'change',
  'fall',
  'state',
  'count',
  'ability',
  'best',
  'standing',
  'reporting',
  'reported',
  'denied',
];
export const TIMES: Answer = {
  shown: [],
  beside: OF_TIMES,
  command: 'rekap',
  words: 'banding',
  ofVillages: true,
};

/** What only these commands tell apart. */
export const TOLD_BY: Readonly<Partial<Record<Shown, readonly string[]>>> = {
  eachPart: ['rekap', 'belum', 'tenggat', 'riwayat'],
  whichUnit: ['status', 'belum', 'riwayat'],
};

/** Forms beside which no other is shown. */
export const EXCLUSIVE: readonly Shown[] = ['change', 'fall', 'pace'];

/** What asks for villages in their order, or for those that have all or nothing; and what may stand beside it. */
export const RANKING: readonly Shown[] = ['best', 'worst', 'ranking', 'done', 'zero'];
/** What asks for villages that lack something. */
export const UNFINISHED: readonly Shown[] = ['missing', 'done'];
export const BESIDE_BOUNDS: readonly Shown[] = [
  ...RANKING,
  'count',
  'who',
  'list',
  'kind',
  'state',
  'ability',
  'percent',
  'whichUnit',
  'standing',
  'reached',
];

/** Where the words name an area above the reader's own. */
export const HIGHER: Answer = { shown: [], command: 'rekap', words: 'ke atas' };
