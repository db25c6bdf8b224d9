import * as vscode from 'vscode';
import { aliasProblem, type AliasProblem, type Replacing } from '../../core/privacy/replaceName';
import { knownPeople, type KnownPerson } from '../../core/share/knownPeople';
import { wordsOf } from '../../core/share/nameWords';
import type { Journal } from '../../store/journal';
import { plain } from '../plain';

const heading = (): string => vscode.l10n.t('Replace a Name by an Alias');

/** Asks whom, and by what. Undefined where the person leaves. */
export async function askWhom(journal: Journal): Promise<Replacing | undefined> {
  const all = knownPeople(journal.people(), [...journal.records(), ...journal.absorbed()]);
  const listed = new Map(journal.people().people.map(({ id, alias }) => [id, alias]));
  const rows: readonly (vscode.QuickPickItem & { readonly person?: KnownPerson })[] = [
    ...all.filter(({ name, alias }) => name !== undefined && name !== alias).map((person) => ({ label: plain(person.name ?? ''), description: plain(listed.get(person.id) ?? ''), person })),
    { label: vscode.l10n.t('Another name…'), iconPath: new vscode.ThemeIcon('add'), alwaysShow: true },
  ];
  const row = await vscode.window.showQuickPick(rows, { title: heading(), placeHolder: vscode.l10n.t('Whose name? Each place is shown before anything is replaced.') });
  if (!row) return undefined;
  const person = row.person ?? (await typed(all));
  const alias = person && (await askAlias(person, all));
  return person && alias !== undefined ? { person, alias, all } : undefined;
}

/** Somebody whom the journal does not know by name: only the lead does. */
async function typed(all: readonly KnownPerson[]): Promise<KnownPerson | undefined> {
  const name = await vscode.window.showInputBox({
    title: heading(),
    prompt: vscode.l10n.t('The name, as you write it. Its parts are found as well.'),
    ignoreFocusOut: true,
    validateInput: (text) => (wordsOf(text).length > 0 ? undefined : vscode.l10n.t('This is no name.')),
  });
  if (name === undefined) return undefined;
  const known = all.find((each) => wordsOf(each.name ?? '').join(' ') === wordsOf(name).join(' '));
  return known ?? { id: 'typed', name: name.trim(), mails: [], alias: '' };
}

async function askAlias(person: KnownPerson, all: readonly KnownPerson[]): Promise<string | undefined> {
  const problems: Readonly<Record<AliasProblem, string>> = {
    empty: vscode.l10n.t('This says nothing.'),
    holdsName: vscode.l10n.t('A part of the name is still in it.'),
    taken: vscode.l10n.t('Somebody else is called so.'),
  };
  const alias = await vscode.window.showInputBox({
    title: heading(),
    prompt: vscode.l10n.t('What shall stand instead of {0}?', person.name ?? ''),
    value: aliasProblem(person.alias, { person, all }) ? '' : person.alias,
    ignoreFocusOut: true,
    validateInput: (text) => {
      const problem = aliasProblem(text, { person, all });
      return problem && problems[problem];
    },
  });
  return alias?.trim();
}
