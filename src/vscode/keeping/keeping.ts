// A bundle of its own, loaded when everything was read.
import * as vscode from 'vscode';
import type { Incident } from '../../core/journal/schema';
import type { Journal } from '../../store/journal';
import { areContentsHidden } from '../hiding';
import { HISTORY_VIEW } from '../ids';
import { part } from '../parts';
import { plain } from '../plain';

/** In milliseconds after everything was read: what is to go for good goes when nothing else is to be done, then once a day. */
const IDLE = 10_000;
const DAY = 86_400_000;

/** Folders that were looked at for a journal that is gone: once in a session. */
const asked = new Set<string>();

/** What a journal needs without being asked: each thing is said once, in the window that is in front. Made when all was read. */
export class Keeping implements vscode.Disposable {
  readonly #followed: vscode.Disposable[];
  readonly #told = new Set<string>();
  #isOver = false;
  #saidProblem = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly journal: Journal,
    private readonly folder: string,
  ) {
    const look = (): void => this.#look();
    this.#followed = [journal.onDidChange(look), vscode.window.onDidChangeWindowState(look), vscode.workspace.onDidGrantWorkspaceTrust(look)].map((each) => vscode.Disposable.from(each));
    this.#purgeIn(IDLE);
    this.#look();
  }

  dispose(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    for (const each of this.#followed) each.dispose();
  }

  #look(): void {
    if (!vscode.window.state.focused) return;
    this.#sayProblem();
    void this.#sayReturned();
    void this.#askAboutGone();
  }

  #purgeIn(milliseconds: number): void {
    if (this.#isOver) return;
    this.#timer = setTimeout(() => void this.journal.recentlyDeleted.purgeExpired().then(() => this.#purgeIn(DAY)), milliseconds).unref();
  }

  /** No save failed: so once, and never again in this session. */
  #sayProblem(): void {
    const problem = this.journal.backups.problem();
    if (problem === undefined || this.#saidProblem) return;
    this.#saidProblem = true;
    void vscode.window.showInformationMessage(plain(problem));
  }

  /** Once it is answered, the incidents stay, and no other window says it again. */
  async #sayReturned(): Promise<void> {
    const { recentlyDeleted } = this.journal;
    const news = recentlyDeleted.returned().filter(({ id }) => !this.#told.has(id));
    const [first] = news;
    if (!first) return;
    for (const { id } of news) this.#told.add(id);
    const words = news.length === 1 && !areContentsHidden() ? recentlyDeleted.returnedWords(first) : vscode.l10n.t('{0} incidents had been deleted, and were changed after that in another place. So they are back.', news.length);
    const show = vscode.l10n.t('Show');
    const answer = await vscode.window.showInformationMessage(plain(words), show);
    for (const { id } of news) await this.journal.undoRemove(id);
    if (answer === show) await showIncidents(news);
  }

  /** A workspace that is not trusted is not asked about: its folder may be another's by now. */
  async #askAboutGone(): Promise<void> {
    const { journal, folder } = this;
    if (asked.has(folder) || !vscode.workspace.isTrusted) return;
    asked.add(folder);
    const gone = journal.facts() ? undefined : await journal.backups.gone();
    if (gone) await part('restoring').offerGone(journal, gone);
  }
}

async function showIncidents([first, ...others]: readonly Incident[]): Promise<void> {
  if (first && others.length === 0) await vscode.commands.executeCommand('leadDebrief.openReflection', first.id);
  else await vscode.commands.executeCommand(`${HISTORY_VIEW}.focus`);
}
