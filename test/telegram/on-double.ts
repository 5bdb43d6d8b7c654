import type { Rate } from '../../src/adapters/adapter.ts';
import { createTelegram } from '../../src/adapters/telegram/telegram.ts';
import type { Clock } from '../../src/domain/clock.ts';
import type { Log } from '../../src/log.ts';
import { type ApiDouble, TOKEN } from './api-double.ts';

/** The adapter, speaking to the double. */
export const telegramOn = (api: ApiDouble, clock: Clock, log: Log, pace: Rate | 'unlimited' = 'unlimited') =>
  createTelegram({ token: TOKEN, apiRoot: api.url, pace, commands: [], clock, log });
