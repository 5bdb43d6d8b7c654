import { createNumbers } from '../../src/adapters/whatsapp/numbers.ts';
import { createWhatsApp } from '../../src/adapters/whatsapp/whatsapp.ts';
import { systemClock } from '../../src/domain/clock.ts';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/store.ts';

// The bot's WhatsApp over several numbers, each on a server of its own, and nothing else: a process to be measured.
const urls = process.env.SERVERS!.split(',');
const store = openStore(process.env.DATABASE_URL!);
const { numbers } = store.whatsapp;
const log = createLog('error');
const urlOf = new Map(urls.map((url, i) => [numbers.add(`Nomor ${i + 1}`).id, url]));

await createNumbers({
  book: numbers,
  make: (number) =>
    createWhatsApp({
      ...store.whatsapp.of(number),
      webSocketUrl: urlOf.get(number),
      pace: 'unlimited',
      clock: systemClock,
      log,
      onState: ({ qr }) => qr && process.send!({ url: urlOf.get(number), qr }),
    }),
  pace: 'unlimited',
  log,
}).start(async () => ({}));
