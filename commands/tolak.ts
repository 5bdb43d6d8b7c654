import { defineCommand, type InDistrict, villageOf } from '../src/command.ts';
import { literal } from '../src/content.ts';
import { mayCoordinate } from '../src/permissions.ts';
import { roleName, villageLabel } from '../src/phrases.ts';
import { requestsContent } from '../src/registration.ts';
import type { Role } from '../src/store/people.ts';
import { say } from '../src/text.ts';
import { answerAll, gone, openRequest } from './setujui.ts';

/** Lists the open requests; declines one, or all. */
export const tolak = defineCommand({
  name: 'tolak',
  menu: 'group',
  needs: 'kecamatan',
  who: (actor, here) => mayCoordinate(actor, here.area.code),
  run(words, context) {
    const { store, here, message } = context;
    const requests = store.people.requests(here.area.code);
    if (words === '' || requests.length === 0) {
      const content = requestsContent(store, here, message.chat);
      return content
        ? { answer: content, context: { requests: true } }
        : { answer: { text: say('requests-none') } };
    }
    if (words === 'semua')
      return answerAll(
        context,
        requests.map((request) => decline(context, request)),
      );
    const request = openRequest(context, words);
    return request ? answerAll(context, [decline(context, request)]) : gone(context);
  },
});

function decline({ store, here, now }: InDistrict, request: Role) {
  store.people.decide(request.id, 'declined', now);
  return say('declined', {
    name: literal(request.name),
    role: roleName(request.kind),
    village: villageLabel(villageOf(here, request.area)!),
  });
}
