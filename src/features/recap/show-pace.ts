import type { Reply } from '../../bot/command.ts';
import type { MessageContext } from '../../bot/context.ts';
import { type DistrictScope, isDistrictScope, type UpperScope } from '../../domain/district.ts';
import { sizeOf } from '../../domain/upper-areas.ts';
import { plain } from '../../text/markup.ts';
import { areaName, cooperatives, kecamatan } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import { paceText } from './pace-message.ts';
import { type Paced, paceOf } from './pace-snapshot.ts';

/**
 * How fast an area progresses, as a picture with its words. It tells of weeks by itself, up to the present. `isMore`: it was asked for
 * in another form too.
 */
export function showPace(
  { tx, now }: MessageContext,
  scope: DistrictScope | UpperScope,
  isMore: boolean,
): Reply {
  const pace = paceOf(tx, pacedOf(scope), now);
  const cooperative = isDistrictScope(scope) ? cooperatives(scope.area) : say('cooperative-mixed');
  const text = lines(paceText(pace, cooperative), isMore && say('pace-picture-only'));
  return { answer: pace.weeks === 0 ? { text } : { text, file: { as: 'png', pace, instead: text } } };
}

function pacedOf(scope: DistrictScope | UpperScope): Paced {
  const common = { code: scope.area.code, timeZone: scope.timeZone, deadline: scope.opened.deadline };
  return isDistrictScope(scope)
    ? { ...common, name: plain(kecamatan(scope.area)), villages: scope.area.villages.length, parts: [] }
    : {
        ...common,
        name: plain(areaName(scope.area)),
        villages: sizeOf(scope.area).villages,
        parts: scope.area.parts,
      };
}
