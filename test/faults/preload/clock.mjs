// For a bot in a process of its own (`node --import`): its clock is ahead by as many milliseconds as the file says now.
import { readFileSync } from 'node:fs';

const Real = Date;
const now = () => Real.now() + Number(readFileSync(process.env.CLOCK_AHEAD, 'utf8'));

globalThis.Date = new Proxy(Real, {
  construct: (target, args, made) => Reflect.construct(target, args.length > 0 ? args : [now()], made),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
