import { BYGONE_RULES } from './rules/bygone.ts';
import { COURTESY_RULES } from './rules/courtesies.ts';
import { DENIAL_RULES } from './rules/denials.ts';
import { HOUR_RULES } from './rules/hours.ts';
import { MARK_RULES } from './rules/marks.ts';
import { OF_THING_RULES } from './rules/of-things.ts';
import { OWNER_RULES } from './rules/owners.ts';
import { PARTICLE_RULES } from './rules/particles.ts';
import { PLACE_RULES } from './rules/places.ts';
import { type NamedRule, SIGHT } from './rules/rule.ts';
import { SHARE_RULES } from './rules/shares.ts';
import { THING_RULES } from './rules/things.ts';
import { TOPIC_RULES } from './rules/topics.ts';
import { WORK_RULES } from './rules/works.ts';
import type { Rule, Tag, TagKind } from './tags.ts';

/** All rules. Of those that look at the same tag the first that says something holds. */
export const RULES: readonly NamedRule[] = [
  ...COURTESY_RULES,
  ...OWNER_RULES,
  ...PLACE_RULES,
  ...OF_THING_RULES,
  ...THING_RULES,
  ...TOPIC_RULES,
  ...WORK_RULES,
  ...SHARE_RULES,
  ...DENIAL_RULES,
  ...PARTICLE_RULES,
  ...BYGONE_RULES,
  ...HOUR_RULES,
  ...MARK_RULES,
];

const rulesOn = new Map<TagKind, Rule[]>();
for (const { on, apply } of RULES)
  for (const kind of on) rulesOn.set(kind, [...(rulesOn.get(kind) ?? []), apply]);

/** Settles the words whose meaning hangs on their neighbours, from left to right. */
export const disambiguate = (tags: readonly Tag[]): Tag[] => {
  const read: Tag[] = [];
  for (const [at, tag] of tags.entries()) {
    // A unit's number is what it is wherever it stands.
    const rules = tag.numbered ? undefined : rulesOn.get(tag.is);
    const neighbours = rules && { before: read.slice(-SIGHT), after: tags.slice(at + 1, at + 1 + SIGHT) };
    let is: TagKind | undefined;
    for (const rule of rules ?? []) is ??= rule(tag, neighbours!);
    read.push(is ? { ...tag, is } : tag);
  }
  return read;
};
