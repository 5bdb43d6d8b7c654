import type { Markup } from './markup.ts';
import { say } from './say.ts';

/** Says why a sender without a name of their own cannot do this, and what to do instead. */
export const sayAnonymous = ({ asChannel }: { readonly asChannel?: true }): Markup =>
  say(asChannel ? 'start-as-channel' : 'start-anonymous');
