import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import QRCode from 'qrcode';
import type { Cap } from '../adapters/adapter.ts';
import type { WhatsApp, WhatsAppState } from '../adapters/whatsapp/whatsapp.ts';
import { localDateTime } from '../domain/dates.ts';
import type { Instant } from '../domain/ids.ts';
import { literal, type Markup, plain } from '../text/markup.ts';
import { lines, say } from '../text/say.ts';
import { limitSmallBody } from './bodies.ts';
import type { Guard } from './guard.ts';
import { layout, shown } from './layout.ts';
import { sameOrigin, securityHeaders } from './origin.ts';

/** The operator's time zone is not known; this is the capital's. */
const ZONE = 'Asia/Jakarta';
/** A QR is valid for at least 20 seconds. */
const REFRESH_SECONDS = { pairing: 5, open: 60 };

/** `/whatsapp` shows the operator the state of the connection, and the QR that links the bot's number. */
export function whatsappPage(whatsapp: Pick<WhatsApp, 'state' | 'repair' | 'counters'>, guard: Guard): Hono {
  const app = new Hono();
  for (const path of ['/whatsapp', '/whatsapp/*'])
    app.use(path, securityHeaders, guard.passwordOnly, sameOrigin, limitSmallBody);
  app.get('/whatsapp', (context) => {
    context.header('Cache-Control', 'no-store');
    return context.html(page(whatsapp.state(), whatsapp.counters?.().caps));
  });
  app.post('/whatsapp/repair', async (context) => {
    await whatsapp.repair();
    return context.html(page(whatsapp.state(), whatsapp.counters?.().caps, say('whatsapp-repaired')));
  });
  app.get('/whatsapp/qr', (context) => sendQr(context, whatsapp.state().qr));
  return app;
}

/** The current QR as a picture, or its text where the client accepts plain text. */
async function sendQr(context: Context, qr: string | undefined): Promise<Response> {
  context.header('Cache-Control', 'no-store');
  if (!qr) return context.text(`${say('whatsapp-no-code')}\n`, 404);
  if (context.req.header('accept')?.startsWith('text/plain')) return context.text(qr);
  const picture = await QRCode.toBuffer(qr, { type: 'png', scale: 8, margin: 2 });
  return context.body(new Uint8Array(picture), 200, { 'Content-Type': 'image/png' });
}

/** The QR for a terminal, under a line that says what to do with it, and the address of the page where there is one. */
export async function terminalQr(qr: string, address: string | undefined): Promise<string> {
  const drawn = await QRCode.toString(qr, { type: 'terminal', small: true });
  const what = lines(
    say('whatsapp-terminal'),
    address !== undefined && say('whatsapp-terminal-page', { address: literal(address) }),
  );
  return `${plain(what)}\n${drawn}`;
}

/** The pairing code that a person types instead of scanning the QR. */
export const terminalCode = (code: string): string => plain(say('whatsapp-code', { code: literal(code) }));

function page(state: WhatsAppState, caps: readonly Cap[] = [], done?: Markup) {
  const { phase, qr, code: typed, lostAt, restrictedUntil } = state;
  const seconds = phase === 'open' ? REFRESH_SECONDS.open : REFRESH_SECONDS.pairing;
  const picture = html`<img class="qr" src="/whatsapp/qr" alt="${shown(say('whatsapp-qr'))}" />
    <p>${shown(say('whatsapp-renewed'))}</p>`;
  const content = html`<section>
    ${lostAt && warning(say('whatsapp-lost', { at: moment(lostAt) }))}
    ${restrictedUntil && warning(say('whatsapp-restricted', { until: moment(restrictedUntil) }))}
    ${caps.some(isReached) && warning(say('whatsapp-cap-reached'))}
    <p role="status">${shown(whatsappStatus(state))}</p>
    ${caps.map((cap) => html`<p>${shown(say(`whatsapp-cap-${cap.of}`, { cap: cap.cap, left: cap.left }))}</p>`)}
    ${done ? html`<p>${shown(done)}</p>` : phase === 'open' && repair} ${qr && picture} ${typed && html`<p>${shown(say('whatsapp-code', { code: literal(typed) }))}</p>`}
    <p><a href="/">${shown(say('operator-title'))}</a></p>
  </section>`;
  return layout(say('whatsapp-title'), content, { seconds, url: '/whatsapp' });
}

/** The state of the connection in a sentence. */
export const whatsappStatus = ({ phase, until }: WhatsAppState): Markup =>
  phase === 'suspended'
    ? say('whatsapp-suspended', { until: until ? moment(until) : literal('') })
    : say(`whatsapp-${phase}`);
const isReached = ({ of, left }: Cap): boolean => of === 'groups' && left === 0;

const repair = html`<form method="post" action="/whatsapp/repair">
  <p>${shown(say('whatsapp-unreadable'))}</p>
  <button>${shown(say('whatsapp-repair'))}</button>
</form>`;

const moment = (at: Instant): Markup => literal(localDateTime(at, ZONE));
const warning = (text: Markup) => html`<p class="warning">${shown(text)}</p>`;
