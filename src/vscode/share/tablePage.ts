import * as vscode from 'vscode';
import * as v from 'valibot';
import { tableMessage, type TableMessage, type ToTable } from '../../core/protocol';
import { KnownIncidents } from '../../core/tableImport/duplicates';
import { incidentOf, type JudgedRows, type TableChoice } from '../../core/tableImport/rows';
import type { Table } from '../../core/tableImport/table';
import { chooseColumn, firstChoice, judgeTable, tableState, type TableContext } from '../../core/tableImport/tableState';
import type { Journal } from '../../store/journal';
import { areContentsHidden, onContentsHidden } from '../hiding';
import { IMPORT_TYPE } from '../ids';
import { pageOptions, panelIcon, showPage } from '../page';
import { locale, newId } from '../place';
import { sayImported, writeImported } from './writeImported';

export interface TablePageOptions {
  readonly table: Table;
  /** Of the file, without its folder. */
  readonly name: string;
  readonly journal: Journal;
  readonly extension: vscode.Uri;
}

type Handlers = { readonly [Type in TableMessage['type']]: (message: Extract<TableMessage, { type: Type }>) => unknown };

let open: TablePage | undefined;

/** Shows which incidents the rows of a file would become. One page at a time: nobody is to import a preview that they do not look at. */
export function showTable(options: TablePageOptions): void {
  open?.panel.dispose();
  const page = new TablePage(options);
  open = page;
  page.panel.onDidDispose(() => {
    if (open === page) open = undefined;
  });
}

/** The page on which the lead sees what each column became, changes it, and imports. Nothing is written before that. */
class TablePage {
  readonly panel: vscode.WebviewPanel;
  readonly #locale = locale();
  /** The clock as the page opened: what somebody looks at stays the same until it is imported. */
  readonly #now = Date.now();
  #choice: TableChoice;
  #revision = 0;
  #judged: JudgedRows | undefined;
  #isWriting = false;
  readonly #handlers: Handlers = {
    ready: () => this.#show(),
    column: ({ field, column }) => this.#choose(chooseColumn(this.#choice, this.options.table, field, column)),
    source: ({ source }) => this.#choose({ ...this.#choice, source }),
    zone: ({ utc }) => this.#choose({ ...this.#choice, zone: utc ? 'UTC' : this.#locale.zone }),
    order: ({ order }) => this.#choose({ ...this.#choice, order }),
    alike: ({ on }) => this.#choose({ ...this.#choice, alike: on }),
    import: ({ revision }) => this.#import(revision),
    cancel: () => this.panel.dispose(),
  };

  constructor(private readonly options: TablePageOptions) {
    const { extension, table, journal } = options;
    this.#choice = firstChoice(table, this.#locale.zone);
    this.panel = vscode.window.createWebviewPanel(IMPORT_TYPE, this.#title(), vscode.ViewColumn.Active, pageOptions(extension));
    this.panel.iconPath = panelIcon(extension);
    this.panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    const listening = [
      onContentsHidden(() => (this.panel.title = this.#title())),
      journal.onDidChange(() => this.#isWriting || this.#judgeAgain()), // what is there already
    ];
    this.panel.onDidDispose(() => {
      for (const each of listening) each.dispose();
    });
    const frame = '<div class="page" aria-busy="true"><main></main></div>';
    showPage(this.panel, extension, { title: vscode.l10n.t('Import'), script: 'tableImport.js', sheets: ['panel.css', 'import.css'], frame });
  }

  /** Of the tab. */
  #title(): string {
    return areContentsHidden() ? vscode.l10n.t('Import') : vscode.l10n.t('Import: {0}', this.options.name);
  }

  /** What a page sends is checked, whatever the page is believed to be; what does not fit is dropped. */
  async #receive(message: unknown): Promise<void> {
    const checked = v.safeParse(tableMessage, message);
    if (!checked.success || this.#isWriting) return;
    const handler = this.#handlers[checked.output.type] as (message: TableMessage) => unknown;
    try {
      await handler(checked.output);
    } catch (error) {
      void vscode.window.showErrorMessage(vscode.l10n.t('That did not work: {0}', error instanceof Error ? error.message : String(error)));
    }
  }

  #context(): TableContext {
    return { name: this.options.name, choice: this.#choice, locale: this.#locale, now: this.#now };
  }

  #rows(): JudgedRows {
    return (this.#judged ??= judgeTable(this.options.table, this.#context(), new KnownIncidents(this.options.journal.records(), this.#now)));
  }

  #show(problem?: string): void {
    const state = tableState(this.options.table, this.#context(), this.#rows(), { revision: this.#revision, ...(problem !== undefined && { problem }) });
    const message: ToTable = { type: 'state', state };
    void this.panel.webview.postMessage(message);
  }

  #choose(choice: TableChoice): void {
    this.#choice = choice;
    this.#judgeAgain();
  }

  #judgeAgain(): void {
    this.#judged = undefined;
    this.#revision += 1;
    this.#show();
  }

  /** Imports what the page shows. Where it shows something older, nothing is imported. */
  async #import(revision: number): Promise<void> {
    if (revision !== this.#revision) return this.#show(vscode.l10n.t('The preview had changed. Look at it, then try again.'));
    const { ready } = this.#rows();
    if (ready.length === 0) return this.#show(vscode.l10n.t('There is nothing to import yet.'));
    const { journal } = this.options;
    const now = Date.now();
    const incidents = ready.map((row) => incidentOf(row, this.#choice.source, newId, now));
    this.#isWriting = true;
    const imported = await writeImported(journal, { people: [], incidents });
    this.panel.dispose();
    await sayImported(journal, imported, incidents.length);
  }
}
