import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What a Markdown file is called; some sites are made from `.md.erb` (Ministry of Justice, cloud-platform). */
const MARKDOWN = /\.(?:md|mdx|mdown|mkdn?|markdown)(?:\.erb)?$/i;

export const isMarkdown = (name: string): boolean => MARKDOWN.test(name);

/** Folders that hold nobody's own documents. */
export const NOBODYS = ['.git', 'node_modules'];

/**
 * The Markdown files below a folder, as paths relative to it with "/" between, in order. Links are never followed: neither loops nor
 * what lies outside can be reached. A folder that cannot be read has none.
 * @param without names of folders that are not gone into
 */
export async function* markdownFiles(folder: string, without: readonly string[] = NOBODYS, below = ''): AsyncGenerator<string> {
  for (const entry of await entriesOf(join(folder, below))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory() && !without.includes(entry.name)) yield* markdownFiles(folder, without, path);
    else if (entry.isFile() && isMarkdown(entry.name)) yield path;
  }
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
