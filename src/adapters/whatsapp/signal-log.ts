import type { Log } from '../../log.ts';

/** The texts that libsignal prints together with whole sessions, private keys included. */
const SECRET_LABELS =
  /^(Closing session|Opening session|Removing old closed session|Session already (closed|open)|Closing open session|Decrypted message with closed session|Failed to decrypt message with any|Session error|Migrating session|Unhandled bucket)/;

let silenced = false;

/** Keeps libsignal from printing keys to the console. To be called before Baileys is loaded. */
export function silenceSignal(): void {
  if (silenced) return;
  silenced = true;
  for (const method of ['info', 'warn', 'error'] as const) {
    const print = console[method].bind(console);
    console[method] = (...args: unknown[]) => {
      if (!SECRET_LABELS.test(String(args[0]))) print(...args);
    };
  }
}

/** Baileys' warnings and errors at level `debug`, without the objects in them, which contain messages, numbers and keys. */
export function baileysLog(log: Log) {
  const note = (level: string) => (given: unknown, text?: string) => {
    const { err, error } = (typeof given === 'object' && given !== null ? given : {}) as Record<
      string,
      unknown
    >;
    const cause = [err, error].find((each) => each instanceof Error);
    const message = typeof given === 'string' ? given : (text ?? '');
    log.debug({ baileys: level, ...(cause ? { err: cause } : {}) }, message);
  };
  const silent = () => {};
  const logger = {
    level: 'warn',
    child: () => logger,
    trace: silent,
    debug: silent,
    info: silent,
    warn: note('warn'),
    error: note('error'),
  };
  return logger;
}
