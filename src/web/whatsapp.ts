import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Cap } from '../adapters/adapter.ts';
import type { Numbers, NumberView } from '../adapters/whatsapp/numbers.ts';
import type { WhatsAppState } from '../adapters/whatsapp/whatsapp.ts';
import { CAPITAL_ZONE } from '../domain/areas.ts';
import { localDateTime } from '../domain/dates.ts';
import type { Instant } from '../domain/ids.ts';
import { root } from '../paths.ts';
import { literal, type Markup, plain } from '../text/markup.ts';
import { lines, say } from '../text/say.ts';
import { ASK, type Asset, sendAsset } from './assets.ts';
import { limitForm, readForm } from './bodies.ts';
import type { Guard } from './guard.ts';
import { type Html, layout, reloadAfter, shown } from './layout.ts';
import { sameOrigin, securityHeaders } from './origin.ts';

/** Loaded with the first QR that is shown: a number that is linked shows none. */
const qrCode = async () => (await import('qrcode')).default;

/** A QR is valid for at least 20 seconds. */
const REFRESH_SECONDS = { pairing: 5, open: 60 };

const RENEWAL: Asset = {
  path: `${root}dist/page/whatsapp.js`,
  type: 'text/javascript; charset=utf-8',
  cache: ASK,
};

/** `/whatsapp` shows the operator the state of each number, and the QR that links it. */
export function whatsappPage({ all }: Pick<Numbers, 'all'>, guard: Guard): Hono {
  const app = new Hono();
  const named = (id: string | undefined): NumberView | undefined =>
    all().find((number) => `${number.id}` === id);
  for (const path of ['/whatsapp', '/whatsapp/*'])
    app.use(path, securityHeaders, guard.passwordOnly, sameOrigin, limitForm);
  app.get('/whatsapp', (context) => {
    context.header('Cache-Control', 'no-store');
    return context.html(page(all()));
  });
  app.post('/whatsapp/repair', async (context) => {
    const { nomor } = await readForm(context);
    const number = nomor === undefined ? all()[0] : named(nomor);
    await number?.repair();
    return context.html(page(all(), number?.id), number ? 200 : 404);
  });
  // Without a number: of the first that has one.
  app.get('/whatsapp/qr', (context) => {
    const id = context.req.query('nomor');
    const number = id === undefined ? all().find(({ state }) => state?.qr) : named(id);
    return sendQr(context, number?.state?.qr);
  });
  app.get('/whatsapp/renew.js', (context) => sendAsset(context, RENEWAL));
  return app;
}

/** The current QR as a picture, or its text where the client accepts plain text. */
async function sendQr(context: Context, qr: string | undefined): Promise<Response> {
  context.header('Cache-Control', 'no-store');
  if (!qr) return context.text(`${say('whatsapp-no-code')}\n`, 404);
  if (context.req.header('accept')?.startsWith('text/plain')) return context.text(qr);
  const picture = await (await qrCode()).toBuffer(qr, { type: 'png', scale: 8, margin: 2 });
  return context.body(new Uint8Array(picture), 200, { 'Content-Type': 'image/png' });
}

/** The QR for a terminal, under a line that says what to do with it, and the address of the page where there is one. `name`: the number's. */
export async function terminalQr(qr: string, address: string | undefined, name?: string): Promise<string> {
  const drawn = await (await qrCode()).toString(qr, { type: 'terminal', small: true });
  const what = lines(
    name !== undefined && say('whatsapp-number', { name: literal(name) }),
    say('whatsapp-terminal'),
    address !== undefined && say('whatsapp-terminal-page', { address: literal(address) }),
  );
  return `${plain(what)}\n${drawn}`;
}

/** The same without the QR, for an output that others may read. */
export const whereQrIs = (address: string | undefined, name?: string): Markup =>
  lines(
    name !== undefined && say('whatsapp-number', { name: literal(name) }),
    address === undefined ? say('whatsapp-page-unset') : say('whatsapp-page', { address: literal(address) }),
  );

/** The pairing code that a person types instead of scanning the QR. */
export const terminalCode = (code: string): string => plain(say('whatsapp-code', { code: literal(code) }));

/** `repaired`: the number whose keys have just been sent again. */
function page(numbers: readonly NumberView[], repaired?: number): Html {
  const isPairing = numbers.some(({ state }) => state && state.phase !== 'open');
  const seconds = isPairing ? REFRESH_SECONDS.pairing : REFRESH_SECONDS.open;
  const content = html`${numbers.map((each) => numberPart(each, numbers.length > 1, each.id === repaired))}
    <p><a href="/">${shown(say('operator-title'))}</a></p>`;
  const head = html`${renewal('/whatsapp', 'main', seconds)}
    <noscript>${reloadAfter(seconds, '/whatsapp')}</noscript>`;
  return layout(say('whatsapp-title'), content, head);
}

/** Has the parts of a page that the selector names show what has changed. */
const renewal = (page: string, parts: string, seconds: number): Html =>
  html`<script src="/whatsapp/renew.js" data-page="${page}" data-parts="${parts}" data-seconds="${seconds}" defer></script>`;

/** The same for another page that shows a QR. */
export const qrRenewal = (page: string, parts: string): Html => renewal(page, parts, REFRESH_SECONDS.pairing);

function numberPart(
  { id, name, state, caps, retryRequests }: NumberView,
  isNamed: boolean,
  isRepaired: boolean,
): Html {
  const heading = isNamed && html`<h2>${shown(say('whatsapp-number', { name: literal(name) }))}</h2>`;
  if (!state) return html`<section>${heading}<p role="status">${shown(say('whatsapp-paused'))}</p></section>`;
  const { phase, qr, code: typed, lostAt, restrictedUntil } = state;
  const picture =
    qr &&
    html`${qrPicture(qrAddress(id, qr))}
    <p>${shown(say('whatsapp-renewed'))}</p>`;
  return html`<section>
    ${heading} ${lostAt && warning(say('whatsapp-lost', { at: moment(lostAt) }))}
    ${restrictedUntil && warning(say('whatsapp-restricted', { until: moment(restrictedUntil) }))}
    ${caps.some(isReached) && warning(say('whatsapp-cap-reached'))}
    <p role="status">${shown(whatsappStatus(state))}</p>
    ${caps.map((cap) => html`<p>${shown(say(`whatsapp-cap-${cap.of}`, { cap: cap.cap, left: cap.left }))}</p>`)}
    ${isRepaired ? html`<p>${shown(say('whatsapp-repaired'))}</p>` : phase === 'open' && repair(id, retryRequests)} ${picture} ${typed && html`<p>${shown(say('whatsapp-code', { code: literal(typed) }))}</p>`}
  </section>`;
}

/** The address of the picture of a number's QR. It names the code, which is a secret, by a hash: a new code is a new picture. */
export const qrAddress = (id: number, qr: string): string =>
  `/whatsapp/qr?nomor=${id}&kode=${createHash('sha256').update(qr).digest('hex').slice(0, 8)}`;

export const qrPicture = (address: string): Html =>
  html`<img class="qr" src="${address}" alt="${shown(say('whatsapp-qr'))}" />`;

/** The state of the connection in a sentence. */
export const whatsappStatus = ({ phase, until }: WhatsAppState): Markup =>
  phase === 'suspended'
    ? say('whatsapp-suspended', { until: until ? moment(until) : literal('') })
    : say(`whatsapp-${phase}`);
const isReached = ({ of, left }: Cap): boolean => of === 'groups' && left === 0;

const repair = (id: number, retryRequests: number) => html`<form method="post" action="/whatsapp/repair">
  <input type="hidden" name="nomor" value="${id}" />
  ${retryRequests > 0 && html`<p>${shown(say('whatsapp-retries', { count: retryRequests }))}</p>`}
  <p>${shown(say('whatsapp-unreadable'))}</p>
  <button>${shown(say('whatsapp-repair'))}</button>
</form>`;

const moment = (at: Instant): Markup => literal(localDateTime(at, CAPITAL_ZONE));
const warning = (text: Markup) => html`<p class="warning">${shown(text)}</p>`;
