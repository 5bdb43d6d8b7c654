import { parentPort } from 'node:worker_threads';
import type { FileContent } from '../../text/content.ts';
import { inTurn } from './in-turn.ts';

/** Files that are made at once: the library draws in the threads in which Node reads files and looks names up, to which one is left. */
const AT_ONCE = Math.max(1, Number(process.env.UV_THREADPOOL_SIZE ?? 4) - 1);

export interface RenderRequest {
  readonly id: number;
  readonly file: FileContent;
}
/** The rendered file, a picture in as many pages as it needs, or why it could not be rendered. */
export type RenderResponse =
  | { readonly id: number; readonly pages: readonly Uint8Array[] }
  | { readonly id: number; readonly fault: string };

// This program runs in a thread: a long page or workbook takes tenths of a second, and chats are answered meanwhile.
parentPort?.on(
  'message',
  inTurn(AT_ONCE, ({ id, file }: RenderRequest) =>
    render(file).then(
      (pages) => parentPort?.postMessage({ id, pages } satisfies RenderResponse),
      (error: unknown) => parentPort?.postMessage({ id, fault: String(error) } satisfies RenderResponse),
    ),
  ),
);

async function render(file: FileContent): Promise<readonly Uint8Array[]> {
  if ('letters' in file) return [await (await import('./pdf/letters.ts')).writeLetters(file.letters)];
  if ('pace' in file) return (await import('./png/png.ts')).drawPace(file.pace);
  const recap = 'recap' in file ? file.recap : file.area;
  switch (file.as) {
    case 'png':
      return (await import('./png/png.ts')).drawRecap(recap);
    case 'xlsx':
      return [
        await (await import('./xlsx/xlsx.ts')).writeRecapXlsx(recap, 'below' in file ? file.below : {}),
      ];
    case 'pdf':
      return [await (await import('./pdf/pdf.ts')).writeRecapPdf(recap)];
  }
}
