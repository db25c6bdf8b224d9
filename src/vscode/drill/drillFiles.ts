import * as vscode from 'vscode';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DRILL_FILE, judgeDrill, LARGEST_DRILL, storyOf } from '../../core/drill/drillFile';
import type { DrillSource, DrillStory } from '../../core/drill/story';
import { parseFaithfully, refuseIfTooLarge, Unreadable } from '../../store/faithful';
import { positionOf } from '../../store/position';

/** One file of a drill: its story, or why it cannot be used. It is never changed. */
export type ReadDrill = { readonly file: string; readonly name: string } & ({ readonly story: DrillStory } | { readonly story?: undefined; readonly reason: string; readonly line: number; readonly column: number });

/** So many are read of one folder. */
const MOST = 100;

/** The drills in a folder, by name; a folder that is not there has none. Links are not followed. */
export async function readDrills(folder: string, source: DrillSource): Promise<readonly ReadDrill[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile() && entry.name.endsWith(DRILL_FILE)).map(({ name }) => name).sort().slice(0, MOST);
  return Promise.all(names.map((name) => readDrill(join(folder, name), name, source)));
}

async function readDrill(file: string, name: string, source: DrillSource): Promise<ReadDrill> {
  try {
    refuseIfTooLarge((await stat(file)).size, LARGEST_DRILL);
    const bytes = await readFile(file);
    const judged = judgeDrill(parseFaithfully(bytes, LARGEST_DRILL));
    if (judged.state === 'valid') return { file, name, story: storyOf(judged.record, source, name.slice(0, -DRILL_FILE.length)) };
    const at = positionOf(bytes.toString('utf8'), judged.state === 'invalid' ? judged.path : 'format');
    return { file, name, reason: judged.reason, ...at };
  } catch (error) {
    if (error instanceof Unreadable) return { file, name, reason: error.reason, line: error.line, column: error.column };
    return { file, name, reason: vscode.l10n.t('it cannot be read: {0}', error instanceof Error ? error.message : String(error)), line: 1, column: 1 };
  }
}
