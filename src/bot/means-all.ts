import { type Shown, takeShown, withoutFillers } from '../interpret/requests.ts';

/** Whether words mean all parts that do not use the bot yet: "semua yg belum pake ya", but not "semua kecuali Mandau". */
export function meansAll(words: string, all: string): boolean {
  const [first = '', ...others] = words.toLowerCase().split(/\s+/);
  const { shown, rest } = takeShown(others.join(' '));
  const says = (each: Shown) => shown.includes(each);
  const isWithout = says('using') === (says('missing') || says('denied'));
  return first === all && withoutFillers(rest) === '' && shown.every(isOfAll) && isWithout;
}

/** What may be said of all of them: that they do not use the bot, or whom they are. */
const isOfAll = (shown: Shown): boolean => ['using', 'missing', 'denied', 'person'].includes(shown);
