import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import type { Village } from '../../domain/areas.ts';
import { addMs } from '../../domain/clock.ts';
import { type DistrictScope, villageOf } from '../../domain/district.ts';
import {
  type ChatRef,
  type DistrictCode,
  districtOf,
  type PersonId,
  type VillageCode,
} from '../../domain/ids.ts';
import type { Role } from '../../domain/people.ts';
import { isReporter } from '../../domain/roles.ts';
import type { MessageTx } from '../../store/tx.ts';
import { keepLetters } from '../../text/choice-letters.ts';
import type { Choice, Content } from '../../text/content.ts';
import { literal, type Markup, plain } from '../../text/markup.ts';
import { offices } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import { coordinatorMentions } from './mentions.ts';
import { standingAlone } from './rivals.ts';
import { nameAmong, toldBy } from './twins.ts';

/** A gathering message older than this has scrolled away: a new one is sent. */
export const REQUESTS_FRESH_MS = 12 * 3_600_000;
/** A message has room for so many requests with two buttons each; the others follow when some of these are decided. */
const SHOWN = 20;

/** The first open requests of a kecamatan with a button for each decision; undefined when there is none. */
export function requestsContent(tx: MessageTx, here: DistrictScope, chat: ChatRef): Content | undefined {
  const all = tx.people.requests(here.area.code);
  if (all.length === 0) return undefined;
  const first = new Set(inTurn(all).slice(0, SHOWN));
  const shown = all.filter((request) => first.has(request));
  const more = all.length - shown.length;
  const head = say('requests-head', { coordinators: coordinatorMentions(tx, here, chat) });
  const isAlone = standingAlone(tx, here.area.code, all);
  const together = shown.filter((request) => !isAlone(request));
  const alone = shown.filter(isAlone);
  const rows = (some: readonly Role[]) => some.map((request) => row(here, request));
  const newest = Math.max(...together.map(({ id }) => id));
  return {
    text: lines(
      head,
      ...rows(together),
      alone.length > 0 && say('requests-alone'),
      ...rows(alone),
      more > 0 && say('requests-more', { n: more }),
    ),
    choices: [
      ...(together.length > 1
        ? [{ label: plain(say('approve-all')), command: `/setujui semua ${newest}`, inWords: true as const }]
        : []),
      ...[...together, ...alone].flatMap((request) => decisionChoices(here, shown, request)),
    ],
  };
}

/** The requests of a message's sender for roles in the kecamatan that are not decided yet. */
export const ownRequests = ({ tx, actor, here }: DistrictContext): readonly Role[] =>
  actor.person === undefined
    ? []
    : tx.people
        .requestsOf(actor.person)
        .filter(({ area }) => districtOf(area as VillageCode) === here.area.code);

/** What a person asked for in a kecamatan that lets them report there, and that is not decided yet. */
export const requestsToReport = (tx: MessageTx, person: PersonId, code: DistrictCode): readonly Role[] =>
  tx.people
    .requestsOf(person)
    .filter(({ kind, area }) => isReporter(kind) && districtOf(area as VillageCode) === code);

/** Ends what the sender asked for by a message whose words are others now, but what they ask for still; gives what it ended. */
export function withdrawEdited(
  context: DistrictContext,
  isStill: (request: Role) => boolean = () => false,
): readonly Role[] {
  const { tx, message, now } = context;
  const { edits } = message;
  const withdrawn = ownRequests(context).filter(
    (request) => edits !== undefined && request.message === edits && !isStill(request),
  );
  for (const { id } of withdrawn) tx.people.decide(id, 'ended', now);
  return withdrawn;
}

/** The ids of the requests that a list shows, by its buttons, in the order of its rows. */
export const requestsIn = ({ choices = [] }: Content): ReadonlySet<number> =>
  new Set(choices.flatMap(({ command }) => /^\/setujui (\d+)$/.exec(command)?.slice(1).map(Number) ?? []));

/** The oldest request of every account, then the second of each, and so on: nobody fills the list alone. */
function inTurn(requests: readonly Role[]): readonly Role[] {
  const oldestFirst = requests.toSorted((a, b) => a.id - b.id);
  const counts = new Map<Role['person'], number>();
  const turns = new Map<Role, number>();
  for (const request of oldestFirst) {
    const turn = counts.get(request.person) ?? 0;
    turns.set(request, turn);
    counts.set(request.person, turn + 1);
  }
  return oldestFirst.toSorted((a, b) => turns.get(a)! - turns.get(b)!);
}

const villageOfRequest = (here: DistrictScope, request: Role): Village => villageOf(here, request.area)!;

const row = (here: DistrictScope, request: Role): Markup =>
  say('request-row', {
    name: literal(request.name),
    office: offices(here.area, [request]),
    told: toldBy(request, here.timeZone),
  });

function decisionChoices(here: DistrictScope, shown: readonly Role[], request: Role): readonly Choice[] {
  const village = literal(villageOfRequest(here, request).name);
  const names = { name: nameAmong(shown, request, here.timeZone), village };
  return [
    { label: plain(say('approve-one', names)), command: `/setujui ${request.id}` },
    { label: plain(say('decline-one', names)), command: `/tolak ${request.id}` },
  ];
}

/** What the message with a kecamatan's open requests is about; in each chat only the newest counts. */
export const requestList = ({ area }: DistrictScope, chat: ChatRef) =>
  ({ requests: true, again: '/setujui', topics: [`requests ${area.code} ${chat}`] }) as const;

/** The one message that gathers a kecamatan's open requests in a group: sent again, or brought up to date. */
export function gatherRequests({ tx, here, now }: DistrictContext): NonNullable<Reply['followUps']> {
  return tx.chats.groupsOf(here.area.code).flatMap(({ ref: to }) => {
    const content = requestsContent(tx, here, to);
    const earlier = tx.outbox.lastRequests(to, addMs(now, -REQUESTS_FRESH_MS));
    const context = requestList(here, to);
    const settled = content ?? { text: say('requests-none') };
    if (earlier?.content?.choices && earlier.state === 'queued') {
      tx.outbox.replaceContent(earlier.id, keepLetters(settled, earlier.content));
      return [];
    }
    const edits = earlier?.content?.choices && earlier.state === 'sent' ? earlier.sentRef : null;
    if (edits) return [{ to, content: settled, context, edits }];
    return content ? [{ to, content, context }] : [];
  });
}
