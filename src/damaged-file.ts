/**
 * A file of the program is missing or damaged. Its message is what the operator is told, in Indonesian: the locale, which has all other
 * sentences, may be that file.
 */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
  /** `what`: what is wrong, and where in the file. */
  constructor(file: string, what: string, options?: ErrorOptions) {
    super(
      `Berkas program ${file} rusak: ${what}. Pasang kembali kopdes-bot, lalu mulai lagi. Data bot tidak diubah.`,
      options,
    );
  }
}

/** Gives what `read` makes of a file of the program; throws DamagedFile where that cannot be read. */
export function readOwnFile<Content>(file: string, read: (file: string) => Content): Content {
  try {
    return read(file);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new DamagedFile(file, code ? `tidak dapat dibaca (${code})` : 'isinya tidak utuh', { cause });
  }
}
