import { incidentState } from '../incident/state';
import type { Incident } from '../journal/schema';
import { SEVERITIES } from '../journal/values';
import { dayOf, iso } from './days';
import { recordAsk, type PromptHistory } from './history';
import { listReason } from './listRules';
import type { Reason } from './reason';
import { sceneOf, type Circumstances, type Scene } from './scene';
import { momentFinding, waitFinding } from './waitRules';

const MINUTE = 60_000;
/** More steps than any settings need; where it does not suffice, the time is not known. */
const STEPS = 100;

/** What becomes of one incident that was not looked back at. */
export interface IncidentVerdict {
  readonly incident: Incident;
  /** list: it is not asked about, and stays in the list. */
  readonly act: 'ask' | 'wait' | 'list';
  readonly reason: Reason;
  /** With `wait`, the first time at which it can be asked about by what is known now, ISO 8601 UTC; absent where that is not known. */
  readonly until?: string;
}

/** Whether to ask now, for a whole journal. */
export interface PromptVerdict {
  /** none: no incident waits to be asked about. */
  readonly act: 'ask' | 'wait' | 'none';
  /** With `ask`, the incident to ask about. */
  readonly incident?: Incident;
  /** With `wait`, when it is worth to judge again, ISO 8601 UTC; absent where no time is known: when something changes. */
  readonly until?: string;
  /** Each incident that was not looked back at, the one that comes first at the top. */
  readonly incidents: readonly IncidentVerdict[];
}

/**
 * The gate: whether to ask the lead to look back at an incident, about which one, and why not. Changes nothing.
 * Never while an incident is open, for drills, for shadowing, or for what was only inferred. A clock that was set back does not
 * lead to more asks: see `settled`.
 */
export function judgePrompts(circumstances: Circumstances): PromptVerdict {
  return judgeScene(sceneOf(circumstances));
}

/**
 * One turn at the gate, to be taken while no other window takes one: read the history under its lock, take the turn, and write
 * `history` where `changed`. Only when it is written is the verdict's incident asked about.
 */
export function promptTurn(circumstances: Circumstances): {
  readonly verdict: PromptVerdict;
  readonly history: PromptHistory;
  readonly changed: boolean;
} {
  const scene = sceneOf(circumstances);
  const verdict = judgeScene(scene);
  const history = verdict.incident ? recordAsk(scene.history, verdict.incident.id, scene.now) : scene.history;
  const { history: reading } = circumstances;
  return { verdict, history, changed: reading.state === 'broken' || (reading.state === 'read' && history !== reading.history) };
}

function judgeScene(scene: Scene): PromptVerdict {
  const incidents = firstComesFirst(scene).map((incident) => judgeIncident(incident, scene));
  const [first, ...others] = incidents.filter(({ act }) => act === 'ask');
  if (first) {
    const behind = new Set(others);
    const verdicts = incidents.map((each) => (behind.has(each) ? behindAnother(each.incident, first.incident, scene) : each));
    return { act: 'ask', incident: first.incident, incidents: verdicts };
  }
  const waiting = incidents.filter(({ act }) => act === 'wait');
  const [until] = waiting.flatMap((each) => each.until ?? []).sort();
  return { act: waiting.length > 0 ? 'wait' : 'none', incidents, ...(until !== undefined && { until }) };
}

function judgeIncident(incident: Incident, scene: Scene): IncidentVerdict {
  const listed = listReason(incident, scene.now, scene);
  if (listed) return { incident, act: 'list', reason: listed };
  const finding = waitFinding(incident, scene.now, scene);
  const moment = finding ? undefined : momentFinding(scene);
  const reason = (finding ?? moment)?.reason;
  if (!reason) return { incident, act: 'ask', reason: { code: 'ready' } };
  return waits(incident, reason, moment ? moment.until : firstTime(incident, scene));
}

/** An incident that could be asked about, were it not for one that comes first. */
function behindAnother(incident: Incident, first: Incident, scene: Scene): IncidentVerdict {
  const asked = { ...scene, history: recordAsk(scene.history, first.id, scene.now), askedOn: [...scene.askedOn, { incident: first.id, day: dayOf(scene.now, scene.zone) }] };
  return waits(incident, { code: 'anotherFirst', title: first.title }, firstTime(incident, asked));
}

function waits(incident: Incident, reason: Reason, until: number | undefined): IncidentVerdict {
  return { incident, act: 'wait', reason, ...(until !== undefined && { until: iso(until) }) };
}

/** The first time from now on at which nothing but the moment holds an incident back, in milliseconds. */
function firstTime(incident: Incident, scene: Scene): number | undefined {
  let at = scene.now;
  for (let step = 0; step < STEPS; step += 1) {
    if (listReason(incident, at, scene)) return undefined;
    const finding = waitFinding(incident, at, scene);
    if (!finding) return at;
    if (finding.until === undefined) return undefined;
    at = Math.max(finding.until, at + MINUTE); // an hour that comes twice may name a time that is over
  }
  return undefined;
}

/** Incidents that were not looked back at: the newest day first, in a day the most severe, then the newest, then by id. */
function firstComesFirst({ records, zone }: Scene): readonly Incident[] {
  const keyed = records
    .filter((record) => incidentState(record) === 'waiting' && record.window.end !== undefined)
    .map((incident) => ({ incident, end: Date.parse(incident.window.end ?? ''), severity: severityOrder(incident) }))
    .map((each) => ({ ...each, day: dayOf(each.end, zone) }));
  keyed.sort((a, b) => byText(b.day, a.day) || a.severity - b.severity || b.end - a.end || byText(b.incident.id, a.incident.id));
  return keyed.map(({ incident }) => incident);
}

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** 0 for the most severe; an incident without a severity comes last. */
function severityOrder({ severity }: Incident): number {
  return severity === undefined ? SEVERITIES.length : SEVERITIES.indexOf(severity);
}
