import { parentPort } from 'node:worker_threads';
import type { RecapFile } from '../../text/content.ts';

export interface RenderRequest {
  readonly id: number;
  readonly file: RecapFile;
}
/** The rendered file, a picture in as many pages as it needs, or why it could not be rendered. */
export type RenderResponse =
  | { readonly id: number; readonly pages: readonly Uint8Array[] }
  | { readonly id: number; readonly fault: string };

// This program runs in a thread: a long page or workbook takes tenths of a second, and chats are answered meanwhile.
parentPort?.on('message', ({ id, file }: RenderRequest) => {
  render(file).then(
    (pages) => parentPort?.postMessage({ id, pages } satisfies RenderResponse),
    (error: unknown) => parentPort?.postMessage({ id, fault: String(error) } satisfies RenderResponse),
  );
});

async function render({ as, recap }: RecapFile): Promise<readonly Uint8Array[]> {
  switch (as) {
    case 'png':
      return (await import('./png/png.ts')).drawRecap(recap);
    case 'xlsx':
      return [await (await import('./xlsx/xlsx.ts')).writeRecapXlsx(recap)];
    case 'pdf':
      return [await (await import('./pdf/pdf.ts')).writeRecapPdf(recap)];
  }
}
