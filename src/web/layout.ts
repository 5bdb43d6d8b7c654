import { html } from 'hono/html';
import { type Markup, parseMarkup, plain } from '../text/markup.ts';

export type Html = ReturnType<typeof html>;

/** Markup as HTML. */
export const shown = (text: Markup) =>
  parseMarkup(text).map((span) =>
    span.kind === 'text' && span.bold ? html`<b>${span.text}</b>` : html`${span.text}`,
  );

/** Has the browser ask for an address again after so many seconds. */
export const reloadAfter = (seconds: number, url: string): Html =>
  html`<meta http-equiv="refresh" content="${seconds}; url=${url}" />`;

/** A page for the operator; `head`: what else stands in its head. */
export function layout(title: Markup, content: Html, head?: Html): Html {
  const words = plain(title);
  return html`<!doctype html>
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${words}</title>
        <link rel="icon" href="/logo.svg" />
        <link rel="stylesheet" href="/pengelola.css" />
        ${head}
      </head>
      <body>
        <header>
          <img src="/logo.svg" alt="" width="40" height="40" />
          <h1>${words}</h1>
        </header>
        <main>${content}</main>
      </body>
    </html>`;
}
