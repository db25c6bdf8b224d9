import * as vscode from 'vscode';
import type { FoundIncident } from '../../core/found/findings';
import { cancelIncident, takeBackCancel } from '../../core/incident/life';
import { neverAgainFor, neverChoices } from '../../core/prompting/answers';
import { DOCUMENT } from '../../core/found/listing';
import { neverName } from '../../core/prompting/neverName';
import { refuse, takeBackRefusal } from '../../core/signals/repositoryMemory';
import { GIT } from '../../core/signals/signalClaim';
import type { GitCursor } from '../../sources/gitSource';
import { historyKey, PromptHistories } from '../../store/promptHistory';
import { shownTitle } from '../hiding';
import { offer } from '../offer';
import { plain } from '../plain';
import { inDialogue } from '../dialogue';
import { pick } from '../prompting/pick';
import { saveOrSay } from '../saving';
import type { Act } from './act';
import { openDocument } from './documentPlace';
import type { Finding } from './finding';
import { join } from './joining';
import type { Remembered } from './looking';
import { part } from './parting';
import { openSetting, showSources } from './showSources';
import { isOn } from './sources';
import { sayWhyHere } from './whyHere';

const acts: Readonly<Record<Act, (finding: Finding, ids: readonly string[]) => unknown>> = {
  notAnIncident: (finding, ids) => withFound(finding, ids, callOff),
  neverForThis: (finding, ids) => withFound(finding, ids, neverFor),
  openIncidentDocument: (finding, ids) => withFound(finding, ids, openFirst),
  whyHere: (finding, [id]) => inDialogue((dialogue) => sayWhyHere(finding, dialogue, id)),
  partIncident: (finding, [id]) => inDialogue((dialogue) => part(finding, dialogue, id)),
  joinIncident: (finding, ids) => inDialogue((dialogue) => join(finding, dialogue, ids)),
  findPast,
  showSources: (finding) => showSources(finding),
};

/** Does one of them. @param ids the incidents that it is about, where it is about some */
export async function actOn(finding: Finding, act: Act, ids: readonly string[]): Promise<unknown> {
  return acts[act](finding, ids);
}

function withFound(finding: Finding, [id]: readonly string[], work: (finding: Finding, one: FoundIncident) => unknown): unknown {
  const one = finding.found.find(({ incident }) => incident.id === id);
  return one && work(finding, one);
}

/** It becomes a record that says so: that keeps it away, on each machine that has the journal. */
async function callOff(finding: Finding, { incident: { id, title }, assembled }: FoundIncident): Promise<void> {
  const now = new Date().toISOString();
  if (!(await finding.adopt(id, (record) => cancelIncident(record, now)))) return;
  const refs = assembled.claims.flatMap(({ claim }) => (claim.source === GIT ? (claim.ref ?? []) : []));
  const judge = (isIncident: boolean): Promise<unknown> => Promise.all(finding.sources.of(GIT).map((each) => each.change((memory) => judged(memory, refs, isIncident))));
  await judge(false);
  await offer(vscode.l10n.t('{0} is called off: it was not an incident.', shownTitle(title)), {
    [vscode.l10n.t('Undo')]: async () => {
      if (await saveOrSay(() => finding.options.journal.update(id, takeBackCancel))) await judge(true);
    },
  });
}

/** Two "not an incident" about a trigger, and it is only listed in that repository. */
function judged(memory: Remembered, refs: readonly string[], isIncident: boolean): Remembered {
  const repositories = Object.entries((memory.cursor ?? {}) as GitCursor);
  const judge = isIncident ? takeBackRefusal : refuse;
  return { ...memory, cursor: Object.fromEntries(repositories.map(([root, each]) => [root, refs.reduce(judge, each)])) };
}

/** Nothing of this service, or that only this source tells of, is asked about again. It stays in the list. */
async function neverFor(finding: Finding, { incident }: FoundIncident): Promise<void> {
  const { journal, folder, prompts } = finding.options;
  const histories = new PromptHistories({ folder: prompts, now: Date.now, journalFolder: folder });
  const rows = neverChoices(incident).map((what) => ({
    label: vscode.l10n.t('Never for {0}', plain(neverName(what))),
    detail: what.kind === 'service' ? vscode.l10n.t('No incident of this service is asked about again.') : vscode.l10n.t('No incident that only this source tells of is asked about again.'),
    run: async () => {
      const key = historyKey(journal.facts()?.id, folder);
      if (await saveOrSay(() => histories.change(key, ({ history }) => neverAgainFor(history, incident.id, what, Date.now())))) finding.options.changed();
    },
  }));
  await pick(rows, { title: vscode.l10n.t('Never for This'), placeHolder: vscode.l10n.t('It stays in the list. Take it back in Debrief: Why Did It Ask?') });
}

async function openFirst(_: Finding, { assembled }: FoundIncident): Promise<void> {
  const claim = assembled.claims.find(({ claim: { source } }) => source === DOCUMENT)?.claim;
  if (claim) await openDocument(claim);
}

/** Looks back a year, because the lead asked. What is found is in the list, and is not asked about. */
async function findPast({ sources }: Finding): Promise<void> {
  if (!vscode.workspace.isTrusted) return void vscode.window.showInformationMessage(vscode.l10n.t('Git is off in Restricted Mode. Trust this workspace to look into its history.'));
  if (!isOn(GIT)) return offer(vscode.l10n.t('Git is turned off as a source, so what is found in it would not be listed.'), { [vscode.l10n.t('Open the Setting')]: () => openSetting(GIT) });
  const options = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Looking back a year in git…'), cancellable: true };
  const fresh = await vscode.window.withProgress(options, (_, token) => {
    const giving = new AbortController();
    token.onCancellationRequested(() => giving.abort());
    return sources.lookBack(giving.signal);
  });
  if (!fresh) return;
  const { count, problems } = fresh;
  const none = problems.length > 0 ? '' : vscode.l10n.t('A year of git shows no more signs of incidents.');
  const words = count === 0 ? none : count === 1 ? vscode.l10n.t('1 more sign of an incident, in the list. Git knows only signs: you say what it was.') : vscode.l10n.t('{0} more signs of incidents, in the list. Git knows only signs: you say what they were.', count);
  await offer(plain([words, ...problems].filter(Boolean).join(' ')), count === 0 ? {} : { [vscode.l10n.t('Show the List')]: () => vscode.commands.executeCommand('leadDebrief.history.focus') });
}
