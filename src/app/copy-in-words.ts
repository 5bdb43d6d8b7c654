import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { CAPITAL_ZONE } from '../domain/areas.ts';
import { longDateTime } from '../domain/dates.ts';
import type { Instant } from '../domain/ids.ts';

/** A backup's file as an operator reads it: "cadangan-2027-05-01.sqlite · Sabtu, 1 Mei 2027 · 02.00 WIB · 1,2 MB". Throws where it is gone. */
export function copyInWords(path: string): string {
  const { mtime, size } = statSync(path);
  const megabytes = (size / 1e6).toFixed(1).replace('.', ',');
  return [basename(path), longDateTime(mtime.toISOString() as Instant, CAPITAL_ZONE), `${megabytes} MB`].join(
    ' · ',
  );
}
