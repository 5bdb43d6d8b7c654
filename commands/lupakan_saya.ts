import { area } from '../src/area.ts';
import { type Context, defineCommand } from '../src/command.ts';
import { plain } from '../src/content.ts';
import type { DistrictCode } from '../src/ids.ts';
import { kecamatan } from '../src/phrases.ts';
import { say } from '../src/text.ts';

/** Deletes what is kept of a person, after a yes; the ledger keeps village, unit, status, time and role. */
export const lupakanSaya = defineCommand({
  name: 'lupakan_saya',
  menu: 'private',
  needs: 'nothing',
  run(words, context) {
    const { store, actor, message, prompt } = context;
    if (!actor.account) return { answer: { text: say('forget-unknown') } };
    const office = onlyCamatOf(context);
    const found = office && area(office);
    if (found) return { answer: { text: say('forget-camat', { district: kecamatan(found) }) } };
    // The question to somebody who is forgotten is forgotten too: its button asks whoever else presses it.
    const asked = !message.pressedOn || prompt !== undefined;
    if (words.toLowerCase() !== 'ya' || !asked) {
      const choices = [
        { label: plain(say('yes-forget')), command: '/lupakan_saya ya' },
        { label: plain(say('no')), command: '/tetap' },
      ];
      return { answer: { text: say('forget-ask'), choices }, asks: true };
    }
    const known = actor.person === undefined ? [] : store.people.refs(actor.person);
    store.retention.forget(actor.person, [...new Set([...known, ...actor.account.refs])]);
    return { answer: { text: say('forgotten') }, edits: true };
  },
});

const onlyCamatOf = ({ store, actor }: Context): DistrictCode | undefined =>
  actor.roles
    .filter((role) => role.kind === 'camat')
    .map((role) => role.area as DistrictCode)
    .find((code) =>
      store.people.holders(code).every((role) => role.kind !== 'camat' || role.person === actor.person),
    );
