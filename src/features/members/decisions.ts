import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import { districtOf, type RoleId, type VillageCode } from '../../domain/ids.ts';
import type { Role } from '../../domain/people.ts';
import { mayDecideOn } from '../../domain/permissions.ts';
import { type Markup, plain } from '../../text/markup.ts';
import { lines, say } from '../../text/say.ts';
import { gatherRequests, REQUEST_LIST, requestsContent } from './requests.ts';
import { type ToldElsewhere, toldElsewhere } from './told-elsewhere.ts';

/** What was decided on a request, or a role given without one. */
export interface Decision {
  /** What the group reads about it. */
  readonly text: Markup;
  /** What was reported before, now recorded, with one echo for all. */
  readonly released: NonNullable<Reply['followUps']>;
  /** The same for the group in which it was asked for, where that is another. */
  readonly elsewhere?: ToldElsewhere | undefined;
}

/** The open requests of the kecamatan, with a button for each decision. */
export function listRequests({ tx, here, message }: DistrictContext): Reply {
  const content = requestsContent(tx, here, message.chat);
  return content ? { answer: content, context: REQUEST_LIST } : { answer: { text: say('requests-none') } };
}

/**
 * Whether the words come from a button, rather than from somebody's keyboard. The lists show no ids: a typed number means a row,
 * and typed words may mean an earlier list.
 */
export const isChosen = ({ message }: DistrictContext, words: string): boolean =>
  message.pressedOn !== undefined && message.text.endsWith(` ${words}`);

/** The request of that id, where it is still open, for this kecamatan, and the actor's to decide on. */
export function openRequest({ tx, actor, here }: DistrictContext, id: string): Role | undefined {
  const request = /^\d{1,15}$/.test(id) ? tx.people.request(Number(id) as RoleId) : undefined;
  return request && districtOf(request.area as VillageCode) === here.area.code && mayDecideOn(actor, request)
    ? request
    : undefined;
}

/** The answer where there is no such request any more. */
export const requestGone = ({ message }: DistrictContext): Reply =>
  message.pressedOn ? { alert: plain(say('request-gone')) } : { answer: { text: say('request-gone') } };

/** Tells the decisions, where they were asked for too, and what they released, and brings the list of open requests up to date. */
export const tellDecisions = (context: DistrictContext, decisions: readonly Decision[]): Reply => ({
  answer: { text: lines(...decisions.map(({ text }) => text)) },
  followUps: [
    ...decisions.flatMap(({ released }) => released),
    ...toldElsewhere(decisions.map(({ elsewhere }) => elsewhere)),
    ...gatherRequests(context),
  ],
});
