import type { Context } from 'hono';
import type { Attachment } from '../../adapters/adapter.ts';
import type { StoredFile } from '../transcript-store.ts';

/** What a picture of each kind begins with, in hexadecimal. */
const PICTURES: readonly (readonly [type: string, begins: string])[] = [
  ['image/jpeg', 'ffd8ff'],
  ['image/png', '89504e470d0a1a0a'],
  ['image/webp', '52494646'],
  ['image/gif', '47494638'],
];

/** The photo that was uploaded; undefined for a file that is none, whatever it says of itself. */
export async function readPhoto(file: File): Promise<Attachment | undefined> {
  const source = new Uint8Array(await file.arrayBuffer());
  const start = Buffer.from(source.subarray(0, 16)).toString('hex');
  const type = PICTURES.find(([, begins]) => start.startsWith(begins))?.[0];
  return type ? { as: 'picture', name: 'foto', type, source } : undefined;
}

/** A picture to be shown, or a document to be kept. */
export function sendFile(context: Context, file: StoredFile | undefined): Response | Promise<Response> {
  if (!file) return context.notFound();
  const { kind, name, type, bytes } = file;
  const how = kind === 'picture' ? 'inline' : 'attachment';
  return context.body(new Uint8Array(bytes), 200, {
    'Content-Type': type,
    'Content-Disposition': `${how}; filename="${name.replace(/[^\w.-]+/g, '-')}"`,
    'Cache-Control': 'private, max-age=31536000',
  });
}
