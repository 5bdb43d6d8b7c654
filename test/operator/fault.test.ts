import { expect, it } from 'vitest';
import { createOperator } from '../../src/app/operator.ts';
import type { Instant } from '../../src/domain/ids.ts';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/store.ts';
import { createGuard } from '../../src/web/guard.ts';
import { operatorPage } from '../../src/web/operator.ts';
import { site } from '../../src/web/site.ts';
import { authorization, PASSWORD } from './process.ts';

it('says of a database that cannot be read what is known, and of a request that fails that it failed', async () => {
  const lines: string[] = [];
  const log = createLog('error', { write: (line) => void lines.push(line) });
  const store = openStore(':memory:');
  let now = '2027-04-01T02:00:00.000Z' as Instant;
  const clock = () => now;
  const operator = createOperator({
    store,
    telegram: undefined,
    whatsapp: undefined,
    app: { retry: () => {} },
    backups: { folder: '/nowhere', lastAt: () => undefined },
    ways: {},
    clock,
  });
  const guard = createGuard({ host: '127.0.0.1', password: PASSWORD, elapsed: () => 0, log });
  const page = site([operatorPage(operator, guard)], log);
  store.close();

  const show = () => page.request('http://localhost/', { headers: { authorization } });
  const shown = await show();
  const text = await shown.text();
  expect([shown.status, text]).toEqual([200, expect.stringContaining('Basis data rusak')]);
  expect(text).toContain('Cadangan pertama dibuat dalam satu sampai dua menit.');
  now = '2027-04-01T02:02:00.000Z' as Instant;
  expect(await (await show()).text()).toContain('Belum ada cadangan yang baik');
  const headers = { authorization, host: 'localhost', origin: 'http://localhost' };
  const failed = await page.request('http://localhost/pesan/1/buang', { method: 'POST', headers });
  expect([failed.status, await failed.text()]).toEqual([
    503,
    expect.stringContaining('tidak dapat diselesaikan'),
  ]);
  expect(lines.join('')).toContain('a request to the web server failed');
});
