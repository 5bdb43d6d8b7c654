import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';

/** The links of a Markdown file to files in `folder` that are not there; a link that leaves the folder is one of them. */
export function deadLinks(folder: string, file: string): readonly string[] {
  const path = resolve(folder, file);
  const links = [...readFileSync(path, 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link]) => link!);
  const isThere = (link: string) => {
    const target = resolve(dirname(path), link);
    return !relative(folder, target).startsWith('..') && existsSync(target);
  };
  return links.filter((link) => !/^[a-z]+:/.test(link) && !isThere(link));
}
