import { createHash } from 'node:crypto';
import type { Attachment } from '../../adapters/adapter.ts';
import { localDate } from '../../domain/dates.ts';
import type { PlatformName } from '../../domain/ids.ts';
import type { FileRenderer } from '../../outbox/attachments.ts';
import type { FileContent } from '../../text/content.ts';
import { renderPages } from './render-thread.ts';

const MEDIA_TYPES = {
  png: 'image/png',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;

/** The cache key of a file: the same contents on the same platform need not be rendered and uploaded again. */
const fileKey = (platform: PlatformName, file: FileContent): string =>
  `${platform} ${file.as} ${createHash('sha256')
    .update(JSON.stringify({ ...file, instead: undefined }))
    .digest('base64url')}`;

/** Renders a recap as a file, or as several pictures where it is long. Throws when it cannot be rendered. */
async function renderFile(file: FileContent): Promise<readonly Attachment[]> {
  const base = baseName(file);
  const pages = await renderPages(file);
  return pages.map((source, i) => ({
    ...kindOf(file),
    name: `${base}${pages.length > 1 ? `-${i + 1}` : ''}.${file.as}`,
    source,
  }));
}

/** The same files, by the ids that the platform gave to an earlier upload. */
const uploadedFiles = (file: FileContent, ids: readonly string[]): readonly Attachment[] =>
  ids.map((uploaded) => ({ ...kindOf(file), name: `rekap.${file.as}`, source: { uploaded } }));

function baseName(file: FileContent): string {
  if ('letters' in file) return 'undangan';
  const [word, name, { asOf, timeZone, week }] =
    'pace' in file
      ? (['laju', file.pace.name, { ...file.pace, week: undefined }] as const)
      : 'recap' in file
        ? (['rekap', file.recap.district.name, file.recap] as const)
        : (['rekap', file.area.area.name, file.area] as const);
  const of = week ? `${week.from}-${week.to}` : localDate(asOf, timeZone);
  return `${word}-${name.toLowerCase().replace(/[^a-z\d]+/g, '-')}-${of}`;
}

const kindOf = ({ as }: FileContent) =>
  ({ as: as === 'png' ? 'picture' : 'document', type: MEDIA_TYPES[as] }) as const;

/** Renders recaps in a thread of its own. */
export const recapRenderer: FileRenderer = { key: fileKey, render: renderFile, uploaded: uploadedFiles };
