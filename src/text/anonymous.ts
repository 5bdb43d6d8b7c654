import type { Markup } from './markup.ts';
import { say } from './say.ts';

/** Why whoever writes without a name of their own cannot do that, and what to do. */
export const sayAnonymous = ({ asChannel }: { readonly asChannel?: true }): Markup =>
  say(asChannel ? 'start-as-channel' : 'start-anonymous');
