import { execFile } from 'node:child_process';
import type { Log } from '../log.ts';

export interface Supervisor {
  /** Says once that the work has begun, or that it stands by, and from then on that the event loop still turns. */
  ready(): void;
  stopping(): void;
}

/**
 * Speaks to the systemd that started this process (`Type=notify`, `WatchdogSec=`); silent where none did. A regular expression
 * or a disk that holds the event loop up for good is found only from outside. Through `systemd-notify`, because Node has no
 * datagram sockets of files. Source: sd_notify(3), sd_watchdog_enabled(3).
 */
export function createSupervisor(environment: NodeJS.ProcessEnv, log: Log): Supervisor {
  const { NOTIFY_SOCKET, WATCHDOG_USEC } = environment;
  if (!NOTIFY_SOCKET) return { ready() {}, stopping() {} };
  const watchdogMs = Number(WATCHDOG_USEC ?? 0) / 1000;
  let timer: NodeJS.Timeout | undefined;
  let isReady = false;

  function notify(...states: readonly string[]): void {
    execFile('systemd-notify', states, (error) => {
      if (error) log.warn({ err: error }, 'systemd could not be notified');
    });
  }

  return {
    ready() {
      if (isReady) return;
      isReady = true;
      notify('READY=1');
      if (watchdogMs > 0) timer = setInterval(notify, watchdogMs / 2, 'WATCHDOG=1').unref();
    },
    stopping() {
      clearInterval(timer);
      notify('STOPPING=1');
    },
  };
}
