import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** The longest text of a message, if every letter is escaped as `\\u0000`. */
const SMALL_BYTES = 32_000;
/** A photo from a phone, and the form around it. */
const PHOTO_BYTES = 12_000_000;
/** More parts than any form of the page has. */
const MAX_PARTS = 8;

const tooBig = (context: Context): Response => context.json({ error: 'too-big' }, 413);
/** Limits a body that carries text. */
export const limitSmallBody = bodyLimit({ maxSize: SMALL_BYTES, onError: tooBig });
/** Limits a body that carries a photo. */
export const limitPhotoBody = bodyLimit({ maxSize: PHOTO_BYTES, onError: tooBig });

/**
 * The fields of a `multipart/form-data` body. Throws SyntaxError for any other type, and RangeError for more parts than the
 * page sends, because a parsed part takes many times its length in memory.
 */
export async function readMultipartForm(context: Context): Promise<Readonly<Record<string, unknown>>> {
  const type = context.req.header('content-type') ?? '';
  const [, boundary] = /^multipart\/form-data;\s*boundary="?([^";]{1,70})"?$/i.exec(type) ?? [];
  if (!boundary) throw new SyntaxError('not a multipart form');
  const bytes = Buffer.from(await context.req.arrayBuffer());
  let parts = 0;
  for (let at = bytes.indexOf(`--${boundary}`); at >= 0; at = bytes.indexOf(`--${boundary}`, at + 1))
    if (++parts > MAX_PARTS) throw new RangeError('too many parts');
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  return Object.fromEntries(form);
}
