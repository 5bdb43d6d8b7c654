import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Markup } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { operatorAssets } from './assets.ts';
import { limitForm, readForm } from './bodies.ts';
import { type Html, layout, reloadAfter, shown } from './layout.ts';
import { sameOrigin, securityHeaders } from './origin.ts';

/** What the first start asks for. */
export interface SetupForm {
  readonly password: string;
  readonly repeated: string;
  /** Empty where there is to be no Telegram. */
  readonly token: string;
  readonly whatsapp: boolean;
}

/** What is wrong with a field, or with all of them together. */
export type SetupFaults = Readonly<
  Partial<Record<'password' | 'repeated' | 'token' | 'platform' | 'file', Markup>>
>;

export interface SetupOptions {
  readonly path: string;
  /** The password is set already. */
  readonly hasPassword: boolean;
  /** Checks and saves what was written; undefined where all of it was right. */
  readonly apply: (form: SetupForm) => Promise<SetupFaults | undefined>;
}

/** The page on which the bot is set up: for anybody who knows its path, until it was used. */
export function setupPage({ path, hasPassword, apply }: SetupOptions): Hono {
  const app = operatorAssets();
  /** The form that was saved. */
  let used: string | undefined;
  /** One form after the other: checking one takes seconds, in which another may come. */
  let turn: Promise<unknown> = Promise.resolve();
  app.use(path, securityHeaders, sameOrigin, limitForm);
  app.get(path, (context) => show(context));
  app.post(path, async (context) => {
    const form = formOf(await readForm(context));
    const done = turn.then(() => useOnce(form));
    turn = done.catch(() => {});
    const faults = await done;
    if (faults === 'used') return refuseUsed(context);
    return faults ? show(context, faults, form.whatsapp) : context.redirect('/', 303);
  });
  // The link of an earlier start.
  app.get('/siapkan/*', securityHeaders, (context) => {
    const content = html`<section>
      <p role="alert">${shown(say('setup-link-old'))}</p>
      <p><a href="/">${shown(say('web-home'))}</a></p>
    </section>`;
    return context.html(layout(say('setup-title'), content), 404);
  });
  return app;

  /** The same form again is the same press. */
  async function useOnce(form: SetupForm): Promise<SetupFaults | 'used' | undefined> {
    const text = JSON.stringify(form);
    if (used !== undefined) return used === text ? undefined : 'used';
    const faults = await apply(form);
    if (!faults) used = text;
    return faults;
  }

  function show(context: Context, faults?: SetupFaults, whatsapp = false) {
    context.header('Cache-Control', 'no-store');
    const content = setupForm(path, hasPassword, whatsapp, faults);
    return context.html(layout(say('setup-title'), content), faults ? 422 : 200);
  }
}

/** Answers a form that came when another one was saved already. */
export function refuseUsed(context: Context): Response | Promise<Response> {
  context.header('Cache-Control', 'no-store');
  const content = html`<section>
    <p role="alert">${shown(say('setup-used'))}</p>
    <p><a href="/">${shown(say('operator-title'))}</a></p>
  </section>`;
  return context.html(layout(say('setup-title'), content), 409);
}

/** What is served while the bot starts: the browser asks again by itself. */
export function startingPage(): Hono {
  const app = operatorAssets();
  app.post('/siapkan/*', securityHeaders, refuseUsed);
  app.all('*', securityHeaders, (context) => {
    context.header('Cache-Control', 'no-store');
    context.header('Retry-After', '1');
    const content = html`<section><p role="status">${shown(say('setup-starting'))}</p></section>`;
    return context.html(layout(say('setup-title'), content, reloadAfter(1, '/')), 503);
  });
  return app;
}

const formOf = ({
  sandi,
  ulang,
  token,
  whatsapp,
}: Readonly<Record<string, string | undefined>>): SetupForm => ({
  password: sandi ?? '',
  repeated: ulang ?? '',
  token: token?.trim() ?? '',
  whatsapp: whatsapp === 'on',
});

/** Nothing that was written is shown again: neither a password nor a token. */
const setupForm = (
  path: string,
  hasPassword: boolean,
  whatsapp: boolean,
  faults: SetupFaults = {},
): Html => html`
  <p>${shown(say('setup-about'))}</p>
  ${Object.keys(faults).length > 0 && html`<p role="alert" class="warning">${shown(faults.file ?? faults.platform ?? say('setup-again'))}</p>`}
  <form method="post" action="${path}" class="wide-form" autocomplete="off">
    <section aria-labelledby="sandi-head">
      <h2 id="sandi-head">${shown(say('setup-password'))}</h2>
      ${hasPassword ? html`<p>${shown(say('setup-password-set'))}</p>` : passwords(faults)}
    </section>
    <section aria-labelledby="telegram-head">
      <h2 id="telegram-head">Telegram</h2>
      <p>${shown(say('setup-telegram'))}</p>
      ${field('token', say('setup-token'), faults.token, html`type="text" spellcheck="false"`)}
      <p class="muted">${shown(say('setup-privacy'))}</p>
    </section>
    <section aria-labelledby="whatsapp-head">
      <h2 id="whatsapp-head">WhatsApp</h2>
      <label class="check">
        <input type="checkbox" name="whatsapp" value="on" ${whatsapp ? html`checked` : ''} />
        <span>${shown(say('setup-whatsapp'))}</span>
      </label>
      <p class="muted">${shown(say('setup-whatsapp-risk'))}</p>
    </section>
    <p><button class="main">${shown(say('setup-save'))}</button></p>
  </form>`;

const passwords = ({ password, repeated }: SetupFaults): Html => html`
  <p>${shown(say('setup-password-about'))}</p>
  ${field('sandi', say('setup-password-new'), password, SECRET)}
  ${field('ulang', say('setup-password-repeat'), repeated, SECRET)}`;

const SECRET = html`type="password" autocomplete="new-password" minlength="8" required`;

const field = (name: string, label: Markup, fault: Markup | undefined, attributes: Html): Html => html`
  <p class="field">
    <label for="${name}">${shown(label)}</label>
    <input id="${name}" name="${name}" ${attributes} ${fault ? html`aria-invalid="true" aria-describedby="${name}-fault"` : ''} />
    ${fault && html`<span id="${name}-fault" class="error">${shown(fault)}</span>`}
  </p>`;
