import type { App } from './app.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Markup } from './content.ts';
import type { Log } from './log.ts';
import { listed } from './phrases.ts';
import { createWhatsApp, type WhatsAppState } from './platform/whatsapp/whatsapp.ts';
import { knownIn, nameIn } from './registration.ts';
import type { Chat } from './store/chats.ts';
import type { Store } from './store/store.ts';
import { lines, say } from './text.ts';
import type { Guarded } from './web/server.ts';
import { terminalCode, terminalQr, whatsappPage } from './web/whatsapp.ts';

/** WhatsApp as it is configured, with its page, and what its owner and the camat are told. */
export function whatsappFor(config: Config, store: Store, clock: Clock, log: Log) {
  let changed: (state: WhatsAppState) => void = () => {};
  const platform = createWhatsApp({
    keys: store.whatsapp.keys,
    sent: store.whatsapp.sent,
    secrets: store.whatsapp.secrets,
    webSocketUrl: config.WHATSAPP_WEB_SOCKET_URL,
    version: config.WHATSAPP_VERSION,
    phone: config.WHATSAPP_PHONE,
    pace: config.WHATSAPP_RATE,
    ...(config.WHATSAPP_RATE === 'unlimited' && { limits: { pauseMs: [0, 0] } }),
    clock,
    log,
    onState: (state) => changed(state),
  });
  return {
    platform,
    page: (guarded: Guarded) => whatsappPage(platform, guarded),
    /** Shows each new code in the terminal, and tells the groups of other platforms when the account is lost. */
    watch(app: App, address: string): void {
      let shown: { qr?: string | undefined; code?: string | undefined } = {};
      let told: string | undefined;
      changed = ({ phase, qr, code, lostAt }) => {
        if (qr && qr !== shown.qr) void terminalQr(qr, address).then(print);
        if (code && code !== shown.code) print(terminalCode(code));
        shown = { qr, code };
        const loss = phase === 'banned' ? 'banned' : lostAt;
        if (!loss || loss === told || tell(app, loss)) told = loss;
      };
    },
  };

  /** False where the store could not take it. */
  function tell(app: App, loss: string): boolean {
    const text = say(loss === 'banned' ? 'whatsapp-banned-notice' : 'whatsapp-lost-notice');
    try {
      for (const chat of elsewhere(store)) app.post(notice(store, chat, text));
      return true;
    } catch (error) {
      log.error({ err: error }, 'the loss of WhatsApp could not be told');
      return false;
    }
  }
}

const print = (text: string): unknown => process.stdout.write(`${text}\n`);

const elsewhere = (store: Store): readonly Chat[] =>
  store.chats.linked().filter(({ ref }) => !ref.startsWith('whatsapp:'));

function notice(store: Store, chat: Chat, what: Markup) {
  const camats = store.people.holders(chat.district!).filter(({ kind }) => kind === 'camat');
  const names = knownIn(store, camats, chat.ref).map((camat) => nameIn(store, camat, chat.ref));
  return { to: chat.ref, thread: chat.thread ?? undefined, content: { text: lines(listed(names), what) } };
}
