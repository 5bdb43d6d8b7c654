import type { Context } from 'hono';
import type { Attachment } from '../../adapters/adapter.ts';
import type { StoredFile } from '../transcript.ts';

/** The first bytes of each picture format, in hexadecimal. */
const SIGNATURES: readonly (readonly [type: string, signature: string])[] = [
  ['image/jpeg', 'ffd8ff'],
  ['image/png', '89504e470d0a1a0a'],
  ['image/webp', '52494646'],
  ['image/gif', '47494638'],
];

/** The uploaded photo. Undefined where the bytes are no picture, whatever type the browser declared. */
export async function readPhoto(file: File): Promise<Attachment | undefined> {
  const source = new Uint8Array(await file.arrayBuffer());
  const start = Buffer.from(source.subarray(0, 16)).toString('hex');
  const type = SIGNATURES.find(([, signature]) => start.startsWith(signature))?.[0];
  return type ? { as: 'picture', name: 'foto', type, source } : undefined;
}

/** Answers with a picture to show or a document to download. */
export function sendFile(context: Context, file: StoredFile | undefined): Response | Promise<Response> {
  if (!file) return context.notFound();
  const { kind, name, type, bytes } = file;
  const disposition = kind === 'picture' ? 'inline' : 'attachment';
  return context.body(new Uint8Array(bytes), 200, {
    'Content-Type': type,
    'Content-Disposition': `${disposition}; filename="${name.replace(/[^\w.-]+/g, '-')}"`,
    'Cache-Control': 'private, max-age=31536000',
  });
}
