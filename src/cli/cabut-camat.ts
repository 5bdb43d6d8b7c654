import { loadConfig } from '../app/config.ts';
import { systemClock } from '../domain/clock.ts';
import { camatsOf, tellCamat } from '../features/members/camat.ts';
import { openStore } from '../store/store.ts';
import { literal, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { resolveDistrictArgument } from './shared/district-argument.ts';

// `npm run --silent cabut-camat -- <kecamatan>` ends the role of a camat who left without handing over, and tells the groups.
const district = resolveDistrictArgument('cabut-camat');
const store = openStore(loadConfig().DATABASE_URL);
const now = systemClock();
const ended = store.transaction((tx) => {
  const offices = camatsOf(tx, district.code);
  for (const office of offices) {
    tx.people.decide(office.id, 'ended', now);
    tx.acts.add({ at: now, by: 'server', kind: 'revoked', area: district.code, about: 'camat' });
  }
  for (const { to, content } of offices.length > 0 ? tellCamat(tx, district) : [])
    tx.outbox.add({ to, content, thread: tx.chats.get(to)?.thread ?? undefined }, now);
  return offices.length;
});
store.close();
const key = ended > 0 ? 'cli-camat-ended' : 'cli-no-camat';
process.stdout.write(
  `${plain(say(key, { district: literal(district.name), regency: literal(district.regency) }))}\n`,
);
