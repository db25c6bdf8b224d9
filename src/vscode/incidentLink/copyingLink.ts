// *Copy Incident Link…* A bundle of its own: most windows never ask for it.
import * as vscode from 'vscode';
import { newestFirst } from '../../core/incident/state';
import { windowWords } from '../../core/incident/times';
import type { Incident } from '../../core/journal/schema';
import { linkTemplates, type LinkTemplate } from '../../core/incidentLink/linkTemplates';
import { incidentLinkTo } from '../../core/incidentLink/writeLink';
import type { Journal } from '../../store/journal';
import { shownTitle } from '../hiding';
import { locale } from '../place';

/** As many of the newest as can be looked through. */
const LISTED = 50;

interface LinkItem extends vscode.QuickPickItem {
  readonly template?: LinkTemplate;
  readonly incident?: Incident;
}

/**
 * Copies a link: to the incident that is given, else to one that is chosen, or one with the placeholders of a tool.
 * @param journal undefined where there is none: then only templates are offered
 * @param extension the id of this extension, to which the link leads
 */
export async function copyLink(journal: Journal | undefined, extension: string, given?: string): Promise<void> {
  await journal?.load();
  const records = [...(journal?.records() ?? [])].sort(newestFirst);
  const named = records.find(({ id }) => id === given);
  const chosen: LinkItem | undefined = named ? { label: '', incident: named } : await choose(records.slice(0, LISTED));
  const base = `${vscode.env.uriScheme}://${extension}/incident`;
  if (chosen?.template) return copy(`${base}?${chosen.template.query}`, vscode.l10n.t('Copied a link for {0}. The recipes say where to put it, and what to fill in.', chosen.template.label));
  if (chosen?.incident) return copy(incidentLinkTo(chosen.incident, base), vscode.l10n.t('Copied. The link holds the title, the times, severity, services, address and name of {0}, and nothing else that you wrote.', shownTitle(chosen.incident.title)));
}

async function copy(link: string, words: string): Promise<void> {
  await vscode.env.clipboard.writeText(link);
  const recipes = vscode.l10n.t('Open the Recipes');
  const answer = await vscode.window.showInformationMessage(words, recipes);
  if (answer === recipes) await vscode.commands.executeCommand('leadDebrief.openDocumentation', 'links');
}

function choose(records: readonly Incident[]): Thenable<LinkItem | undefined> {
  const separator = (label: string): LinkItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const now = Date.now();
  const items: readonly LinkItem[] = [
    separator(vscode.l10n.t('For a tool')),
    ...linkTemplates().map((template) => ({ label: template.label, description: template.advice, template })),
    ...(records.length > 0 ? [separator(vscode.l10n.t('To an incident'))] : []),
    ...records.map((incident) => ({ label: shownTitle(incident.title), description: windowWords(incident.window, locale(), now), incident })),
  ];
  return vscode.window.showQuickPick(items, { title: vscode.l10n.t('Copy Incident Link'), placeHolder: vscode.l10n.t('A link that adds an incident, or says that one is over'), matchOnDescription: true });
}
