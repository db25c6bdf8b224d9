import * as vscode from 'vscode';
import { replayOf, type Replayed } from '../../core/drill/fromIncident';
import { timeline } from '../../core/evidence/timeline';
import { pathInFolder } from '../../core/found/documentPath';
import { DOCUMENT } from '../../core/found/listing';
import type { Incident } from '../../core/journal/schema';
import { part } from '../parts';
import { locale } from '../place';
import type * as sitting from '../reflection/sitting';

/** Makes a drill of an own incident: of what the record says, and what git and documents say about it. Undefined where the person gave up waiting for git. */
export async function replayIncident(incident: Incident): Promise<Replayed | undefined> {
  const options = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Reading git…'), cancellable: true };
  const reader = new (part('sitting').EvidenceReader)();
  try {
    const entries = await vscode.window.withProgress(options, (_, token) => readAll(reader, incident, token));
    return entries && replayOf({ incident, entries, locale: locale(), now: Date.now() });
  } finally {
    reader.dispose();
  }
}

async function readAll(reader: sitting.EvidenceReader, incident: Incident, token: vscode.CancellationToken): Promise<ReturnType<typeof reader.reading>['entries'] | undefined> {
  for (;;) {
    const { status, entries } = reader.reading(incident);
    if (status === 'ready') return entries;
    await new Promise<void>((resolve) => {
      const listening = [reader.onDidChange(done), token.onCancellationRequested(done)];
      function done(): void {
        for (const each of listening) each.dispose();
        resolve();
      }
    });
    if (token.isCancellationRequested) return undefined;
  }
}

/** Makes a drill of an incident that a document tells of: of what the document says alone. */
export async function replayDocument(incident: Incident): Promise<Replayed> {
  const claims = (incident.claims ?? []).filter(({ source }) => source === DOCUMENT);
  const told = await part('found').readToldDocuments(claims);
  const { entries } = timeline({ ...incident, evidence: [] }, undefined, told);
  const summary = told.find((each) => each.summary !== undefined)?.summary;
  const document = { path: pathInFolder(claims[0]?.ref ?? ''), ...(summary !== undefined && { summary }) };
  return replayOf({ incident, entries, document, locale: locale(), now: Date.now() });
}
