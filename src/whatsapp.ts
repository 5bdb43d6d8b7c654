import type { App } from './app.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { listed } from './phrases.ts';
import { createWhatsApp, type WhatsAppState } from './platform/whatsapp/whatsapp.ts';
import { nameIn } from './registration.ts';
import type { Chat } from './store/chats.ts';
import type { Store } from './store/store.ts';
import { lines, say } from './text.ts';
import type { Guarded } from './web/server.ts';
import { terminalCode, whatsappPage } from './web/whatsapp.ts';

/** Slower than people type: an account that answers faster looks like what it is. */
const PACE = { perSecond: 1, perMinuteInGroup: 12 };

/** WhatsApp as it is configured, with its page, and what its owner and the camat are told. */
export function whatsappFor(config: Config, store: Store, clock: Clock, log: Log) {
  let changed: (state: WhatsAppState) => void = () => {};
  const platform = createWhatsApp({
    keys: store.whatsapp.keys,
    sent: store.whatsapp.sent,
    webSocketUrl: config.WHATSAPP_WEB_SOCKET_URL,
    version: config.WHATSAPP_VERSION,
    phone: config.WHATSAPP_PHONE,
    pace: PACE,
    clock,
    log,
    onState: (state) => changed(state),
  });
  return {
    platform,
    page: (guarded: Guarded) => whatsappPage(platform, guarded),
    /** Shows each new code in the terminal, and tells the groups of other platforms when the session is lost. */
    watch(app: App, address: string): void {
      let shown: string | undefined;
      let lost: string | undefined;
      changed = ({ qr, lostAt }) => {
        if (qr && qr !== shown)
          void terminalCode(qr, address).then((text) => process.stdout.write(`${text}\n`));
        if (lostAt && lostAt !== lost) for (const chat of elsewhere(store)) app.post(lostNotice(store, chat));
        shown = qr;
        lost = lostAt;
      };
    },
  };
}

const elsewhere = (store: Store): readonly Chat[] =>
  store.chats.linked().filter(({ ref }) => !ref.startsWith('whatsapp:'));

function lostNotice(store: Store, chat: Chat) {
  const camats = store.people.holders(chat.district!).filter(({ kind }) => kind === 'camat');
  const text = lines(
    listed(camats.map((camat) => nameIn(store, camat, chat.ref))),
    say('whatsapp-lost-notice'),
  );
  return { to: chat.ref, thread: chat.thread ?? undefined, content: { text } };
}
