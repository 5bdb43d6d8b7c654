import { systemClock } from '../clock.ts';
import { literal, plain } from '../content.ts';
import { loadConfig } from '../environment.ts';
import { openStore } from '../store/store.ts';
import { say } from '../text.ts';
import { theDistrict } from '../the-district.ts';

// `npm run --silent cabut-camat -- <kecamatan>`: the operator's way when a camat is gone and did not hand over.
const district = theDistrict('cabut-camat');
const store = openStore(loadConfig().DATABASE_URL);
const ended = store.transaction(() => {
  const offices = store.people.holders(district.code).filter((role) => role.kind === 'camat');
  for (const office of offices) store.people.decide(office.id, 'ended', systemClock());
  return offices.length;
});
store.close();
const key = ended > 0 ? 'cli-camat-ended' : 'cli-no-camat';
process.stdout.write(
  `${plain(say(key, { district: literal(district.name), regency: literal(district.regency) }))}\n`,
);
