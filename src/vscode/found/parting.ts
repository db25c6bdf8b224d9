import * as vscode from 'vscode';
import { sourceName } from '../../core/found/sourceWords';
import { claimKey, type ClaimFacts } from '../../core/identity/claimFacts';
import { joinIncidents, partAbsorbed, partClaim } from '../../core/identity/partAndJoin';
import { dayWords } from '../../core/incident/times';
import { absorb } from '../../core/journal/absorbed';
import type { Incident } from '../../core/journal/schema';
import { isSameJson } from '../../core/share/sameJson';
import { shownTitle } from '../hiding';
import { offer } from '../offer';
import { locale, newId } from '../place';
import { plain } from '../plain';
import type { Dialogue } from '../dialogue';
import type { Pick } from '../prompting/pick';
import { saveOrSay } from '../saving';
import type { Finding } from './finding';
import { absorbedIn, chooseSubject, claimsIn, subjectOf, type Subject } from './subject';

const step = () => ({ now: new Date().toISOString(), newId });

/** *Part from an Incident…*: makes what does not belong to an incident one of its own. It stays that, whatever the sources say. @param dialogue what has led here */
export async function part(finding: Finding, dialogue: Dialogue, id: string | undefined): Promise<void> {
  const title = vscode.l10n.t('Part from an Incident');
  const isOffered = (each: Subject): boolean => partsOf(finding, each).length > 0;
  const subject = id === undefined ? await chooseSubject(finding, dialogue, { title, placeHolder: vscode.l10n.t('From which one? Those of which several sources tell, and those that you joined.'), isOffered }) : subjectOf(finding, id);
  if (!subject) return;
  const rows = partsOf(finding, subject);
  if (rows.length === 0) return void vscode.window.showInformationMessage(vscode.l10n.t('Only one source tells of {0}, so there is nothing to part.', shownTitle(subject.incident.title)));
  const placeholder = vscode.l10n.t('What does not belong to it? It becomes one of its own, and stays that.');
  const chosen = await dialogue.pick(rows, { title: vscode.l10n.t('Part from {0}', plain(subject.incident.title)), placeholder, matchOnDetail: true });
  dialogue.dispose();
  await chosen?.run();
}

/** What can leave: incidents that were joined with it, and what a source says, as long as something is left. */
function partsOf(finding: Finding, subject: Subject): readonly Pick[] {
  const absorbed = absorbedIn(finding, subject.incident.id);
  const claims = claimsIn(subject);
  const sourced = claims.length > 1 ? claims.filter(({ key, claim }) => claim.source !== 'person' && !absorbed.some(({ claims: theirs = [] }) => theirs.some((each) => claimKey(each) === key))) : [];
  return [...absorbed.map((each) => absorbedRow(finding, subject.incident, each)), ...sourced.map((each) => claimRow(finding, subject, each))];
}

function absorbedRow(finding: Finding, { id }: Incident, absorbed: Incident): Pick {
  const detail = vscode.l10n.t('You joined it on {0}. It is listed again with all that was written in it.', dayWords(absorbed.absorbed?.at ?? '', locale(), Date.now()));
  return { label: plain(absorbed.title), detail, run: () => releaseFrom(finding, id, absorbed) };
}

function claimRow(finding: Finding, subject: Subject, facts: ClaimFacts): Pick {
  const { ref = '', source, why = [] } = facts.claim;
  return { label: plain(facts.title || ref), description: sourceName(source), detail: plain(why[0] ?? ref), run: () => partOff(finding, subject, facts) };
}

async function releaseFrom({ options: { journal } }: Finding, id: string, absorbed: Incident): Promise<void> {
  const moment = step();
  let before: Incident | undefined;
  const kept = await saveOrSay(() => journal.update(id, (record) => ((before = record), partAbsorbed(record, absorbed, moment)[0])));
  if (!kept || !(await saveOrSay(() => journal.update(absorbed.id, (record) => partAbsorbed(kept, record, moment)[1])))) return;
  await said(absorbed.title, async () => {
    const back = await saveOrSay(() => journal.update(id, (record) => (before && isSameJson(record, kept) ? before : joinedAgain(record, absorbed))));
    if (back) await saveOrSay(() => journal.update(absorbed.id, (record) => absorb(record, absorbed.absorbed ?? { into: id, at: moment.now })));
  });
}

/** Nobody needs a record of what a source goes on to tell of: it is found again by itself, beside the incident that it was parted from. */
async function partOff(finding: Finding, { incident, isRecord }: Subject, { key, title, claim }: ClaimFacts): Promise<void> {
  const { journal } = finding.options;
  const moment = step();
  const isTold = finding.sources.claims.some((each) => claimKey(each) === key);
  const parted = partClaim(incident, key, moment)?.[1];
  if (!parted || (!isTold && !(await saveOrSay(() => journal.create({ ...parted, kind: incident.kind ?? 'real' }))))) return;
  let before: Incident | undefined;
  const change = (record: Incident): Incident => partClaim((before = record), key, moment)?.[0] ?? record;
  const kept = await (isRecord ? saveOrSay(() => journal.update(incident.id, change)) : finding.adopt(incident.id, change));
  if (!kept) return;
  await said(title || (claim.ref ?? ''), async () => {
    const back = await saveOrSay(() => journal.update(incident.id, (record) => (before && isSameJson(record, kept) ? before : joinedAgain(record, parted))));
    if (back && !isTold) await saveOrSay(() => journal.update(parted.id, (record) => absorb(record, { into: incident.id, at: moment.now })));
  });
}

function joinedAgain(record: Incident, other: Incident): Incident {
  const joined = joinIncidents(record, other, step());
  return joined.ok ? joined.record : record;
}

const said = (title: string, undo: () => Promise<unknown>): Promise<void> => offer(vscode.l10n.t('{0} is an incident of its own now, and stays that.', shownTitle(title)), { [vscode.l10n.t('Undo')]: undo });
