import { area } from '../src/area.ts';
import { camatsOf, tellCamat } from '../src/camat.ts';
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
  yes: { words: /^ya$/i, typed: true },
  run(words, context) {
    const { store, actor } = context;
    if (!actor.account) return { answer: { text: say('forget-unknown') } };
    const office = onlyCamatOf(context);
    const found = office && area(office);
    if (found) return { answer: { text: say('forget-camat', { district: kecamatan(found) }) } };
    if (words.toLowerCase() !== 'ya') {
      const choices = [
        { label: plain(say('yes-forget')), command: '/lupakan_saya ya' },
        { label: plain(say('no')), command: '/tetap' },
      ];
      return { answer: { text: say('forget-ask'), choices }, asks: true };
    }
    const known = actor.person === undefined ? [] : store.people.refs(actor.person);
    const offices = officesOf(context).flatMap((code) => area(code) ?? []);
    store.retention.forget(actor.person, [...new Set([...known, ...actor.account.refs])]);
    return {
      answer: { text: say('forgotten') },
      edits: true,
      also: offices.flatMap((each) => tellCamat(store, each)),
    };
  },
});

/** The kecamatan whose camat somebody is. */
const officesOf = ({ actor }: Context): readonly DistrictCode[] =>
  actor.roles.filter((role) => role.kind === 'camat').map((role) => role.area as DistrictCode);

const onlyCamatOf = (context: Context): DistrictCode | undefined =>
  officesOf(context).find((code) =>
    camatsOf(context.store, code).every((role) => role.person === context.actor.person),
  );
