/** A poll's options are two levels deep, and no message of a platform has its names much deeper. */
const MOST_LEVELS = 4;

/** The texts in the fields of these names, within a part of a message as its platform sends it. */
export function textsIn(part: unknown, fields: ReadonlySet<string>, level = 0): readonly string[] {
  if (typeof part !== 'object' || part === null || ArrayBuffer.isView(part) || level > MOST_LEVELS) return [];
  return Object.entries(part).flatMap(([field, value]) =>
    typeof value === 'string' ? (fields.has(field) ? [value] : []) : textsIn(value, fields, level + 1),
  );
}
