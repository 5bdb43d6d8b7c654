import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Log } from '../log.ts';
import { type Markup, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { MalformedBody } from './bodies.ts';
import { type Html, layout, shown } from './layout.ts';

/**
 * Several pages as one site. What a page throws is answered in a sentence: with 400 where the request cannot be read, otherwise with
 * 503 and a line in the log.
 */
export function site(pages: readonly Hono[], log: Log): Hono {
  const app = new Hono();
  app.onError((error, context) => {
    // Of a request that broke off nobody hears the answer.
    if (error instanceof MalformedBody || context.req.raw.signal.aborted)
      return context.text(`${plain(say('web-malformed'))}\n`, 400);
    log.error({ err: error }, 'a request to the web server failed');
    return context.html(noticeHtml(say('web-fault')), 503);
  });
  // The server lets through what looks like the address of a computer and is none ("1.2.3.256"), of which no URL can be made.
  app.use(async ({ req, text }, next) =>
    URL.canParse(req.url) ? await next() : text(`${plain(say('web-address'))}\n`, 400),
  );
  app.notFound((context) =>
    context.req.header('Accept')?.includes('text/html')
      ? context.html(noticeHtml(say('web-not-found')), 404)
      : context.text(`${plain(say('web-not-found'))}\n`, 404),
  );
  for (const page of pages) app.route('/', page);
  return app;
}

/** A sentence as a page, which leads to the first one. */
const noticeHtml = (sentence: Markup): Html =>
  layout(
    say('operator-title'),
    html`<section>
      <p role="alert">${shown(sentence)}</p>
      <p><a href="/">${shown(say('web-home'))}</a></p>
    </section>`,
  );
