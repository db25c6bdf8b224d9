import { basename } from 'node:path';
import { DOCUMENT } from '../core/found/listing';
import type { Locale } from '../core/incident/times';
import { claimsIn, lookAtDocuments, type DocumentsMemory } from './incidentDocuments';
import type { Pulled, PullSource } from './incidentSource';

export interface DocumentSourceOptions {
  readonly label: string;
  /** The folder of the workspace, absolute. */
  readonly folder: string;
  /** Its zone is that of times for which a document states none. */
  readonly locale: () => Locale;
}

/** The Markdown files of one folder as a source of incidents. Restricted Mode has none: do not make one there. */
export class DocumentSource implements PullSource<DocumentsMemory> {
  readonly id = DOCUMENT;
  readonly kind = 'pull';
  readonly cost = 'local';
  readonly label: string;
  readonly folder: string;
  /** Paths below the folder that changed since the last look; undefined: any may have. */
  #changed: Set<string> | undefined;

  constructor(private readonly options: DocumentSourceOptions) {
    this.label = options.label;
    this.folder = options.folder;
  }

  /** These are looked at next too; of others holds what was said before, unless all are to be looked at. @param paths below the folder, with "/" between; undefined: all */
  note(paths?: readonly string[]): void {
    this.#changed = paths && this.#changed && new Set([...this.#changed, ...paths]);
  }

  /** Gives all claims, those that it gave before too: a document that is gone tells of nothing. */
  async pull(cursor: DocumentsMemory | undefined, signal: AbortSignal): Promise<Pulled<DocumentsMemory>> {
    const { folder, locale } = this.options;
    const only = cursor && this.#changed && [...this.#changed];
    this.#changed = new Set();
    const { memory } = await lookAtDocuments({ folder, name: basename(folder), memory: cursor, zone: locale().zone, signal, ...(only && { only }) });
    return { ok: true, claims: claimsIn(memory), next: memory, open: false, problems: [] };
  }
}
