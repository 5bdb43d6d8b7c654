import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** The longest words of a message, each letter written as `\\u0000`. */
const SMALL_BYTES = 32_000;
/** A photo of a phone, and the form around it. */
const PHOTO_BYTES = 12_000_000;
/** More than any form of the page has. */
const PARTS = 8;

const tooBig = (context: Context): Response => context.json({ error: 'too-big' }, 413);
/** For what carries words. */
export const limitSmallBody = bodyLimit({ maxSize: SMALL_BYTES, onError: tooBig });
/** For what carries a photo. */
export const limitPhotoBody = bodyLimit({ maxSize: PHOTO_BYTES, onError: tooBig });

/**
 * The fields of a form in parts (`multipart/form-data`); throws SyntaxError for anything else and RangeError for more parts
 * than the page sends: each takes many times its length once it is read.
 */
export async function readMultipartForm(context: Context): Promise<Readonly<Record<string, unknown>>> {
  const type = context.req.header('content-type') ?? '';
  const [, boundary] = /^multipart\/form-data;\s*boundary="?([^";]{1,70})"?$/i.exec(type) ?? [];
  if (!boundary) throw new SyntaxError('not a form in parts');
  const bytes = Buffer.from(await context.req.arrayBuffer());
  let parts = 0;
  for (let at = bytes.indexOf(`--${boundary}`); at >= 0; at = bytes.indexOf(`--${boundary}`, at + 1))
    if (++parts > PARTS) throw new RangeError('too many parts');
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  return Object.fromEntries(form);
}
