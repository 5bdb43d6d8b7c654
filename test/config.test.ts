import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/app/config.ts';
import { createLog, redact } from '../src/log.ts';

const TOKEN = '123456789:AAHfiqksKZ8WmR2zSjiQ7_v4TMAKdiHm9T0';

describe('the configuration', () => {
  it('has a value for everything that may be left out', () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: ' ' })).toEqual({
      TELEGRAM_API_ROOT: 'https://api.telegram.org',
      TELEGRAM_RATE: { perSecond: 30, perMinuteInGroup: 20 },
      TELEGRAM_REACTIONS: 'on',
      WHATSAPP_RATE: { perSecond: 1, perMinuteInGroup: 12 },
      WHATSAPP: 'off',
      DATABASE_URL: 'data/kopdes.sqlite',
      REMINDER_CRON: '0 8 * * *',
      REMINDER_DAYS: [30, 14, 7, 3, 1, 0],
      HTTP_HOST: '127.0.0.1',
      HTTP_PORT: 3000,
      LOG_LEVEL: 'info',
    });
  });

  it('is nothing yet in the example, which has ready what the guide says to fill in', () => {
    const example = readFileSync('.env.example', 'utf8');
    expect(readConfig(parseEnv(example))).toEqual(readConfig({}));
    const guide = readFileSync('docs/pasang.md', 'utf8');
    const filledIn = new Set([...guide.matchAll(/\b([A-Z]+(?:_[A-Z]+)*)=/g)].map(([, name]) => name));
    expect(filledIn).toContain('WEB_PASSWORD');
    for (const name of filledIn) expect(example).toMatch(new RegExp(`^${name}=`, 'm'));
  });

  it.each([
    ['TELEGRAM_BOT_TOKEN', 'geheim'],
    ['TELEGRAM_API_ROOT', 'ftp://x'],
    ['TELEGRAM_RATE', '25;5'],
    ['DATABASE_URL', 'mysql://kopdes:rahasia@db/kopdes'],
    ['DATABASE_URL', 'postgres:kopdes'],
    ['DATABASE_URL', 'postgresql://kopdes:rahasia@db1,db2:5432x/kopdes'],
    ['DATABASE_URL', 'file:kopdes.sqlite'],
    ['DEADLINE', '2027-02-30'],
    ['REMINDER_CRON', 'every day'],
    ['REMINDER_CRON', '0 0 8 * * *'],
    ['REMINDER_CRON', '@daily'],
    ['REMINDER_DAYS', '7;3'],
    ['WHATSAPP', 'yes'],
    ['WHATSAPP_RATE', '9;9'],
    ['WHATSAPP_PHONE', '0811-22'],
    ['WHATSAPP_VERSION', '2.3000,1'],
    ['WHATSAPP_WEB_SOCKET_URL', 'http://x'],
    ['HTTP_PORT', '70000'],
    ['WEB_PASSWORD', 'short'],
    ['WEB_PASSWORD', 'x'.repeat(201)],
    ['LOG_LEVEL', 'loud'],
  ])('names a wrong %s and what was expected, never its value', (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(new RegExp(`^${name} harus berisi (?!.*${value})`));
  });

  it.each([
    ['WEB_PASWORD', 'WEB_PASSWORD'],
    ['TELEGRAM_TOKEN', 'TELEGRAM_BOT_TOKEN'],
    ['Database_Url', 'DATABASE_URL'],
    ['REMINDERS_DAYS', 'REMINDER_DAYS'],
  ])('names %s, which is nearly %s', (name, meant) => {
    expect(() => readConfig({ [name]: 'x' })).toThrow(
      `${name} bukan nama pengaturan. Mungkin maksudnya ${meant}.`,
    );
  });

  it('leaves alone what belongs to other programs, and what is nearly a setting that is set', () => {
    const others = { HTTP_PROXY: 'http://x', PATH: '/bin', npm_config_registry: 'x', PORT: '1', HOST: 'x' };
    expect(readConfig({ ...others, BOT_TOKEN: 'x', TELEGRAM_BOT_TOKEN: TOKEN })).toMatchObject({
      HTTP_PORT: 3000,
    });
  });

  it.each([
    'data/a:b.sqlite',
    'C:\\bot\\kopdes.sqlite',
    'postgres://db/kopdes',
    'postgresql://kopdes:x@db/kopdes',
  ])('takes %s for a database', (DATABASE_URL) => {
    expect(readConfig({ DATABASE_URL })).toMatchObject({ DATABASE_URL });
  });

  it('reads what is set', () => {
    expect(readConfig({ TELEGRAM_RATE: 'off', DEADLINE: '2027-05-20', HTTP_PORT: '0' })).toMatchObject({
      TELEGRAM_RATE: 'unlimited',
      DEADLINE: '2027-05-20',
      HTTP_PORT: 0,
    });
  });
});

describe('the version of WhatsApp', () => {
  it.each(['2.3000.1043857760', '2,3000,1043857760'])('is read as %s', (WHATSAPP_VERSION) => {
    expect(readConfig({ WHATSAPP_VERSION })).toMatchObject({ WHATSAPP_VERSION: [2, 3000, 1043857760] });
  });
});

describe('the log', () => {
  it.each([
    `https://api.telegram.org/bot${TOKEN}/sendMessage`,
    `failed: ${TOKEN}`,
    'hubungi 085265001122',
    'from +6285265001122',
    'jid 6285265001122@s.whatsapp.net',
    'session_6285265001122_1.0',
    'key-6285265001122-2',
    'device.085265001122.4',
    'jid 6085265001122@s.whatsapp.net',
    'jid 6085265001122:12@s.whatsapp.net',
    'postgres://kopdes:AAHfiqks/x@db1,db2/kopdes',
    'postgres://kopdes:x@AAHfiqks@db1/kopdes',
    'postgres://db1/kopdes?user=kopdes&password=AAHfiqks',
  ])('hides secrets: %s', (text) => {
    expect(redact(text)).not.toMatch(/AAHfiqks|8526500/);
  });

  it('hides them in whatever stands in it, and stays JSON', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => lines.push(line) });
    log.warn(
      {
        event: 'whatsapp:6285265001122@s.whatsapp.net',
        phone: 6285265001122,
        n: 1234567890,
        share: 0.0852650011221,
      },
      'satu',
    );
    log.warn(
      { by: { '6285265001122': 'x' }, text: 'baris "satu"\n085265001122\nhttps://user:rahasia@host' },
      'dua',
    );
    log.error({ err: new Error(`failed: ${TOKEN}\nhttps://user:rahasia@host/x`) }, `tiga ${TOKEN}`);
    const read = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(read.map(({ msg }) => msg)).toEqual(['satu', 'dua', 'tiga [disembunyikan]']);
    expect(read[0]).toMatchObject({
      level: 40,
      n: 1234567890,
      event: 'whatsapp:[disembunyikan]@s.whatsapp.net',
    });
    expect(lines.join('')).not.toMatch(/85265001122|AAHfiqks|rahasia/);
  });

  it.each(['2027-05-15T02:00:00.000Z', 'telegram:-1001234567890:55', '14.03.16.2001'])(
    'leaves %s',
    (text) => {
      expect(redact(text)).toBe(text);
    },
  );
});
