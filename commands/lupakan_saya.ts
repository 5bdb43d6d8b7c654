import { defineCommand } from '../src/bot/command.ts';
import type { MessageContext } from '../src/bot/context.ts';
import { yesOrNo } from '../src/bot/yes-or-no.ts';
import { area } from '../src/domain/areas.ts';
import type { AreaCode, DistrictCode } from '../src/domain/ids.ts';
import { isUpper } from '../src/domain/roles.ts';
import { camatsOf, tellCamat } from '../src/features/members/camat.ts';
import { tellVacant } from '../src/features/members/told-above.ts';
import { kecamatan } from '../src/text/phrases.ts';
import { say } from '../src/text/say.ts';

/** Deletes what is kept of a person, after a yes; the ledger keeps village, unit, status, time and role. */
export const lupakanSaya = defineCommand({
  name: 'lupakan_saya',
  aliases: ['lupakan', 'hapus_saya'],
  menu: 'private',
  offered: () => true,
  keeps: true,
  always: 'known',
  requires: 'nothing',
  yes: { words: /^ya$/i, typed: true },
  run(words, context) {
    const { tx, actor } = context;
    if (!actor.account) return { answer: { text: say('forget-unknown') } };
    const office = onlyCamatOf(context);
    const found = office && area(office);
    if (found)
      return {
        answer: {
          text: isElsewhere(context, found.code)
            ? say('forget-privately')
            : say('forget-camat', { district: kecamatan(found) }),
        },
      };
    if (words.toLowerCase() !== 'ya') {
      const choices = yesOrNo(say('yes-forget'), '/lupakan_saya ya');
      return { answer: { text: say('forget-ask'), choices }, senderOnly: true };
    }
    const known = actor.person === undefined ? [] : tx.people.refs(actor.person);
    const offices = officesOf(context).flatMap((code) => area(code) ?? []);
    const led = new Set(actor.roles.filter(({ kind }) => isUpper(kind)).map((role) => role.area as AreaCode));
    tx.erasure.forget(actor.person, [...new Set([...known, ...actor.account.refs])]);
    return {
      answer: { text: say('forgotten') },
      edits: true,
      followUps: [
        ...offices.flatMap((each) => tellCamat(tx, each)),
        ...[...led].flatMap((code) => tellVacant(tx, code)),
      ],
    };
  },
});

/** Whether a group is one of another area: what somebody holds elsewhere is not said there. */
const isElsewhere = ({ message, chat }: MessageContext, office: DistrictCode): boolean =>
  message.chatKind === 'group' && chat?.area !== office;

/** The kecamatan whose camat somebody is. */
const officesOf = ({ actor }: MessageContext): readonly DistrictCode[] =>
  actor.roles.filter((role) => role.kind === 'camat').map((role) => role.area as DistrictCode);

/** The kecamatan in whose groups nobody could approve and appoint any more. */
const onlyCamatOf = (context: MessageContext): DistrictCode | undefined =>
  officesOf(context).find(
    (code) =>
      context.tx.chats.groupsOf(code).length > 0 &&
      camatsOf(context.tx, code).every((role) => role.person === context.actor.person),
  );
