import type { Context, Hono } from 'hono';
import type { Cap } from '../adapters/adapter.ts';
import type { AreaCode, Instant, OutboxId } from '../domain/ids.ts';
import { isArea } from '../domain/upper-areas.ts';
import type { LinkedGroup } from '../store/linked-groups.ts';
import type { Unsent } from '../store/undelivered.ts';
import type { Markup } from '../text/markup.ts';
import { operatorAssets } from './assets.ts';
import { limitForm, readForm } from './bodies.ts';
import type { Guard } from './guard.ts';
import { operatorHtml } from './operator-page.ts';
import { sameOrigin, securityHeaders } from './origin.ts';
import { refuseUsed } from './setup.ts';

/** What the operator looks at: groups of one area, or page by page of all; and areas whose name was searched for. */
export interface Wish {
  readonly area: AreaCode | undefined;
  /** From 1. */
  readonly page: number;
  readonly search: string;
}

export interface OperatorView {
  /** What is well and what is not, each in a sentence. */
  readonly states: readonly State[];
  /** Undefined while the database cannot be read. */
  readonly remembered: Remembered | undefined;
  readonly backups: Backups | undefined;
  readonly version: string;
  readonly schema: number;
  readonly node: string;
  readonly since: Instant;
}

export interface State {
  readonly ok: boolean;
  readonly said: Markup;
  readonly caps?: readonly Cap[];
  /** The page that has more of it. */
  readonly page?: string;
  /** The address of the picture of a QR that links a WhatsApp number. */
  readonly qr?: string;
}

export interface Remembered {
  readonly counts: Readonly<Record<'queued' | 'sending' | 'failed' | 'doubtful', number>>;
  readonly unsent: readonly Unsent[];
  readonly groups: {
    readonly count: number;
    readonly pages: number;
    /** The area that they are limited to. */
    readonly areaName: string | undefined;
    readonly rows: readonly GroupRow[];
  };
  /** Undefined where nothing was searched for. */
  readonly found: readonly FoundArea[] | undefined;
  /** What can be invited while no WhatsApp number is linked; undefined where one is, or WhatsApp is off. */
  readonly withoutNumber: 'telegram-only' | 'none' | undefined;
  readonly acts: readonly Markup[];
}

export interface GroupRow extends LinkedGroup {
  readonly areaName: string;
  /** Who leads the area: "Ibu Ani (camat)". */
  readonly leaders: readonly string[];
  readonly timeZone: string;
}

export interface FoundArea {
  readonly code: AreaCode;
  readonly name: string;
  /** A kecamatan that has its camat needs no invitation. */
  readonly isHeld: boolean;
  /** The roles above the kecamatan that an invitation may give. */
  readonly roles: readonly { readonly kind: string; readonly name: Markup }[];
  /** What its parts are called, where it has parts to invite. */
  readonly parts: Markup | undefined;
}

export interface Backups {
  readonly folder: string;
  /** The newest ones, in words. */
  readonly copies: readonly string[];
}

/** What was done, or why nothing was. */
const DONE = [
  'resent',
  'tried',
  'dropped',
  'other-area',
  'no-message',
  'all-invited',
  'no-area',
  'no-number',
] as const;
export type Done = (typeof DONE)[number];

export interface Operator {
  view(wish: Wish): Promise<OperatorView>;
  resend(id: OutboxId): Done;
  drop(id: OutboxId): Done;
  /** A PDF of invitations: to an area, for that role above the kecamatan, or to each part of it that nobody leads yet. */
  invite(area: AreaCode, whom: { readonly role: string } | 'parts'): Promise<Uint8Array | Done>;
}

/** `/` shows the operator how the bot fares: messages that did not arrive are sent again or dropped here, and areas invited. */
export function operatorPage(operator: Operator, guard: Guard): Hono {
  const app = operatorAssets();
  for (const path of ['/', '/pesan/*', '/undangan'])
    app.use(path, securityHeaders, guard.passwordOnly, sameOrigin, limitForm);

  app.get('/', async (context) => {
    context.header('Cache-Control', 'no-store');
    const wish = wishOf(context);
    const done = DONE.find((each) => each === context.req.query('selesai'));
    return context.html(operatorHtml(await operator.view(wish), wish, done));
  });
  // The page of the first start, which was used.
  app.get('/siapkan/*', (context) => context.redirect('/', 303));
  app.post('/siapkan/*', securityHeaders, refuseUsed);
  const back = (context: Context, done: Done) => context.redirect(`/?selesai=${done}`, 303);
  app.post('/pesan/:id/kirim', (context) => back(context, operator.resend(idOf(context))));
  app.post('/pesan/:id/buang', (context) => back(context, operator.drop(idOf(context))));
  app.post('/undangan', async (context) => {
    const { wilayah, peran: role = '', untuk } = await readForm(context);
    const area = areaOf(wilayah);
    if (!area) return back(context, 'no-area');
    const made = await operator.invite(area, untuk === 'bagian' ? 'parts' : { role });
    if (typeof made === 'string') return back(context, made);
    return context.body(new Uint8Array(made), 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="undangan-${area}.pdf"`,
      'Cache-Control': 'no-store',
    });
  });
  return app;
}

const wishOf = ({ req }: Context): Wish => ({
  area: areaOf(req.query('wilayah')),
  page: /^[1-9]\d{0,5}$/.test(req.query('halaman') ?? '') ? Number(req.query('halaman')) : 1,
  search: (req.query('cari') ?? '').trim().slice(0, 100),
});

const areaOf = (code: string | undefined): AreaCode | undefined =>
  code !== undefined && isArea(code) ? (code as AreaCode) : undefined;

/** No message has the id 0. */
const idOf = (context: Context): OutboxId => {
  const id = context.req.param('id') ?? '';
  return (/^\d{1,15}$/.test(id) ? Number(id) : 0) as OutboxId;
};
