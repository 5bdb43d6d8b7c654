import { camatsOf, tellCamat } from '../camat.ts';
import { systemClock } from '../clock.ts';
import { literal, plain } from '../content.ts';
import { loadConfig } from '../environment.ts';
import { openStore } from '../store/store.ts';
import { say } from '../text.ts';
import { theDistrict } from '../the-district.ts';

// `npm run --silent cabut-camat -- <kecamatan>`: the operator's way when a camat is gone and did not hand over. The groups are told.
const district = theDistrict('cabut-camat');
const store = openStore(loadConfig().DATABASE_URL);
const now = systemClock();
const ended = store.transaction(() => {
  const offices = camatsOf(store, district.code);
  for (const office of offices) {
    store.people.decide(office.id, 'ended', now);
    store.acts.add({ at: now, by: 'server', kind: 'revoked', area: district.code, about: 'camat' });
  }
  for (const { to, content } of offices.length > 0 ? tellCamat(store, district) : [])
    store.outbox.add({ to, content, thread: store.chats.get(to)?.thread ?? undefined }, now);
  return offices.length;
});
store.close();
const key = ended > 0 ? 'cli-camat-ended' : 'cli-no-camat';
process.stdout.write(
  `${plain(say(key, { district: literal(district.name), regency: literal(district.regency) }))}\n`,
);
