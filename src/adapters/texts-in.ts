/** Rich messages of Telegram have up to 16 levels, each of which may be two here; nothing else is as deep. */
const MOST_LEVELS = 40;
/** More than any message of a platform has. What stands behind so much is not looked at. */
const MOST_LETTERS = 200_000;

/**
 * All texts in a part of a message as its platform sends it, in their order, but for those in fields that `isHidden` names. What a
 * phone shows is in one of them, whatever the field is called: platforms add new ones.
 */
export function textsIn(part: unknown, isHidden: (field: string) => boolean): readonly string[] {
  const texts: string[] = [];
  let left = MOST_LETTERS;

  function collect(value: unknown, level: number): void {
    if (typeof value === 'string') {
      if (value !== '' && left > 0) texts.push(value);
      left -= value.length;
    } else if (
      typeof value === 'object' &&
      value !== null &&
      !ArrayBuffer.isView(value) &&
      level < MOST_LEVELS
    )
      for (const [field, inner] of Object.entries(value)) if (!isHidden(field)) collect(inner, level + 1);
  }

  collect(part, 0);
  return texts;
}
