import * as vscode from 'vscode';
import { isOld } from '../../core/found/listing';
import { sourceNames } from '../../core/found/sourceWords';
import type { Link } from '../../core/identity/assemble';
import { claimsOf, type ClaimFacts } from '../../core/identity/claimFacts';
import { linksWithin } from '../../core/identity/linksWithin';
import { incidentState, isReplay, newestFirst } from '../../core/incident/state';
import { dayWords } from '../../core/incident/times';
import type { Incident } from '../../core/journal/schema';
import { locale } from '../place';
import { plain } from '../plain';
import type { Dialogue } from '../dialogue';
import { iconOf } from '../sidebar/incidentLook';
import type { Finding } from './finding';

/** An incident that is listed, whether it is a record or only found. */
export interface Subject {
  readonly incident: Incident;
  readonly isRecord: boolean;
}

/** The claims of one, by key. */
export const claimsIn = ({ incident }: Subject): readonly ClaimFacts[] => claimsOf(incident).toSorted((a, b) => (a.key < b.key ? -1 : 1));

export const linksIn = ({ incident }: Subject): readonly Link[] => linksWithin(incident, Date.now());

/** Records that were joined with one and are kept in files of their own. */
export function absorbedIn(finding: Finding, id: string): readonly Incident[] {
  return finding.options.journal.absorbed().filter(({ absorbed }) => absorbed?.into === id);
}

export function subjectOf(finding: Finding, id: string): Subject | undefined {
  const one = finding.found.find(({ incident }) => incident.id === id);
  if (one) return { incident: one.incident, isRecord: false };
  const entry = finding.options.journal.get(id);
  return entry?.state === 'ok' && !entry.missing ? { incident: entry.record, isRecord: true } : undefined;
}

export interface Asking {
  readonly title: string;
  readonly placeHolder: string;
  /** What stands first; newest first where absent. */
  readonly order?: (a: Incident, b: Incident) => number;
  readonly isOffered?: (subject: Subject) => boolean;
}

/** Asks which one, of all that are listed and no false alarm. Undefined where the person leaves. */
export async function chooseSubject(finding: Finding, dialogue: Dialogue, { title, placeHolder: placeholder, order = newestFirst, isOffered = () => true }: Asking): Promise<Subject | undefined> {
  await finding.options.journal.whenLoaded;
  const all: Subject[] = [
    ...finding.options.journal.records().map((incident) => ({ incident, isRecord: true })),
    ...finding.found.filter(({ incident }) => !isOld(incident, Date.now())).map(({ incident }) => ({ incident, isRecord: false })),
  ];
  const subjects = all.filter((each) => incidentState(each.incident) !== 'cancelled' && !isReplay(each.incident) && isOffered(each)).sort((a, b) => order(a.incident, b.incident));
  if (subjects.length === 0) return void vscode.window.showInformationMessage(vscode.l10n.t('There is no incident for which that can be done.'));
  return (await dialogue.pick(subjects.map(rowOf), { title, placeholder, matchOnDescription: true }))?.subject;
}

function rowOf(subject: Subject): vscode.QuickPickItem & { readonly subject: Subject } {
  const { incident, isRecord } = subject;
  const description = [dayWords(incident.window.start, locale(), Date.now()), sourceNames(incident.claims ?? [])].filter(Boolean).join(', ');
  return { label: plain(incident.title), description, iconPath: isRecord ? iconOf(incident) : new vscode.ThemeIcon('search'), subject };
}
