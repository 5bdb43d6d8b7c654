import { createNumbers } from '../adapters/whatsapp/numbers.ts';
import { withPauses } from '../adapters/whatsapp/options.ts';
import { createWhatsApp, type WhatsAppState } from '../adapters/whatsapp/whatsapp.ts';
import { timeZone } from '../domain/areas.ts';
import type { Clock } from '../domain/clock.ts';
import { localDateTime } from '../domain/dates.ts';
import { type ChatRef, type Instant, platformOf } from '../domain/ids.ts';
import { leadersOf } from '../features/members/leaders.ts';
import { knownIn, nameIn } from '../features/members/mentions.ts';
import type { Log } from '../log.ts';
import type { Chat, LinkedChat } from '../store/chats.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import { literal, plain } from '../text/markup.ts';
import { listed } from '../text/phrases.ts';
import { lines, say } from '../text/say.ts';
import type { Guard } from '../web/guard.ts';
import { terminalCode, terminalQr, whatsappPage, whereQrIs } from '../web/whatsapp.ts';
import type { App } from './app.ts';
import type { Config } from './config.ts';

/** The process's own output. */
type Output = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

export type WhatsAppPart = ReturnType<typeof whatsappFor>;

/** WhatsApp as it is configured, over all its numbers, with its page, and what its owner and the camat are told. */
export function whatsappFor(config: Config, store: Store, clock: Clock, log: Log) {
  const book = store.whatsapp.numbers;
  const pace = withPauses(config.WHATSAPP_RATE);
  if (book.list().length === 0) book.add(plain(say('number-first')));
  let changed: (number: number, state: WhatsAppState) => void = () => {};
  const platform = createNumbers({
    book,
    make: (number, told) =>
      createWhatsApp({
        ...store.whatsapp.of(number),
        webSocketUrl: config.WHATSAPP_WEB_SOCKET_URL,
        version: config.WHATSAPP_VERSION,
        // It is one number's: the others are linked by their QR.
        phone: book.list()[0]?.id === number ? config.WHATSAPP_PHONE : undefined,
        pace,
        clock,
        log: log.child({ number }),
        ...told,
        onState(state) {
          told.onState(state);
          changed(number, state);
        },
      }),
    pace,
    log,
  });
  return {
    platform,
    page: (guard: Guard) => whatsappPage(platform, guard),
    /**
     * Shows each new code in the terminal, and tells the groups of other platforms when a number is lost. `address`: the page's. Where
     * the output is kept, as by systemd, it names the page instead of a QR, with which any reader could link the bot.
     */
    watch(app: App, address: string | undefined, output: Output): void {
      const shown = new Map<number, Pick<WhatsAppState, 'qr' | 'code'>>();
      const print = (text: string): unknown => output.write(`${text}\n`);
      const told = new Map<number, Loss>();
      changed = (number, state) => {
        const { phase, qr, code } = state;
        const name = several() ? book.list().find(({ id }) => id === number)?.name : undefined;
        const before = shown.get(number);
        if (qr && qr !== before?.qr && output.isTTY) void terminalQr(qr, address, name).then(print);
        if (qr && !before?.qr && !output.isTTY) print(plain(whereQrIs(address, name)));
        if (code && code !== before?.code) print(terminalCode(code));
        shown.set(number, state);
        const loss = lossOf(state);
        if (phase === 'open') told.delete(number);
        else if (loss && loss !== told.get(number) && tell(app, number, loss, state)) told.set(number, loss);
      };
    },
  };

  function several(): boolean {
    return book.list().length > 1;
  }

  /** False where the store could not take it. */
  function tell(app: App, number: number, loss: Loss, { until }: WhatsAppState): boolean {
    try {
      const serves = several() ? (chat: ChatRef) => book.serving(chat) === number : undefined;
      const notices = store.read((tx) => elsewhere(tx, serves).map((chat) => notice(tx, chat, loss, until)));
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

/** The groups on other platforms: those of the areas that the lost number serves a group of, or all where `serves` is missing. */
function elsewhere(tx: Tx, serves: ((chat: ChatRef) => boolean) | undefined): readonly Chat[] {
  const linked = tx.chats.linked();
  const [here, others] = [linked.filter(isOnWhatsApp), linked.filter((chat) => !isOnWhatsApp(chat))];
  const areas = new Set(here.filter(({ ref }) => serves?.(ref)).map(({ area }) => area));
  return others.filter(({ area }) => !serves || areas.has(area)).map(({ ref }) => tx.chats.get(ref)!);
}

const isOnWhatsApp = ({ ref }: LinkedChat): boolean => platformOf(ref) === 'whatsapp';

function notice(tx: Tx, chat: Chat, loss: Loss, until: Instant | undefined) {
  // Holders in the area itself: names of people below it are not told above.
  const names = knownIn(tx, leadersOf(tx, chat.area!), chat.ref).map((role) => nameIn(tx, role, chat.ref));
  const what =
    loss === 'suspended' && until
      ? say('whatsapp-suspended-notice', { until: literal(localDateTime(until, timeZone(chat.area!))) })
      : say(`whatsapp-${loss as Exclude<Loss, 'suspended'>}-notice`);
  return { to: chat.ref, thread: chat.thread ?? undefined, content: { text: lines(listed(names), what) } };
}
