import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import { placeIn } from '../../bot/prompts/short-reply.ts';
import { refuse } from '../../bot/refuse.ts';
import { yesOrNo } from '../../bot/yes-or-no.ts';
import { addMs } from '../../domain/clock.ts';
import { villageOf } from '../../domain/district.ts';
import { districtOf, type RoleId, type VillageCode } from '../../domain/ids.ts';
import type { Role } from '../../domain/people.ts';
import { mayDecideOn } from '../../domain/permissions.ts';
import type { Posted } from '../../store/outbox.ts';
import { literal, type Markup, plain } from '../../text/markup.ts';
import { placeFrom } from '../../text/names.ts';
import { offices, roleName, villageLabel } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import { gatherRequests, REQUESTS_FRESH_MS, requestList, requestsContent, requestsIn } from './requests.ts';
import { type ToldElsewhere, toldElsewhere } from './told-elsewhere.ts';
import { toldBy } from './twins.ts';

/** What was decided on a request, or a role given without one. */
export interface Decision {
  readonly outcome: 'appointed' | 'declined';
  readonly name: Markup;
  readonly office: Markup;
  /** What the person can do now. */
  readonly next?: Markup | undefined;
  /** Who heads the village besides. */
  readonly beside?: Markup | undefined;
  /** What was reported before, now recorded, with one echo for all. */
  readonly released: NonNullable<Reply['followUps']>;
  /** The same for the group in which it was asked for, where that is another. */
  readonly elsewhere?: ToldElsewhere | undefined;
}

/** What was reported before is echoed in the group where the role was asked for. What quotes a message stays beside it. */
export function toldWhereAsked(
  { message }: DistrictContext,
  decision: Decision,
  elsewhere: ToldElsewhere | undefined,
): Decision {
  const released = decision.released.map((each) =>
    elsewhere && each.to === message.chat && !each.quotes ? { ...each, to: elsewhere.to } : each,
  );
  return { ...decision, released, elsewhere };
}

const ALL = /^semua(?: (\d{1,15}))?$/i;
/** What people say around a name. */
const POLITE = new Set(['pak', 'bu', 'bapak', 'ibu', 'saudara', 'sdr', 'yang', 'atas', 'nama']);

/** How a command decides: on one request, with what its button says beside the id, or on several. */
interface Decide {
  readonly one: (request: Role, beside: string | undefined) => Reply;
  readonly all: (requests: readonly Role[]) => Reply;
}

/**
 * Decides on the requests that the words behind a command mean: those of a button, or all that the camat was shown. A typed
 * name, or the number of a row, is asked about, and anything else is answered with the list.
 */
export function decideOn(
  context: DistrictContext,
  command: 'setujui' | 'tolak',
  words: string,
  decide: Decide,
): Reply {
  if (ALL.test(words)) {
    const requests = allShown(context, words);
    return requests ? decide.all(requests) : listRequests(context, command, say('requests-look'));
  }
  if (isChosen(context, words)) {
    const [id, beside] = words.split(/\s+/);
    const request = openRequest(context, id!);
    return request ? decide.one(request, beside) : requestGone(context);
  }
  const numbered = requestAt(context, words);
  const [named, ...others] = numbered ? [numbered] : requestsNamed(context, words);
  if (others.length > 0)
    return listRequests(context, command, say('requests-several', { name: literal(placeFrom(words)) }));
  return named ? askAbout(context, command, named) : listRequests(context, command);
}

/** The open requests of the kecamatan, with a button for each decision; where they are several, with what decides without one. */
function listRequests(
  { tx, here, message }: DistrictContext,
  command: 'setujui' | 'tolak',
  why?: Markup,
): Reply {
  const content = requestsContent(tx, here, message.chat);
  if (!content) return { answer: { text: say('requests-none') } };
  const isSeveral = requestsIn(content).size > 1;
  const isTogether = command === 'tolak' || content.choices?.some(({ inWords }) => inWords);
  const names = { command: literal(`/${command}`) };
  const how = isSeveral && say(isTogether ? 'requests-how' : 'requests-how-alone', names);
  const text = lines(why, content.text, how);
  return { answer: { ...content, text }, context: requestList(here, message.chat) };
}

/**
 * Whether the words come from a button, rather than from somebody's keyboard. The lists show no ids: a typed number means a row,
 * and typed words may mean an earlier list.
 */
const isChosen = ({ message }: DistrictContext, words: string): boolean =>
  message.pressedOn !== undefined && words !== '' && message.text.endsWith(` ${words}`);

/**
 * The open requests that "all" means: those that its reader was shown. Pressed, it means the message with the button, up to the
 * newest request that the button knows; typed, the last list that came into the chat. Undefined where the reader has to look
 * at a list first: there is none, they reply to an earlier one, or somebody has asked since.
 */
function allShown(context: DistrictContext, words: string): readonly Role[] | undefined {
  const { tx, here, prompt } = context;
  const newest = ALL.exec(words)?.[1];
  const list = newest === undefined ? listMeant(context) : isChosen(context, words) ? prompt : undefined;
  if (!list?.content) return undefined;
  const shown = requestsIn(list.content);
  const open = tx.people.requests(here.area.code);
  const isNew = ({ id, askedAt }: Role) => !shown.has(id) && askedAt >= list.at;
  if (newest === undefined && open.some(isNew)) return undefined;
  const meant = open.filter(({ id }) => shown.has(id) && id <= Number(newest ?? id));
  return meant.length > 0 ? meant : undefined;
}

/** The list that typed words mean. Nobody is notified of an edit, so a list counts as it was when it came. */
function listMeant({ tx, prompt, message, now }: DistrictContext): Posted | undefined {
  const list = tx.outbox.lastRequestsPosted(message.chat, addMs(now, -REQUESTS_FRESH_MS));
  const isQuoted = !prompt?.context.requests || prompt.sentRef === list?.sentRef;
  // A platform dates messages by the second.
  const cameBefore = list && list.at.slice(0, 19) <= message.sentAt.slice(0, 19);
  return isQuoted && cameBefore ? list : undefined;
}

/** The open request in that row of the list that typed words mean: "2", "yang kedua". */
function requestAt(context: DistrictContext, words: string): Role | undefined {
  const place = placeIn(words);
  const list = place && listMeant(context);
  const id = place && list?.content ? [...requestsIn(list.content)][place.at - 1] : undefined;
  return id === undefined ? undefined : openRequest(context, `${id}`);
}

/** The open requests whose name, role or village all of these words belong to. */
function requestsNamed({ tx, here }: DistrictContext, words: string): readonly Role[] {
  const wanted = wordsOf(words).filter((word) => !POLITE.has(word));
  if (!wanted.some((word) => /\p{L}/u.test(word))) return [];
  return tx.people.requests(here.area.code).filter((request) => {
    const { name, kind, area } = request;
    const title = roleName(kind, area);
    const said = wordsOf(`${name} ${kind} ${plain(title)} ${plain(villageLabel(villageOf(here, area)!))}`);
    return wanted.every((word) => said.includes(word));
  });
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** A name is chosen by its owner: who is meant is asked, with all that is known of the account. */
function askAbout({ here }: DistrictContext, command: 'setujui' | 'tolak', request: Role): Reply {
  const text = say(`ask-${command}`, {
    name: literal(request.name),
    office: offices(here.area, [request]),
    told: toldBy(request, here.timeZone),
  });
  const choices = yesOrNo(say(`yes-${command}`), `/${command} ${request.id}`);
  const context = { topics: [`request ${request.id}`] };
  return { answer: { text, choices }, senderOnly: true, awaitsAnswer: true, context };
}

/** The request of that id, where it is still open, for this kecamatan, and the actor's to decide on. */
function openRequest({ tx, actor, here }: DistrictContext, id: string): Role | undefined {
  const request = /^\d{1,15}$/.test(id) ? tx.people.request(Number(id) as RoleId) : undefined;
  return request && districtOf(request.area as VillageCode) === here.area.code && mayDecideOn(actor, request)
    ? request
    : undefined;
}

/** The answer where there is no such request any more. */
const requestGone = (context: DistrictContext): Reply => refuse(context, say('request-gone'), 'choice');

/** Tells the decisions, where they were asked for too, and what they released, and brings the list of open requests up to date. */
export const tellDecisions = (
  context: DistrictContext,
  decisions: readonly Decision[],
  beside?: Markup,
): Reply => ({
  answer: { text: lines(decisionText(decisions), beside) },
  ...(decisions.length > 1 && { toast: plain(say('decided-count', { n: decisions.length })) }),
  followUps: [
    ...decisions.flatMap(({ released }) => released),
    ...toldElsewhere(decisions.map(({ elsewhere }) => elsewhere)),
    ...gatherRequests(context),
  ],
});

/** What the group reads about decisions: a sentence about one, a list of several, and once what all of them can do now. */
export function decisionText(decisions: readonly Decision[]): Markup {
  const outcomes = (['appointed', 'declined'] as const).flatMap((outcome) => {
    const alike = decisions.filter((each) => each.outcome === outcome);
    const names = alike.map(({ name, office }) => ({ name, office }));
    if (names.length < 2) return names.map((each) => say(outcome, each));
    return [say(`decided-${outcome}`), ...names.map((each) => say('decided-row', each))];
  });
  return lines(
    ...outcomes,
    ...decisions.map(({ beside }) => beside),
    ...new Set(decisions.map(({ next }) => next)),
  );
}
