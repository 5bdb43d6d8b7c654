import { createWhatsApp, type WhatsAppState } from '../adapters/whatsapp/whatsapp.ts';
import { timeZone } from '../domain/areas.ts';
import type { Clock } from '../domain/clock.ts';
import { localDateTime } from '../domain/dates.ts';
import type { Instant } from '../domain/ids.ts';
import { leadersOf } from '../features/members/leaders.ts';
import { knownIn, nameIn } from '../features/members/mentions.ts';
import type { Log } from '../log.ts';
import type { Chat } from '../store/chats.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import { literal } from '../text/markup.ts';
import { listed } from '../text/phrases.ts';
import { lines, say } from '../text/say.ts';
import type { Guard } from '../web/guard.ts';
import { terminalCode, terminalQr, whatsappPage } from '../web/whatsapp.ts';
import type { App } from './app.ts';
import type { Config } from './config.ts';

export type WhatsAppPart = ReturnType<typeof whatsappFor>;

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
    page: (guard: Guard) => whatsappPage(platform, guard),
    /** Shows each new code in the terminal, and tells the groups of other platforms when the account is lost. */
    watch(app: App, address: string | undefined): void {
      let shown: { qr?: string | undefined; code?: string | undefined } = {};
      let told: Loss | undefined;
      changed = (state) => {
        const { phase, qr, code } = state;
        if (qr && qr !== shown.qr) void terminalQr(qr, address).then(print);
        if (code && code !== shown.code) print(terminalCode(code));
        shown = { qr, code };
        const loss = lossOf(state);
        if (phase === 'open') told = undefined;
        else if (loss && loss !== told && tell(app, loss, state)) told = loss;
      };
    },
  };

  /** False where the store could not take it. */
  function tell(app: App, loss: Loss, { until }: WhatsAppState): boolean {
    try {
      const notices = store.read((tx) => elsewhere(tx).map((chat) => notice(tx, chat, loss, until)));
      for (const each of notices) app.post(each);
      return true;
    } catch (error) {
      log.error({ err: error }, 'groups could not be told of the loss of WhatsApp');
      return false;
    }
  }
}

/** What the camat is told of: the phone ended the session, or WhatsApp does not let the account in. */
type Loss = 'lost' | 'locked' | 'banned' | 'rejected' | 'suspended';
const REFUSED: ReadonlySet<string> = new Set<Loss>(['locked', 'banned', 'rejected', 'suspended']);

function lossOf({ phase, lostAt }: WhatsAppState): Loss | undefined {
  if (REFUSED.has(phase)) return phase as Loss;
  return lostAt && 'lost';
}

const print = (text: string): unknown => process.stdout.write(`${text}\n`);

const elsewhere = (tx: Tx): readonly Chat[] =>
  tx.chats
    .linked()
    .filter(({ ref }) => !ref.startsWith('whatsapp:'))
    .map(({ ref }) => tx.chats.get(ref)!);

function notice(tx: Tx, chat: Chat, loss: Loss, until: Instant | undefined) {
  // Holders in the area itself: names of people below it are not told above.
  const names = knownIn(tx, leadersOf(tx, chat.district!), chat.ref).map((role) =>
    nameIn(tx, role, chat.ref),
  );
  const what =
    loss === 'suspended' && until
      ? say('whatsapp-suspended-notice', { until: literal(localDateTime(until, timeZone(chat.district!))) })
      : say(`whatsapp-${loss as Exclude<Loss, 'suspended'>}-notice`);
  return { to: chat.ref, thread: chat.thread ?? undefined, content: { text: lines(listed(names), what) } };
}
