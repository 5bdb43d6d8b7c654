import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { plain } from '../text/markup.ts';
import { say } from '../text/say.ts';

/** The longest text of a message, if every letter is escaped as `\\u0000`. */
const SMALL_BYTES = 32_000;
/** A photo from a phone, and the form around it. */
const PHOTO_BYTES = 12_000_000;
/** More parts than any form of the page has. */
const MAX_PARTS = 8;

/** A body that is not what its type says. */
export class MalformedBody extends Error {
  override readonly name = 'MalformedBody';
}

/** Limits the body of a form. */
export const limitForm = bodyLimit({
  maxSize: SMALL_BYTES,
  onError: (context) => context.text(`${plain(say('web-too-big'))}\n`, 413),
});

const tooBig = (context: Context): Response => context.json({ error: 'too-big' }, 413);
/** Limits a body that carries text, for a page's script. */
export const limitSmallBody = bodyLimit({ maxSize: SMALL_BYTES, onError: tooBig });
/** Limits a body that carries a photo, for a page's script. */
export const limitPhotoBody = bodyLimit({ maxSize: PHOTO_BYTES, onError: tooBig });

/** The text fields of a form, of either type that browsers send; none for any other type. Throws MalformedBody. */
export async function readForm(context: Context): Promise<Readonly<Record<string, string | undefined>>> {
  const fields = await readable(context.req.parseBody());
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}

/**
 * The fields of a `multipart/form-data` body. Throws MalformedBody, also for any other type and for more parts than the page
 * sends, because a parsed part takes many times its length in memory.
 */
export async function readMultipartForm(context: Context): Promise<Readonly<Record<string, unknown>>> {
  const type = context.req.header('content-type') ?? '';
  const [, boundary] = /^multipart\/form-data;\s*boundary="?([^";]{1,70})"?$/i.exec(type) ?? [];
  if (!boundary) throw new MalformedBody('not a multipart form');
  const bytes = Buffer.from(await context.req.arrayBuffer());
  let parts = 0;
  for (let at = bytes.indexOf(`--${boundary}`); at >= 0; at = bytes.indexOf(`--${boundary}`, at + 1))
    if (++parts > MAX_PARTS) throw new MalformedBody('too many parts');
  return Object.fromEntries(
    await readable(new Response(bytes, { headers: { 'content-type': type } }).formData()),
  );
}

/** Whatever a parser throws is said of the body. */
const readable = <Fields>(fields: Promise<Fields>): Promise<Fields> =>
  fields.catch((cause) => {
    throw new MalformedBody('a body that cannot be read', { cause });
  });
